import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ChosenFile } from '#bridge/desktop.ts';
import { desktop } from '#desktop/desktop.ts';
import { caseFileExtension } from '#domain/case-file/format.ts';
import { formatBytes } from '#features/cases/format-bytes.ts';
import { requestFor } from '#features/evidence/request.ts';
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
  const [, go] = useLocation();
  const [brought, setBrought] = useState<Brought | null>(null);
  const [open, opening] = useAction(async ({ signal, report }) => {
    const result = await openInWorker(file, signal, ({ bytes, total }) => report({ done: bytes, total }));
    if (result.outcome === 'brought' && result.remarks.length === 0) {
      onClose();
      go(`/case/${result.id}/notes`);
    } else setBrought(result);
  });
  useEffect(() => {
    const timer = setTimeout(() => void open());
    return () => clearTimeout(timer);
  }, [open]);
  const { error, progress, busy } = opening;
  const size = (bytes: number) => formatBytes(bytes, i18n.language);
  const findings = error instanceof CaseFileFailed ? error.findings : [];
  const total = progress?.total;
  const goTo = brought?.id;
  return (
    <Dialog
      title={t('openTitle')}
      isOpen
      onClose={() => {
        opening.cancel();
        onClose();
      }}
      size={findings.length > 0 || (brought?.remarks.length ?? 0) > 0 ? 'large' : 'medium'}
      outside="stay"
      footer={
        <>
          <Button
            onPress={() => {
              opening.cancel();
              onClose();
            }}
          >
            {busy ? t('cancel') : t('close')}
          </Button>
          {goTo !== undefined && (
            <Button
              variant="primary"
              autoFocus
              onPress={() => {
                onClose();
                go(`/case/${goTo}/notes`);
              }}
            >
              {t('goToCase')}
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
        {brought && <Outcome brought={brought} />}
      </div>
    </Dialog>
  );
}

function Outcome({ brought: { outcome, title, remarks } }: { readonly brought: Brought }) {
  const { t } = useTranslation('case-file');
  const words = {
    brought: t('opened', { title }),
    held: t('openedHeld', { title }),
    differs: t('openedDiffers', { title }),
  };
  const broken = remarks.filter(({ fault }) => fault === 'journal');
  const dangling = remarks.filter(({ fault }) => fault !== 'journal');
  return (
    <>
      <p role="status">{words[outcome]}</p>
      {broken.length > 0 && (
        <>
          <p role="alert" className={styles.warning}>
            {t('fileJournalBroken', { count: broken.length })}
          </p>
          <FindingList findings={broken} />
        </>
      )}
      {dangling.length > 0 && outcome === 'brought' && (
        <>
          <p className={styles.quiet}>{t('remarks', { count: dangling.length })}</p>
          <FindingList findings={dangling} />
        </>
      )}
    </>
  );
}
