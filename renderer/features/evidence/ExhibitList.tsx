import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { dragIds } from '#features/cases/dragged-ids.ts';
import { dragTypes, useWorkbench } from '#features/cases/workbench.ts';
import { ContextMenu } from '#ui/ContextMenu.tsx';
import { matchesKeys } from '#ui/key-combination.ts';
import { VirtualList } from '#ui/VirtualList.tsx';
import { cardHeight, ExhibitCard } from './ExhibitCard.tsx';
import { ExhibitRow } from './ExhibitRow.tsx';
import { useRowGround } from './Marks.tsx';
import { TagDialog } from './TagDialog.tsx';
import { useExhibitActs } from './use-exhibit-acts.ts';

export interface ExhibitListProps {
  readonly items: readonly Exhibit[];
  /** One line each, or cards beside each other. */
  readonly form: 'table' | 'cards';
  readonly columns: number;
  readonly selection: ReadonlySet<Id>;
  readonly onSelectionChange: (selection: ReadonlySet<Id>) => void;
}

const idOf = (exhibit: Exhibit) => exhibit.id;

/**
 * Exhibits to move through, choose, open, cite, link, tag, drag and throw away. An act is about what is chosen when the exhibit acted
 * on is among it, else about that exhibit alone.
 */
export function ExhibitList({ items, form, columns, selection, onSelectionChange }: ExhibitListProps) {
  const { t } = useTranslation('evidence');
  const { open, openBeside } = useWorkbench();
  const [active, setActive] = useState<Id | null>(null);
  const [menu, setMenu] = useState<{ x: number; y: number; ids: readonly Id[] } | null>(null);
  const [tagging, setTagging] = useState<readonly Id[] | null>(null);
  const acts = useExhibitActs(setTagging);
  const ground = useRowGround();
  const aboutOf = (exhibit: Exhibit) => (selection.has(exhibit.id) ? [...selection] : [exhibit.id]);

  const onRowKey = (exhibit: Exhibit, event: KeyboardEvent<HTMLDivElement>) => {
    const ids = aboutOf(exhibit);
    if (event.key === 'ContextMenu' || matchesKeys('Shift+F10', event)) {
      const box = event.currentTarget.querySelector('[data-active]')?.getBoundingClientRect();
      setMenu({ x: (box?.left ?? 0) + 24, y: box?.bottom ?? 0, ids });
    } else {
      const act = acts.byKey(ids, event);
      if (!act) return;
      act.run();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <VirtualList
        key={form}
        label={t('evidence')}
        role={form === 'cards' ? 'grid' : 'listbox'}
        items={items}
        idOf={idOf}
        columns={columns}
        rowHeight={form === 'cards' ? cardHeight : 30}
        renderRow={(exhibit) =>
          form === 'cards' ? (
            <ExhibitCard exhibit={exhibit} ground={ground} />
          ) : (
            <ExhibitRow exhibit={exhibit} ground={ground} />
          )
        }
        rowProps={(exhibit) => ({
          draggable: true,
          onDragStart: (event) => {
            const ids = aboutOf(exhibit);
            const labels = items.filter((item) => ids.includes(item.id)).map((item) => item.label);
            dragIds(event.dataTransfer, dragTypes.exhibits, ids, labels.join(' '));
          },
          onContextMenu: (event: MouseEvent) => {
            event.preventDefault();
            if (!selection.has(exhibit.id)) onSelectionChange(new Set([exhibit.id]));
            setActive(exhibit.id);
            setMenu({ x: event.clientX, y: event.clientY, ids: aboutOf(exhibit) });
          },
        })}
        selection={selection}
        onSelectionChange={onSelectionChange}
        activeId={active}
        onActiveChange={setActive}
        onOpen={(exhibit, where) =>
          where === 'full'
            ? open({ table: 'exhibits', id: exhibit.id })
            : openBeside({ table: 'exhibits', id: exhibit.id })
        }
        onRowKey={onRowKey}
      />
      <ContextMenu
        label={t('acts')}
        at={menu}
        groups={menu ? acts.groups(menu.ids) : []}
        onClose={() => setMenu(null)}
      />
      <TagDialog exhibits={tagging} onClose={() => setTagging(null)} />
    </>
  );
}
