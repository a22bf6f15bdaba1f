import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFile } from '#bridge/desktop.ts';
import { desktop } from '#desktop/desktop.ts';
import { assetUses, caseFileExtension } from '#domain/case-file/format.ts';
import type { Written } from '#domain/case-file/write.ts';
import { tableNames } from '#domain/tables.ts';
import { formatBytes } from '#features/cases/format-bytes.ts';
import { finishNotes } from '#features/notes/note-writing.ts';
import { reviseDrafts } from '#features/notes/revise.ts';
import { change } from '#store/change.ts';
import { useCaseState, useOpenCase } from '#store/use-case.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Progress } from '#ui/Progress.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './CaseFile.module.css';
import { writingFailure } from './failure-words.ts';
import { fileName } from './file-name.ts';
import { writeInWorker } from './in-worker.ts';
import { JournalFaults } from './JournalFaults.tsx';
import { useJournalCount } from './use-journal-count.ts';
import { useJournalFaults } from './use-journal-faults.ts';

/** Says what goes out, writes the case file where the person says, and then what was written. */
export function ExportCaseFile({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('case-file');
  const { id } = useOpenCase();
  const state = useCaseState();
  const entries = useJournalCount(id);
  const faults = useJournalFaults(id);
  const [done, setDone] = useState<{ saved: SavedFile; written: Written } | null>(null);
  const uses = [...assetUses({ exhibits: state.exhibits.values(), imports: state.imports.values() }).values()];
  const bytes = uses.reduce((sum, use) => sum + use.bytes, 0);
  const size = (count: number) => formatBytes(count, i18n.language);
  const name = fileName(state.cases.get(id)?.title ?? '', 'case', caseFileExtension);

  const [save, saving] = useAction(async ({ signal, report }) => {
    let written: Written | null = null;
    const saved = await desktop.saveStream(
      { name, filter: { name: t('caseFiles'), extensions: [caseFileExtension] }, signal },
      () =>
        writeInWorker(
          { caseId: id, program: `Casebound ${desktop.version}` },
          {
            before: async () => {
              await finishNotes();
              await reviseDrafts(id);
            },
            progress: ({ bytes: at, total }) => report({ done: at, total }),
            end: (all) => {
              written = all;
            },
          },
        ),
    );
    if (!saved || !written) return;
    await keepInJournal(id, saved, written);
    setDone({ saved, written });
  });

  const total = saving.progress?.total;
  return (
    <Dialog
      title={t('exportTitle')}
      isOpen
      onClose={onClose}
      outside={saving.busy ? 'stay' : 'close'}
      footer={
        done || saving.busy ? (
          !saving.busy && <Button onPress={onClose}>{t('close')}</Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('cancel')}</Button>
            {faults === null ? (
              <Button variant="primary" isDisabled>
                {t('save')}
              </Button>
            ) : (
              <Button key="checked" variant="primary" autoFocus onPress={() => void save()}>
                {faults.length === 0 ? t('save') : t('saveBroken')}
              </Button>
            )}
          </>
        )
      }
    >
      {done ? (
        <DoneView {...done} />
      ) : (
        <div className={styles.column}>
          <p>
            {t('exportWhat', {
              records: t('records', { count: tableNames.reduce((sum, table) => sum + state[table].size, 0) }),
              journal: t('journal', { count: entries }),
              files: t('files', { count: uses.length }),
              size: size(bytes),
            })}
          </p>
          <p className={styles.quiet}>{t('exportPlain')}</p>
          <div role="status" className={styles.column}>
            {faults === null && <p className={styles.quiet}>{t('journalChecking')}</p>}
            {faults !== null && faults.length > 0 && (
              <>
                <p className={styles.warning}>{t('journalBroken', { count: faults.length })}</p>
                <p>{t('journalBrokenMeans')}</p>
              </>
            )}
          </div>
          {faults !== null && faults.length > 0 && <JournalFaults faults={faults} />}
          <dl className={styles.facts}>
            <dt>{t('fileName')}</dt>
            <dd dir="auto">{name}</dd>
          </dl>
          {saving.busy && (
            <Progress
              label={t('saving')}
              done={saving.progress?.done}
              total={total}
              text={
                total === undefined
                  ? undefined
                  : t('bytesOf', { done: size(Math.min(total, saving.progress?.done ?? 0)), total: size(total) })
              }
              cancel={{ label: t('cancel'), run: saving.cancel }}
            />
          )}
          {saving.error && (
            <ActionError
              {...writingFailure(t, saving.error)}
              error={saving.error}
              detailsLabel={t('details')}
              copyLabel={t('copyDetails')}
              copiedLabel={t('copied')}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}

/**
 * The export's own entry comes after the file, so that the file says of itself what its manifest says: a second export differs
 * from the first by the first one's entry alone.
 */
async function keepInJournal(id: string, saved: SavedFile, written: Written): Promise<void> {
  const facts = { name: saved.name, counts: written.counts, files: written.files, tagManifest: written.tagManifest };
  await change(id, 'case.export', async () => {}, facts);
}

function DoneView({ saved, written }: { readonly saved: SavedFile; readonly written: Written }) {
  const { t } = useTranslation('case-file');
  const { assets = 0, journal = 0, revisions = 0, ...tables } = written.counts;
  const records = Object.values(tables).reduce((sum, count) => sum + count, 1 + revisions);
  return (
    <div className={styles.column} role="status">
      <p>
        <strong dir="auto">
          {saved.place ? t('savedAt', { place: saved.place }) : t('saved', { name: saved.name })}
        </strong>
      </p>
      <p>
        {t('savedWhat', {
          records: t('records', { count: records }),
          journal: t('journal', { count: journal }),
          files: t('files', { count: assets }),
        })}
      </p>
      <code className={styles.digest}>{written.tagManifest}</code>
      {written.absent.length > 0 && <p className={styles.warning}>{t('absent', { count: written.absent.length })}</p>}
      {written.journalFaults.length > 0 && (
        <p className={styles.warning}>{t('brokenTold', { count: written.journalFaults.length })}</p>
      )}
      {desktop.canReveal && saved.place !== null && (
        <div>
          <Button onPress={() => void desktop.reveal(saved)}>{t('reveal')}</Button>
        </div>
      )}
    </div>
  );
}
