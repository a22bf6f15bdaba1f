import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { splitting } from '#features/evidence/split-request.ts';
import { Button } from '#ui/Button.tsx';

/** The way from a text that is held to the quotes and sentences in it, where somebody parts it. */
export function SplitAct({ exhibit }: { readonly exhibit: Exhibit<'document'> | Exhibit<'web-page'> }) {
  const { t } = useTranslation('kinds');
  const canSplit = splitting.useAnswered();
  if (!canSplit || exhibit.body.verbatim.trim() === '') return null;
  return (
    <div>
      <Button variant="quiet" onPress={() => splitting.ask({ exhibit: exhibit.id })}>
        {t('split')}
      </Button>
    </div>
  );
}
