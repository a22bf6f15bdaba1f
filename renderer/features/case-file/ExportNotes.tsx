import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFile } from '#bridge/desktop.ts';
import { desktop } from '#desktop/desktop.ts';
import type { Id } from '#domain/id.ts';
import { useAlive, useOpenCase } from '#store/use-case.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Progress } from '#ui/Progress.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { Select } from '#ui/Select.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './CaseFile.module.css';
import { writingFailure } from './failure-words.ts';
import { fileName } from './file-name.ts';
import { notesAsMarkdown, notesAsPage } from './note-files.ts';
import { registerCsv } from './register.ts';
import { usePageWords } from './use-page-words.ts';

export type ExportForm = 'html' | 'markdown' | 'print' | 'csv';
const forms: readonly ExportForm[] = ['html', 'markdown', 'print', 'csv'];
const allNotes = 'all';

interface ExportNotesProps {
  readonly form: ExportForm;
  /** The note that is open, offered first. */
  readonly note: Id | null;
  readonly onClose: () => void;
}

/** Makes a file for reading out of notes, or the evidence register. */
export function ExportNotes({ form: first, note, onClose }: ExportNotesProps) {
  const { t } = useTranslation('case-file');
  const opened = useOpenCase();
  const notes = useAlive('notes').toSorted((a, b) => a.order - b.order);
  const words = usePageWords();
  const [form, setForm] = useState<ExportForm>(first);
  const [which, setWhich] = useState<string>(note ?? allNotes);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const one = notes.find(({ id }) => id === which);
  const caseTitle = opened.state.cases.get(opened.id)?.title ?? '';
  const title = one ? one.title || t('unnamed') : caseTitle;

  const [make, making] = useAction(async ({ signal }) => {
    const page = () => notesAsPage(opened, one?.id ?? null, title, words, signal);
    const save = (extension: string, filter: string, text: () => Promise<string>) =>
      desktop.saveStream(
        {
          name: fileName(form === 'csv' ? `${caseTitle} – ${t('register')}` : title, 'case', extension),
          filter: { name: filter, extensions: [extension] },
          signal,
        },
        () => streamOf(text),
      );
    const made = await {
      html: () => save('html', t('htmlFiles'), page),
      markdown: () => save('md', t('markdownFiles'), () => notesAsMarkdown(opened, one?.id ?? null)),
      csv: () => save('csv', t('csvFiles'), async () => registerCsv(opened.state)),
      print: async () => desktop.printHtml(await page(), title),
    }[form]();
    if (made) setSaved(made);
  });

  const nothing = form !== 'csv' && notes.length === 0;
  return (
    <Dialog
      title={t('exportNotesTitle')}
      isOpen
      onClose={onClose}
      outside={making.busy ? 'stay' : 'close'}
      footer={
        <>
          {saved?.place && desktop.canReveal && (
            <Button onPress={() => void desktop.reveal(saved)}>{t('reveal')}</Button>
          )}
          <Button onPress={onClose}>{t('close')}</Button>
          <Button variant="primary" isDisabled={making.busy || nothing} onPress={() => void make()}>
            {form === 'print' ? t('print') : t('saveExport')}
          </Button>
        </>
      }
    >
      <div className={styles.column}>
        <RadioGroup
          label={t('form')}
          value={form}
          onChange={setForm}
          items={forms.map((id) => ({ id, label: t(`form-${id}`), description: t(`form-${id}-hint`) }))}
        />
        {form !== 'csv' && notes.length > 0 && (
          <Select
            label={t('which')}
            value={one ? which : allNotes}
            onChange={setWhich}
            items={[
              { id: allNotes, label: t('allNotes') },
              ...notes.map((n) => ({ id: n.id, label: n.title || t('unnamed') })),
            ]}
          />
        )}
        {nothing && <p>{t('noNotes')}</p>}
        {making.busy && <Progress label={t('making')} cancel={{ label: t('cancel'), run: making.cancel }} />}
        {making.error && (
          <ActionError
            {...writingFailure(t, making.error)}
            error={making.error}
            detailsLabel={t('details')}
            copyLabel={t('copyDetails')}
            copiedLabel={t('copied')}
          />
        )}
        {saved && (
          <p role="status" dir="auto">
            {saved.place ? t('savedAt', { place: saved.place }) : t('saved', { name: saved.name })}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function streamOf(text: () => Promise<string>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode(await text()));
      controller.close();
    },
  });
}
