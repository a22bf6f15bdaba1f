import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_ENTER_COMMAND,
  mergeRegister,
} from 'lexical';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { textsOf, titleOf } from '#domain/evidence/exhibit.ts';
import { firstWords } from '#domain/evidence/kind.ts';
import type { Citation } from '#domain/note/document.ts';
import { useWorkbench, type Workbench } from '#features/cases/workbench.ts';
import { standingsIn } from '#features/claims/use-standing.ts';
import { credibilityIn, markOfCredibility } from '#features/notes/credibility.ts';
import { useOpenCase } from '#store/use-case.ts';
import { StandingMark } from '#ui/StandingMark.tsx';
import styles from './CitationPreview.module.css';
import { $isCitationNode } from './nodes/CitationNode.tsx';

interface Shown {
  citation: Citation;
  rect: DOMRect;
}

/** Opens what a citation cites beside the note; a tag opens the evidence that has it. */
export function openCited({ openBeside, openEvidence }: Workbench, { to, target, excerpt }: Citation): void {
  switch (to) {
    case 'exhibit':
      openBeside({ table: 'exhibits', id: target, ...(excerpt ? { excerpt } : {}) });
      return;
    case 'claim':
      openBeside({ table: 'claims', id: target });
      return;
    case 'tag':
      openEvidence({ tag: target });
  }
}

/** The previews of all chips in a note: one listener for all of them, so that a chip itself costs nothing. */
export function CitationPreview() {
  const [editor] = useLexicalComposerContext();
  const workbench = useWorkbench();
  const [shown, setShown] = useState<Shown | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const cited = (key: string): Citation | null =>
      editor.read(() => {
        const node = $getNodeByKey(key);
        return $isCitationNode(node) ? node.getCitation() : null;
      });
    const chipAt = (target: EventTarget | null) =>
      target instanceof Element ? target.closest('[data-citation]') : null;
    const show = (chip: Element, delay: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const citation = cited(chip.getAttribute('data-citation') ?? '');
        if (citation) setShown({ citation, rect: chip.getBoundingClientRect() });
      }, delay);
    };
    const hide = () => {
      clearTimeout(timer);
      setShown(null);
    };
    const onOver = (event: MouseEvent) => {
      const chip = chipAt(event.target);
      if (chip) show(chip, 250);
      else hide();
    };
    const onClick = (event: MouseEvent) => {
      const citation = cited(chipAt(event.target)?.getAttribute('data-citation') ?? '');
      if (!citation) return;
      hide();
      openCited(workbench, citation);
    };
    // Subtle: it is drawn where the chip was; Escape takes it away without anything else being left.
    const onEscape = (event: KeyboardEvent) => event.key === 'Escape' && hide();
    window.addEventListener('scroll', hide, true);
    window.addEventListener('keydown', onEscape, true);
    return mergeRegister(
      () => clearTimeout(timer),
      () => window.removeEventListener('scroll', hide, true),
      () => window.removeEventListener('keydown', onEscape, true),
      editor.registerRootListener((root) => {
        root?.addEventListener('mouseover', onOver);
        root?.addEventListener('mouseleave', hide);
        root?.addEventListener('click', onClick);
        return () => {
          root?.removeEventListener('mouseover', onOver);
          root?.removeEventListener('mouseleave', hide);
          root?.removeEventListener('click', onClick);
        };
      }),
      editor.registerUpdateListener(({ editorState }) => {
        const key = editorState.read(() => {
          const selection = $getSelection();
          const [node, ...others] = $isNodeSelection(selection) ? selection.getNodes() : [];
          return others.length === 0 && $isCitationNode(node) ? node.getKey() : null;
        });
        const chip = key === null ? null : editor.getElementByKey(key)?.querySelector('[data-citation]');
        if (chip) show(chip, 0);
        else setShown((now) => (now === null ? now : null));
      }),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const selection = $getSelection();
          const [node] = $isNodeSelection(selection) ? selection.getNodes() : [];
          if (!$isCitationNode(node)) return false;
          event?.preventDefault();
          openCited(workbench, node.getCitation());
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    );
  }, [editor, workbench]);

  if (!shown) return null;
  const { rect } = shown;
  const left = Math.max(8, Math.min(rect.left, window.innerWidth - 348));
  const place =
    rect.bottom + 200 < window.innerHeight
      ? { left: `${left}px`, top: `${rect.bottom + 6}px` }
      : { left: `${left}px`, bottom: `${window.innerHeight - rect.top + 6}px` };
  return createPortal(
    <div role="tooltip" className={styles.preview} style={place}>
      <Preview citation={shown.citation} />
    </div>,
    document.body,
  );
}

function Preview({ citation }: { readonly citation: Citation }) {
  const { t } = useTranslation('notes');
  const { state } = useOpenCase();
  const { target } = citation;
  switch (citation.to) {
    case 'exhibit': {
      const exhibit = state.exhibits.get(target);
      if (!exhibit) return <p className={styles.words}>{t('missing')}</p>;
      const credibility = credibilityIn(state, target);
      const title = titleOf(exhibit);
      // The first texts are the number and the title, which stand above.
      const words = textsOf(exhibit)
        .slice(2)
        .find(({ text }) => text.trim() !== '' && text !== title);
      return (
        <>
          <p className={styles.head}>
            <span className={styles.label}>{exhibit.label}</span> <b dir="auto">{title}</b>
          </p>
          {exhibit.graphic && <p className={styles.cover}>{t('graphic')}</p>}
          {words && (
            <p className={styles.words} dir="auto" lang={words.language}>
              {firstWords(words.text, 180)}
            </p>
          )}
          <p className={styles.facts}>
            <StandingMark standing={markOfCredibility(credibility)} label="" />
            {t(`kind-${exhibit.kind}`)} · {t(`credibility-${credibility}`)}
            {exhibit.gone !== undefined && ` · ${t('in-trash')}`}
          </p>
        </>
      );
    }
    case 'claim': {
      const claim = state.claims.get(target);
      if (!claim) return <p className={styles.words}>{t('missing')}</p>;
      const { status, supporting, contradicting } = standingsIn(state)(target);
      return (
        <>
          <p className={styles.head}>
            <span className={styles.label}>{claim.label}</span> <b dir="auto">{claim.text}</b>
          </p>
          <p className={styles.facts}>
            <StandingMark standing={status} label="" />
            {t(`standing-${status}`)} · ▲ {supporting.exhibits.length} ▼ {contradicting.exhibits.length}
            {claim.gone !== undefined && ` · ${t('in-trash')}`}
          </p>
        </>
      );
    }
    case 'tag': {
      const tag = state.tags.get(target);
      if (!tag) return <p className={styles.words}>{t('missing')}</p>;
      const count = [...state.exhibits.values()].filter((e) => e.gone === undefined && e.tags.includes(target)).length;
      return (
        <p className={styles.words}>
          <b dir="auto">{tag.path}</b> · {t('exhibits-with', { count })}
        </p>
      );
    }
  }
}
