import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ChosenFile } from '#bridge/desktop.ts';
import { desktop } from '#desktop/desktop.ts';
import { caseFileExtension } from '#domain/case-file/format.ts';
import { formatBytes } from '#features/cases/format-bytes.ts';
import { requestFor } from '#features/evidence/request.ts';
import { finishNotes } from '#features/notes/note-writing.ts';
import { takeBackRenewal } from '#store/renew-case.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { type Command, useCommands } from '#ui/command.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { Progress } from '#ui/Progress.tsx';
import { useAction } from '#ui/use-action.ts';
import type { Brought } from './bring-case-file.ts';
import styles from './CaseFile.module.css';
import { FindingList } from './FindingList.tsx';
import { openingFailure } from './failure-words.ts';
import { openInWorker } from './in-worker.ts';
import { Outcome } from './Outcome.tsx';
import { CaseFileFailed } from './worker-protocol.ts';

/** A case file that is to be opened, wherever it came from. */
const fileToOpen = requestFor<ChosenFile>();

async function chooseCaseFile(filterName: string): Promise<void> {
  const filters = [{ name: filterName, extensions: [caseFileExtension] }];
  const [file] = await desktop.chooseFiles({ filters, many: false });
  if (file) fileToOpen.ask(file);
}

/** The button of the start screen that opens a case file. */
export function OpenCaseFileButton() {
  const { t } = useTranslation('case-file');
  return <Button onPress={() => void chooseCaseFile(t('caseFiles'))}>{t('open')}</Button>;
}

/**
 * Opens case files from wherever they come: the button and command, a double click in the system, a drop anywhere in the window. Mount
 * it once, above all views.
 */
export function OpenCaseFile() {
  const { t } = useTranslation('case-file');
  const [file, setFile] = useState<ChosenFile | null>(null);
  fileToOpen.useAnswer(setFile);
  useEffect(() => desktop.onOpenFile((opened) => fileToOpen.ask(opened)), []);
  useEffect(takeDrops, []);
  const commands = useMemo<Command[]>(
    () => [{ id: 'case-file.open', label: t('open'), keys: ['Mod+O'], run: () => void chooseCaseFile(t('caseFiles')) }],
    [t],
  );
  useCommands(commands);
  const close = useCallback(() => setFile(null), []);
  return file ? <Opening key={`${file.name} ${file.size}`} file={file} onClose={close} /> : null;
}

/** Takes case files dropped anywhere, before a list of evidence would attach them; leaves every other drop alone. */
function takeDrops(): () => void {
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault(); // a file dropped beside its mark must never replace the window
    const [file] = event.dataTransfer.files;
    if (!file?.name.toLowerCase().endsWith(`.${caseFileExtension}`)) return;
    event.stopPropagation();
    fileToOpen.ask(file);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop, { capture: true });
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop, { capture: true });
  };
}

function Opening({ file, onClose }: { readonly file: ChosenFile; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('case-file');
  const [path, go] = useLocation();
  const [brought, setBrought] = useState<Brought | null>(null);
  const [takenBack, setTakenBack] = useState(false);
  const [open, opening] = useAction(async ({ signal, report }, existing: 'leave' | 'renew') => {
    // A note that is open would know nothing of the text that takes its place.
    if (existing === 'renew' && path.startsWith(`/case/${brought?.id}/`)) go('/');
    await finishNotes();
    const progress = ({ bytes, total }: { bytes: number; total: number }) => report({ done: bytes, total });
    const result = await openInWorker(file, existing, signal, progress);
    if (result.outcome === 'brought' && result.remarks.length === 0) {
      onClose();
      go(`/case/${result.id}/notes`);
    } else setBrought(result);
  });
  const [takeBack, takingBack] = useAction(async () => {
    if (!brought?.renewed) return;
    await takeBackRenewal(brought.renewed);
    setTakenBack(true);
  });
  useEffect(() => {
    const timer = setTimeout(() => void open('leave'));
    return () => clearTimeout(timer);
  }, [open]);
  const { progress, busy } = opening;
  const error = opening.error ?? takingBack.error;
  const size = (bytes: number) => formatBytes(bytes, i18n.language);
  const findings = error instanceof CaseFileFailed ? error.findings : [];
  const total = progress?.total;
  const close = () => {
    opening.cancel();
    onClose();
  };
  return (
    <Dialog
      title={t('openTitle')}
      isOpen
      onClose={close}
      size={findings.length > 0 || (brought?.remarks.length ?? 0) > 0 ? 'large' : 'medium'}
      outside="stay"
      footer={
        <>
          <Button onPress={close}>{busy ? t('cancel') : t('close')}</Button>
          {brought?.renewed && !takenBack && (
            <Button isDisabled={takingBack.busy} onPress={() => void takeBack()}>
              {t('takeBack')}
            </Button>
          )}
          {brought && !brought.stand?.trashed && (
            <Button
              variant={isNewer(brought) ? 'plain' : 'primary'}
              autoFocus
              isDisabled={busy}
              onPress={() => {
                onClose();
                go(`/case/${brought.id}/notes`);
              }}
            >
              {t('goToCase')}
            </Button>
          )}
          {brought && isNewer(brought) && (
            <Button variant="primary" isDisabled={busy} onPress={() => void open('renew')}>
              {t('renew')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.column}>
        {busy && (
          <Progress
            label={t('checking', { name: file.name })}
            done={progress?.done}
            total={total}
            text={
              total === undefined ? undefined : t('bytesOf', { done: size(progress?.done ?? 0), total: size(total) })
            }
          />
        )}
        {error && findings.length === 0 && (
          <ActionError
            {...openingFailure(t, error)}
            error={error}
            detailsLabel={t('details')}
            copyLabel={t('copyDetails')}
            copiedLabel={t('copied')}
          />
        )}
        {findings.length > 0 && (
          <>
            <p role="alert" className={styles.warning}>
              {t('damaged', { count: findings.length })}
            </p>
            <p>{t('damagedAdvice')}</p>
            <FindingList findings={findings} />
          </>
        )}
        {takenBack && <p role="status">{t('takenBack', { title: brought?.title ?? '' })}</p>}
        {brought && !takenBack && !busy && <Outcome brought={brought} />}
      </div>
    </Dialog>
  );
}

/** Whether the case here can be brought up to the file: the file goes on from it. */
function isNewer({ outcome, stand }: Brought): boolean {
  return outcome === 'there' && stand?.is === 'newer';
}
