import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useWorkbench } from '#features/cases/workbench.ts';
import { useActWords } from '#features/journal/use-act-words.ts';
import { useNewNote } from '#features/notes/use-note-acts.ts';
import { redo, type Undone, undo } from '#store/undo.ts';
import { useOpenCase } from '#store/use-case.ts';
import { type Command, useCommands } from '#ui/command.ts';
import { useTheme } from '#ui/theme.ts';
import { showToast } from '#ui/toasts.tsx';

interface FrameCommandsProps {
  /** Opens one of the frame's own dialogs; must stay the same function. */
  readonly show: (dialog: 'palette' | 'settings' | 'help') => void;
  readonly togglePanel: () => void;
  readonly toggleRail: () => void;
}

/** The commands that belong to the frame itself. Draws nothing. */
export function FrameCommands({ show, togglePanel, toggleRail }: FrameCommandsProps) {
  const { t } = useTranslation('frame');
  const { id } = useOpenCase();
  const { openView } = useWorkbench();
  const [, go] = useLocation();
  const [, setTheme] = useTheme();
  const actWords = useActWords();
  const newNote = useNewNote();

  const commands = useMemo<Command[]>(() => {
    const tell = (key: 'undone' | 'redone') => (result: Undone | null) => {
      if (!result) return showToast({ text: t('nothingToUndo') });
      const passed = result.passedOver > 0 ? ` ${t('passedOver', { count: result.passedOver })}` : '';
      return showToast({ text: t(key, { act: actWords(result.act) }) + passed });
    };
    const fail = (error: unknown) =>
      showToast({ text: `${t('actFailed')} ${error instanceof Error ? error.message : ''}`, tone: 'problem' });
    return [
      { id: 'frame.palette', label: t('palette'), keys: ['Mod+K'], run: () => show('palette') },
      { id: 'frame.undo', label: t('undo'), keys: ['Mod+Z'], run: () => void undo(id).then(tell('undone'), fail) },
      {
        id: 'frame.redo',
        label: t('redo'),
        keys: ['Mod+Shift+Z', 'Mod+Y'],
        run: () => void redo(id).then(tell('redone'), fail),
      },
      { id: 'frame.new-note', label: t('newNote'), keys: ['Mod+Alt+N'], run: newNote },
      { id: 'frame.notes', label: t('notes'), keys: ['Alt+1'], run: () => openView('notes') },
      { id: 'frame.evidence', label: t('evidence'), keys: ['Alt+2'], run: () => openView('evidence') },
      { id: 'frame.intake', label: t('intake'), keys: ['Alt+8'], run: () => openView('intake') },
      { id: 'frame.questions', label: t('questions'), keys: ['Alt+3'], run: () => openView('questions') },
      { id: 'frame.sources', label: t('sources'), keys: ['Alt+4'], run: () => openView('sources') },
      { id: 'frame.tags', label: t('tags'), keys: ['Alt+5'], run: () => openView('tags') },
      { id: 'frame.journal', label: t('journal'), keys: ['Alt+6'], run: () => openView('journal') },
      { id: 'frame.trash', label: t('trash'), keys: ['Alt+7'], run: () => openView('trash') },
      { id: 'frame.panel', label: t('togglePanel'), keys: ['Mod+Alt+P'], run: togglePanel },
      { id: 'frame.rail', label: t('toggleRail'), keys: ['Mod+Alt+L'], run: toggleRail },
      {
        id: 'frame.theme',
        label: t('themeToggle'),
        run: () => setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'),
      },
      { id: 'frame.settings', label: t('settings'), keys: ['Mod+,'], run: () => show('settings') },
      { id: 'frame.help', label: t('help'), keys: ['Mod+/', 'F1'], run: () => show('help') },
      { id: 'frame.start', label: t('toStart'), run: () => go('/') },
    ];
  }, [t, id, newNote, openView, go, setTheme, actWords, show, togglePanel, toggleRail]);
  useCommands(commands);
  return null;
}
