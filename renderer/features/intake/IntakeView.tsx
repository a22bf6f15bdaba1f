import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '#features/cases/format-bytes.ts';
import { splitting } from '#features/evidence/split-request.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { type Command, useCommands } from '#ui/command.ts';
import { Progress } from '#ui/Progress.tsx';
import { chooseFolder, chooseSomeFiles } from './choose.ts';
import { Inbox } from './Inbox.tsx';
import { IntakePreview } from './IntakePreview.tsx';
import { IntakeTaken } from './IntakeTaken.tsx';
import styles from './IntakeView.module.css';
import { PastImports } from './PastImports.tsx';
import { useIntake } from './use-intake.ts';
import { WritingProgress } from './WritingProgress.tsx';

/** The way in: files and folders are shown for what they are, chosen from, and taken in; below is what waits to be sorted. */
export function IntakeView() {
  const { t, i18n } = useTranslation('intake');
  const { standing, doing, action, survey, clear } = useIntake();
  const { busy, error, progress, cancel, dismiss } = action;
  const commands = useMemo<Command[]>(
    () => [
      { id: 'intake.files', label: t('chooseFiles'), run: () => survey(chooseSomeFiles()) },
      { id: 'intake.folder', label: t('chooseFolder'), run: () => survey(chooseFolder()) },
    ],
    [t, survey],
  );
  useCommands(commands);
  const size = (bytes: number) => formatBytes(bytes, i18n.language);
  return (
    <section className={styles.view} aria-labelledby="intake-title" data-intake={busy ? doing : standing.is}>
      <header className={styles.head}>
        <h1 id="intake-title">{t('intake')}</h1>
        <Button onPress={() => survey(chooseSomeFiles())} isDisabled={busy}>
          {t('chooseFiles')}
        </Button>
        <Button onPress={() => survey(chooseFolder())} isDisabled={busy}>
          {t('chooseFolder')}
        </Button>
        <Button onPress={() => splitting.ask({})}>{t('pasteArticle')}</Button>
      </header>
      {standing.is === 'empty' && !busy && <p className={styles.hint}>{t('hint')}</p>}
      {busy && doing === 'write' && <WritingProgress onCancel={cancel} />}
      {busy && doing !== 'write' && (
        <Progress
          label={progress?.at === undefined ? t(`busy-${doing}`) : t(`busyWith-${doing}`, { name: progress.at })}
          done={progress?.done}
          total={progress?.total}
          text={
            progress?.total === undefined
              ? undefined
              : t('soFar', { done: size(progress.done), total: size(progress.total) })
          }
          cancel={{ label: t('cancel'), run: cancel }}
        />
      )}
      {error && (
        <ActionError
          what={t('failed')}
          kept={t('failedKept')}
          error={error}
          detailsLabel={t('details')}
          copyLabel={t('copyDetails')}
          copiedLabel={t('copied')}
          acts={[{ label: t('dismiss'), run: dismiss }]}
        />
      )}
      {standing.is === 'found' && !busy && <IntakePreview found={standing.found} onClear={clear} />}
      {standing.is === 'taken' && !busy && <IntakeTaken taken={standing.taken} onClear={clear} />}
      <Inbox />
      <PastImports />
    </section>
  );
}
