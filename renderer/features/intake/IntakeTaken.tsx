import { useTranslation } from 'react-i18next';
import { LookAlikes } from '#features/evidence/kinds/photo/LookAlikes.tsx';
import { undo } from '#store/undo.ts';
import { useOpenCase, useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Findings } from './Findings.tsx';
import styles from './IntakeView.module.css';
import type { Taken } from './take-in.ts';

/** What an intake brought into the case, and what it passed over. */
export function IntakeTaken({ taken, onClear }: { readonly taken: Taken; readonly onClear: () => void }) {
  const { t } = useTranslation('intake');
  const { id } = useOpenCase();
  const { made, notes, here, inTrash, edited, completed, findings } = taken;
  const exhibits = useTable('exhibits');
  const withPictures = made.flatMap((one) => {
    const exhibit = exhibits.get(one);
    return exhibit?.kind === 'photo' && Object.keys(exhibit.assets).length > 0 ? [exhibit] : [];
  });
  const lines = [
    ...(made.length + notes.length + completed === 0 ? [t('nothingNew')] : []),
    ...(made.length > 0 ? [t('made', { count: made.length })] : []),
    ...(notes.length > 0 ? [t('madeNotes', { count: notes.length })] : []),
    ...(completed > 0 ? [t('completed', { count: completed })] : []),
    ...(edited > 0 ? [t('edited', { count: edited })] : []),
    ...(here > 0 ? [t('someHere', { count: here })] : []),
    ...(inTrash > 0 ? [t('inTrash', { count: inTrash })] : []),
  ];
  return (
    <section className={styles.taken} aria-label={t('result')}>
      <p role="status">{lines.join(' · ')}</p>
      <Findings findings={findings} />
      {withPictures.length > 0 && <LookAlikes of={withPictures} ask={t('findLookAlikes')} />}
      <div className={styles.acts}>
        {made.length + notes.length + completed > 0 && (
          <Button
            onPress={() => {
              void undo(id);
              onClear();
            }}
          >
            {t('undoIntake')}
          </Button>
        )}
        <Button variant="primary" onPress={onClear}>
          {t('close')}
        </Button>
      </div>
    </section>
  );
}
