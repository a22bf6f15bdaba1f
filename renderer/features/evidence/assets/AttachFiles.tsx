import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '#desktop/desktop.ts';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { formatBytes } from '#features/cases/format-bytes.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { classes } from '#ui/classes.ts';
import { Progress } from '#ui/Progress.tsx';
import { useAction } from '#ui/use-action.ts';
import { AssetList } from './AssetList.tsx';
import styles from './AttachFiles.module.css';
import { type Attached, attachFile, type NamedBytes } from './attach.ts';

/** The files of an exhibit: attached by choosing or dropping them, listed, saved out, taken off. Originals are never altered. */
export function AttachFiles({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t, i18n } = useTranslation('assets');
  const [isOver, setIsOver] = useState(false);
  const [answers, setAnswers] = useState<readonly Attached[]>([]);
  const [attach, { busy, error, progress, cancel, dismiss }] = useAction(
    async ({ signal, report }, files: readonly NamedBytes[]) => {
      setAnswers([]);
      const total = files.reduce((sum, file) => sum + file.size, 0);
      let before = 0;
      for (const file of files) {
        report({ done: before, total, at: file.name });
        const answer = await attachFile(exhibit.case, exhibit.id, file, {
          signal,
          progress: (bytes) => report({ done: before + bytes, total, at: file.name }),
        });
        before += file.size;
        setAnswers((others) => [...others, answer]);
      }
    },
  );
  const choose = async () => {
    const files = await desktop.chooseFiles({ filters: [], many: true });
    if (files.length > 0) await attach(files);
  };
  const size = (bytes: number) => formatBytes(bytes, i18n.language);
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      setIsOver(false);
      const files = [...event.dataTransfer.files];
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      void attach(files);
    },
  };
  return (
    <section
      aria-label={t('files')}
      className={classes(styles.files, isOver && styles.over)}
      data-drop="files"
      {...drop}
    >
      <AssetList exhibit={exhibit} />
      {busy && (
        <Progress
          label={t('attaching', { name: progress?.at ?? '' })}
          done={progress?.done}
          total={progress?.total}
          text={
            progress?.total === undefined
              ? undefined
              : t('attachedSoFar', { done: size(progress.done), total: size(progress.total) })
          }
          cancel={{ label: t('cancel'), run: cancel }}
        />
      )}
      <Answers answers={answers} />
      {error && (
        <ActionError
          what={t('attachFailed')}
          kept={t('attachKept')}
          error={error}
          detailsLabel={t('details')}
          copyLabel={t('copyDetails')}
          copiedLabel={t('copied')}
          acts={[{ label: t('dismiss'), run: dismiss }]}
        />
      )}
      <div className={styles.acts}>
        <Button onPress={() => void choose()} isDisabled={busy}>
          {t('attach')}
        </Button>
        <span className={styles.hint}>{t('orDrop')}</span>
      </div>
    </section>
  );
}

/** What did not go as asked, file by file, and what is attached but not whole; nothing when all was well. */
function Answers({ answers }: { readonly answers: readonly Attached[] }) {
  const { t, i18n } = useTranslation('assets');
  const wordsOf = (answer: Attached): string | undefined => {
    const { name } = answer;
    switch (answer.became) {
      case 'attached':
        if (answer.state === 'cut-off') return t('attached-cut-off', { name });
        return answer.state === 'damaged' ? t('attached-damaged', { name }) : undefined;
      case 'already-there':
        return t('alreadyThere', { name });
      case 'no-room':
        return t('noRoom', { name, size: formatBytes(answer.bytes, i18n.language) });
      case 'not-readable':
        return t('notReadable', { name });
    }
  };
  const told = answers.flatMap((answer) => {
    const words = wordsOf(answer);
    return words === undefined ? [] : [{ name: answer.name, words }];
  });
  if (told.length === 0) return null;
  return (
    <ul role="alert" className={styles.answers}>
      {told.map(({ name, words }) => (
        <li key={name}>{words}</li>
      ))}
    </ul>
  );
}
