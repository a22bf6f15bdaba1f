import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { type Command, useCommands } from '#ui/command.ts';
import { ExportCaseFile } from './ExportCaseFile.tsx';
import { type ExportForm, ExportNotes } from './ExportNotes.tsx';

/** What leaves a case: its commands and their dialogs. Mount it once in a case; `note` is the note that is open. */
export function CaseFileActs({ note }: { readonly note: Id | null }) {
  const { t } = useTranslation('case-file');
  const [shown, setShown] = useState<'case-file' | ExportForm | null>(null);
  const commands = useMemo<Command[]>(() => {
    const form = (id: ExportForm): Command => ({
      id: `case-file.${id}`,
      label: t('exportAs', { form: t(`form-${id}`) }),
      run: () => setShown(id),
    });
    return [
      { id: 'case-file.export', label: t('export'), keys: ['Mod+Shift+E'], run: () => setShown('case-file') },
      { ...form('html'), label: t('exportNotes'), keys: ['Mod+Alt+E'] },
      form('markdown'),
      form('print'),
      form('csv'),
    ];
  }, [t]);
  useCommands(commands);
  const close = () => setShown(null);
  if (shown === null) return null;
  if (shown === 'case-file') return <ExportCaseFile onClose={close} />;
  return <ExportNotes form={shown} note={note} onClose={close} />;
}
