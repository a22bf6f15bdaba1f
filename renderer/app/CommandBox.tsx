import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '#domain/evidence/exhibit.ts';
import { type Target, useWorkbench } from '#features/cases/workbench.ts';
import { useAlive } from '#store/use-case.ts';
import { canRun, useAllCommands } from '#ui/command.ts';
import { Palette, type PaletteGroup, type PaletteItem } from '#ui/Palette.tsx';

interface Found {
  item: PaletteItem;
  words: string;
  run: () => void;
}

const mostPerGroup = 12;

/** Finds every command, exhibit, claim, question, source and note by any of its words, and runs or opens it. */
export function CommandBox({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const [query, setQuery] = useState('');
  const close = () => {
    setQuery('');
    onClose();
  };
  if (!isOpen) return null;
  return <OpenBox query={query} setQuery={setQuery} onClose={close} />;
}

interface OpenBoxProps {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly onClose: () => void;
}

function OpenBox({ query, setQuery, onClose }: OpenBoxProps) {
  const { t } = useTranslation('frame');
  const groups = useEverything();
  const steps = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const fits = (found: Found) => steps.every((step) => found.words.includes(step));
  const shown = groups.map(({ id, label, found }) => ({ id, label, found: found.filter(fits).slice(0, mostPerGroup) }));
  const filled: PaletteGroup[] = shown
    .filter((group) => group.found.length > 0)
    .map(({ id, label, found }) => ({ id, label, items: found.map(({ item }) => item) }));
  return (
    <Palette
      label={t('palette')}
      placeholder={t('search')}
      emptyText={t('nothingFound')}
      isOpen
      onClose={onClose}
      query={query}
      onQueryChange={setQuery}
      groups={filled}
      onChoose={(id) =>
        shown
          .flatMap((group) => group.found)
          .find(({ item }) => item.id === id)
          ?.run()
      }
    />
  );
}

function useEverything(): { id: string; label: string; found: Found[] }[] {
  const { t } = useTranslation('frame');
  const { open } = useWorkbench();
  const commands = useAllCommands();
  const exhibits = useAlive('exhibits');
  const claims = useAlive('claims');
  const notes = useAlive('notes');
  const questions = useAlive('questions');
  const sources = useAlive('sources');
  return useMemo(() => {
    const thing = (target: Target, label: string, detail?: string): Found => ({
      item: { id: `${target.table} ${target.id}`, label, ...(detail && { detail }) },
      words: `${detail ?? ''} ${label}`.toLocaleLowerCase(),
      run: () => open(target),
    });
    return [
      {
        id: 'commands',
        label: t('commands'),
        found: commands
          .filter((c) => c.id !== 'frame.palette' && canRun(c))
          .map((c) => ({
            item: { id: `command ${c.id}`, label: c.label, ...(c.keys?.[0] && { keys: c.keys[0] }) },
            words: c.label.toLocaleLowerCase(),
            run: c.run,
          })),
      },
      { id: 'notes', label: t('notes'), found: notes.map((n) => thing({ table: 'notes', id: n.id }, n.title)) },
      {
        id: 'exhibits',
        label: t('exhibits'),
        found: exhibits.map((e) => thing({ table: 'exhibits', id: e.id }, titleOf(e), e.label)),
      },
      {
        id: 'claims',
        label: t('claims'),
        found: claims.map((c) => thing({ table: 'claims', id: c.id }, c.text, c.label)),
      },
      {
        id: 'questions',
        label: t('questions'),
        found: questions.map((q) => thing({ table: 'questions', id: q.id }, q.text)),
      },
      { id: 'sources', label: t('sources'), found: sources.map((s) => thing({ table: 'sources', id: s.id }, s.name)) },
    ];
  }, [t, open, commands, exhibits, claims, notes, questions, sources]);
}
