import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Tag, tagColours, tagPath } from '#domain/tag.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { useAlive, useOpenCase, useTable } from '#store/use-case.ts';
import { AddLine } from '#ui/AddLine.tsx';
import { Button } from '#ui/Button.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { InlineText } from '#ui/InlineText.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Swatch } from '#ui/Swatch.tsx';
import { useAction } from '#ui/use-action.ts';
import { makeTag, mergeTag, renameTag, setTagColour, tagAt, trashTag } from './change-tags.ts';
import styles from './TagsView.module.css';
import { type TagNode, tagTree } from './tag-tree.ts';

/** All tags as a tree: rename, colour, merge, trash. */
export function TagsView() {
  const { t } = useTranslation('tags');
  const opened = useOpenCase();
  const tags = useTable('tags');
  const exhibits = useTable('exhibits');
  const tree = useMemo(() => tagTree(tags.values(), exhibits.values()), [tags, exhibits]);
  return (
    <section className={styles.view} aria-labelledby="tags-title">
      <header className={styles.head}>
        <h1 id="tags-title">{t('tags')}</h1>
        <AddLine
          label={t('newTag')}
          act={t('add')}
          onAdd={async (text) => void (await makeTag(opened.id, opened.state.tags, text))}
          failed={({ code }) => t(code === 'tag-name-empty' ? 'needsWord' : 'notKept')}
        />
      </header>
      {tree.length === 0 ? (
        <EmptyState text={t('empty')} />
      ) : (
        <ul className={styles.list}>
          {tree.map((node) => (
            <TagLine key={node.tag.id} node={node} />
          ))}
        </ul>
      )}
    </section>
  );
}

function TagLine({ node: { tag, depth, count } }: { readonly node: TagNode }) {
  const { t, i18n } = useTranslation('tags');
  const opened = useOpenCase();
  const { openEvidence } = useWorkbench();
  const [merging, setMerging] = useState(false);
  const check = (text: string) => {
    const path = tagPath(text);
    if (path === null) return t('needsWord');
    const there = tagAt(path, opened.state.tags);
    return there && there.id !== tag.id ? t('taken') : undefined;
  };
  const [trash] = useAction(async () => {
    await trashTag(opened.id, opened.state.tags, tag);
    showUndoToast(opened.id, t('trashed', { tag: tag.path }), t('undo'));
  });
  return (
    <li className={styles.line} style={{ paddingInlineStart: 20 * depth }}>
      <Menu
        label={t('colourOf', { tag: tag.path })}
        trigger={
          <IconButton label={t('colourOf', { tag: tag.path })}>
            <Swatch colour={tag.colour} />
          </IconButton>
        }
        groups={[
          {
            id: 'colours',
            acts: tagColours.map((colour) => ({
              id: colour,
              label: t(colour),
              run: () => void setTagColour(opened.id, tag.id, colour),
            })),
          },
        ]}
      />
      <span className={styles.name}>
        <InlineText
          label={t('path', { tag: tag.path })}
          value={tag.path}
          check={check}
          failed={t('notKept')}
          onCommit={(text) => renameTag(opened.id, opened.state.tags, tag, text)}
        />
      </span>
      <Button
        variant="quiet"
        aria-label={t('showExhibits', { count, tag: tag.path })}
        onPress={() => openEvidence({ tag: tag.id })}
      >
        {count.toLocaleString(i18n.language)}
      </Button>
      <span className={styles.more}>
        <Menu
          label={t('actsOn', { tag: tag.path })}
          placement="bottom end"
          trigger={<IconButton label={t('actsOn', { tag: tag.path })}>⋯</IconButton>}
          groups={[
            {
              id: 'acts',
              acts: [
                { id: 'merge', label: t('merge'), run: () => setMerging(true) },
                { id: 'trash', label: t('trash'), run: () => void trash() },
              ],
            },
          ]}
        />
      </span>
      <Dialog title={t('mergeOf', { tag: tag.path })} size="small" isOpen={merging} onClose={() => setMerging(false)}>
        <MergeForm tag={tag} onDone={() => setMerging(false)} />
      </Dialog>
    </li>
  );
}

function MergeForm({ tag, onDone }: { readonly tag: Tag; readonly onDone: () => void }) {
  const { t } = useTranslation('tags');
  const opened = useOpenCase();
  const others = useAlive('tags').filter(({ id }) => id !== tag.id);
  const [into, setInto] = useState<string | null>(null);
  const [merge, { busy }] = useAction(async () => {
    const target = others.find(({ id }) => id === into);
    if (!target) return;
    await mergeTag(opened.id, opened.state, tag, target);
    showUndoToast(opened.id, t('merged', { from: tag.path, into: target.path }), t('undo'));
    onDone();
  });
  return (
    <div className={styles.merge}>
      <p>{t('mergeHint', { tag: tag.path })}</p>
      <ComboBox
        autoFocus
        label={t('mergeInto')}
        items={others.map(({ id, path }) => ({ id, label: path }))}
        value={into}
        onChange={setInto}
      />
      <div className={styles.acts}>
        <Button variant="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <Button variant="primary" isDisabled={into === null || busy} onPress={() => void merge()}>
          {t('mergeDo')}
        </Button>
      </div>
    </div>
  );
}
