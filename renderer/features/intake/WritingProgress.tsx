import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { onWriting, writingProgress } from '#store/progress.ts';
import { Progress } from '#ui/Progress.tsx';

/** How far what was read is written as records; when cancelled, none of it is. */
export function WritingProgress({ onCancel }: { readonly onCancel: () => void }) {
  const { t, i18n } = useTranslation('intake');
  const progress = useSyncExternalStore(onWriting, writingProgress);
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  return (
    <Progress
      label={t('writing')}
      done={progress?.done}
      total={progress?.total}
      text={progress && progress.total > 0 ? share.format(progress.done / progress.total) : undefined}
      cancel={{ label: t('cancel'), run: onCancel }}
    />
  );
}
