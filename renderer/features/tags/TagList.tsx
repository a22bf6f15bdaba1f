import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { draggedIds } from '#features/cases/dragged-ids.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { dragTypes, useWorkbench } from '#features/cases/workbench.ts';
import { useOpenCase, useTable } from '#store/use-case.ts';
import { Count } from '#ui/Count.tsx';
import { Swatch } from '#ui/Swatch.tsx';
import { tagExhibits } from './change-tags.ts';
import styles from './TagList.module.css';
import { type TagNode, tagTree } from './tag-tree.ts';

/** The tags for the rail, with how many exhibits have each; pressing one shows them, dropping exhibits on one tags them. */
export function TagList() {
  const { t } = useTranslation('tags');
  const tags = useTable('tags');
  const exhibits = useTable('exhibits');
  const tree = useMemo(() => tagTree(tags.values(), exhibits.values()), [tags, exhibits]);
  if (tree.length === 0) return null;
  return (
    <section aria-label={t('tagsToShow')}>
      <h2 className={styles.heading}>{t('tags')}</h2>
      <ul className={styles.list}>
        {tree.map((node) => (
          <TagRow key={node.tag.id} node={node} />
        ))}
      </ul>
    </section>
  );
}

function TagRow({ node: { tag, name, depth, count } }: { readonly node: TagNode }) {
  const { t, i18n } = useTranslation('tags');
  const { id: caseId } = useOpenCase();
  const { openEvidence } = useWorkbench();
  const [isOver, setIsOver] = useState(false);
  const take = async (ids: Id[]) => {
    await tagExhibits(caseId, ids, [tag.id]);
    showUndoToast(caseId, t('tagged', { count: ids.length, tag: tag.path }), t('undo'));
  };
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-over={isOver || undefined}
        style={{ paddingInlineStart: 8 + 12 * depth }}
        onClick={() => openEvidence({ tag: tag.id })}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(dragTypes.exhibits)) return;
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          void take(draggedIds(event.dataTransfer, dragTypes.exhibits));
        }}
      >
        <Swatch colour={tag.colour} />
        <span dir="auto" className={styles.name}>
          {name}
        </span>
        <Count text={count.toLocaleString(i18n.language)} label={t('exhibits', { count })} />
      </button>
    </li>
  );
}
