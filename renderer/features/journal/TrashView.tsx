import { useTranslation } from 'react-i18next';
import { stampTime } from '#domain/stamp.ts';
import { change } from '#store/change.ts';
import { emptyTrash, trashOf } from '#store/trash.ts';
import { useCaseState, useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { showToast } from '#ui/toasts.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './JournalView.module.css';
import { nameOf } from './name-of.ts';

/** What is in the trash: each can be restored; emptying it is the one deletion that cannot be undone. */
export function TrashView() {
  const { t, i18n } = useTranslation('journal');
  const opened = useOpenCase();
  const state = useCaseState();
  const trashed = trashOf(state);
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const [empty, emptying] = useAction(async () => {
    await emptyTrash(opened.id, opened.state);
    showToast({ text: t('emptied', { count: trashed.length }) });
  });
  return (
    <section className={styles.view}>
      <header className={styles.head}>
        <h1>{t('trash')}</h1>
        {trashed.length > 0 && (
          <Button onPress={() => void empty()} isDisabled={emptying.busy}>
            {t('emptyTrash')}
          </Button>
        )}
      </header>
      {trashed.length === 0 ? (
        <EmptyState text={t('trashEmpty')} />
      ) : (
        <>
          <p className={styles.hint}>
            {t('trashHint')} {t('emptyHint')}
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('sort')}</th>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('since')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('restore')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {trashed.map(({ table, record }) => {
                const name = nameOf(state, table, record.id) || t('unnamed');
                return (
                  <tr key={record.id}>
                    <td>{t(table)}</td>
                    <td dir="auto">{name}</td>
                    <td className={styles.when}>{record.gone && when.format(stampTime(record.gone))}</td>
                    <td>
                      <Button
                        aria-label={`${t('restore')} ${name}`}
                        onPress={() => void change(opened.id, 'trash.restore', (c) => c.restore(table, record.id))}
                      >
                        {t('restore')}
                      </Button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
