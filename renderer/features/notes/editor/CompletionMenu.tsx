import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  mergeRegister,
} from 'lexical';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { titleOf } from '#domain/evidence/exhibit.ts';
import { tagPath } from '#domain/tag.ts';
import { standingsIn } from '#features/claims/use-standing.ts';
import { makeClaim } from '#features/claims/write-claims.ts';
import { credibilityIn, markOfCredibility } from '#features/notes/credibility.ts';
import { makeTag } from '#features/notes/make-tag.ts';
import { useCaseState, useOpenCase } from '#store/use-case.ts';
import { StandingMark } from '#ui/StandingMark.tsx';
import { Swatch } from '#ui/Swatch.tsx';
import { type BlockKind, blockKinds, insertRule, setBlockKind, typeSign } from './block-acts.ts';
import styles from './CompletionMenu.module.css';
import { complete, type Offer, pictureOf } from './completions.ts';
import { $insertBlock, $insertCitations, $selectTrigger, insertTable } from './insert.ts';
import { $createClaimBlockNode } from './nodes/ClaimBlockNode.tsx';
import { $createExhibitImageNode } from './nodes/ExhibitImageNode.tsx';
import { type Trigger, useTrigger } from './use-trigger.ts';

interface Choice {
  id: string;
  row: ReactNode;
  run: (trigger: Trigger) => void;
}

/** The list that opens after `@`, `!`, `#` and `/`: arrows move, Enter or Tab takes, Escape leaves the text as typed. */
export function CompletionMenu({ note }: { readonly note: string }) {
  const [editor] = useLexicalComposerContext();
  const { trigger, dismiss } = useTrigger(editor);
  if (!trigger || !editor.isEditable()) return null;
  return <OpenMenu key={`${trigger.key} ${trigger.from}`} note={note} trigger={trigger} dismiss={dismiss} />;
}

interface OpenMenuProps {
  readonly note: string;
  readonly trigger: Trigger;
  readonly dismiss: () => void;
}

function OpenMenu({ note, trigger, dismiss }: OpenMenuProps) {
  const { t } = useTranslation('notes');
  const [editor] = useLexicalComposerContext();
  const choices = useChoices(note, trigger);
  // Subtle: « Non ! » and a lone # end lines too; only a sign that never does, or a choice made, lets Enter take.
  const start =
    trigger.query !== '' || trigger.sign === '@' || trigger.sign === '/' || trigger.sign.length === 2 ? 0 : -1;
  const [moved, setMoved] = useState<{ query: string; at: number } | null>(null);
  const at = Math.min(moved?.query === trigger.query ? moved.at : start, choices.length - 1);
  const list = useRef<HTMLDivElement>(null);
  const place = useCaretPlace(trigger, choices.length);

  useEffect(() => {
    const move = (by: number) => (event: KeyboardEvent | null) => {
      if (choices.length === 0) return false;
      event?.preventDefault();
      setMoved({ query: trigger.query, at: (at + by + choices.length) % choices.length });
      return true;
    };
    const take = (event: KeyboardEvent | null) => {
      const choice = choices[at];
      if (!choice || event?.shiftKey) return false;
      event?.preventDefault();
      choice.run(trigger);
      return true;
    };
    const on = (command: LexicalCommand<KeyboardEvent>, run: (event: KeyboardEvent | null) => boolean) =>
      editor.registerCommand(command, run, COMMAND_PRIORITY_CRITICAL);
    return mergeRegister(
      on(KEY_ARROW_DOWN_COMMAND, move(1)),
      on(KEY_ARROW_UP_COMMAND, move(at < 0 ? 0 : -1)),
      editor.registerCommand(KEY_ENTER_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
      on(KEY_TAB_COMMAND, take),
      on(KEY_ESCAPE_COMMAND, (event) => {
        event?.preventDefault();
        event?.stopPropagation();
        dismiss();
        return true;
      }),
    );
  }, [editor, choices, at, trigger, dismiss]);

  useLayoutEffect(() => {
    const root = editor.getRootElement();
    const option = list.current?.children[at];
    option?.scrollIntoView({ block: 'nearest' });
    if (!root || !option) return;
    root.setAttribute('aria-controls', 'note-completions');
    root.setAttribute('aria-activedescendant', option.id);
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [editor, at]);

  if (choices.length === 0 || !place) return null;
  return createPortal(
    <div
      ref={list}
      id="note-completions"
      role="listbox"
      aria-label={t('completions')}
      className={styles.menu}
      style={place}
    >
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the editor's, which keeps the focus
        <div
          key={choice.id}
          id={`note-completion-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={styles.option}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => index !== at && setMoved({ query: trigger.query, at: index })}
          onClick={() => choice.run(trigger)}
        >
          {choice.row}
        </div>
      ))}
    </div>,
    document.body,
  );
}

/** Under the sign, or above it where there is more room; in pixels of the window. */
function useCaretPlace(trigger: Trigger, rows: number): { left: string; top?: string; bottom?: string } | null {
  const [editor] = useLexicalComposerContext();
  return useMemo(() => {
    const text = rows > 0 ? editor.getElementByKey(trigger.key)?.firstChild : null;
    const holder = text instanceof Text ? text : text?.firstChild;
    if (!(holder instanceof Text) || holder.length < trigger.from) return null;
    const range = document.createRange();
    range.setStart(holder, trigger.from);
    range.setEnd(holder, Math.min(trigger.from + 1, holder.length));
    const rect = range.getBoundingClientRect();
    const left = `${Math.max(8, Math.min(rect.left, window.innerWidth - 400))}px`;
    return rect.bottom + 280 < window.innerHeight || rect.top < 280
      ? { left, top: `${rect.bottom + 4}px` }
      : { left, bottom: `${window.innerHeight - rect.top + 4}px` };
  }, [editor, trigger, rows]);
}

function useChoices(note: string, trigger: Trigger): Choice[] {
  const { t } = useTranslation('notes');
  const [editor] = useLexicalComposerContext();
  const state = useCaseState();
  const { id: caseId } = useOpenCase();
  const { sign, query } = trigger;

  return useMemo(() => {
    const replace = (act: () => void) => (at: Trigger) =>
      editor.update(() => {
        if ($selectTrigger(at)) act();
      });
    const cite = (offer: Offer): Choice => ({
      id: offer.record.id,
      row: <OfferRow offer={offer} kind={offer.to === 'exhibit' ? t(`kind-${offer.record.kind}`) : ''} />,
      run: replace(() => $insertCitations([{ to: offer.to, target: offer.record.id }])),
    });
    /** A record made on the fly takes a moment; the chip then takes the place of what was typed. */
    const make = (id: string, words: string, making: () => Promise<() => void>): Choice => ({
      id,
      row: <span className={styles.make}>{words}</span>,
      run: (at) => void making().then((act) => replace(act)(at)),
    });
    const typed = query.trim();
    switch (sign) {
      case '/':
        return slashChoices(query, t, editor);
      case '@':
        return complete(state, 'exhibit', query).map(cite);
      case '!': {
        const found = complete(state, 'claim', query).map(cite);
        if (typed === '') return found;
        const text = t('make-claim-of', { text: typed });
        return [
          ...found,
          make('new', text, async () => {
            const claim = await makeClaim(caseId, { text: typed, from: { note, sentence: typed } });
            return () => $insertCitations([{ to: 'claim', target: claim.id }]);
          }),
        ];
      }
      case '#': {
        const found = complete(state, 'tag', query).map(cite);
        const path = tagPath(typed);
        const exists =
          path !== null && [...state.tags.values()].some((tag) => tag.gone === undefined && tag.path === path);
        if (path === null || exists) return found;
        return [
          ...found,
          make('new', t('make-tag', { path }), async () => {
            const tag = await makeTag(caseId, path);
            return () => $insertCitations([{ to: 'tag', target: tag }]);
          }),
        ];
      }
      case '!!':
        return complete(state, 'claim', query).map((offer) => ({
          ...cite(offer),
          run: replace(() => $insertBlock($createClaimBlockNode(offer.record.id))),
        }));
      case '@@':
        return complete(state, 'exhibit', query).flatMap((offer) => {
          const picture = offer.to === 'exhibit' ? pictureOf(offer.record) : undefined;
          if (picture === undefined) return [];
          return [
            { ...cite(offer), run: replace(() => $insertBlock($createExhibitImageNode(offer.record.id, picture))) },
          ];
        });
    }
  }, [sign, query, state, t, editor, caseId, note]);
}

function OfferRow({ offer, kind }: { readonly offer: Offer; readonly kind: string }) {
  const { t } = useTranslation('notes');
  const { state } = useOpenCase();
  switch (offer.to) {
    case 'exhibit': {
      const credibility = credibilityIn(state, offer.record.id);
      return (
        <>
          <StandingMark standing={markOfCredibility(credibility)} label={t(`credibility-${credibility}`)} />
          <span className={styles.label}>{offer.record.label}</span>
          <span className={styles.title} dir="auto">
            {titleOf(offer.record)}
          </span>
          <span className={styles.kind}>{kind}</span>
        </>
      );
    }
    case 'claim': {
      const { status } = standingsIn(state)(offer.record.id);
      return (
        <>
          <StandingMark standing={status} label={t(`standing-${status}`)} />
          <span className={styles.label}>{offer.record.label}</span>
          <span className={styles.title} dir="auto">
            {offer.record.text}
          </span>
        </>
      );
    }
    case 'tag':
      return (
        <>
          <Swatch colour={offer.record.colour} />
          <span className={styles.title} dir="auto">
            {offer.record.path}
          </span>
        </>
      );
  }
}

type Say = ReturnType<typeof useTranslation<'notes'>>['t'];

/** What `/` offers: each kind of block, a table, a rule, and the signs that cite. */
function slashChoices(query: string, t: Say, editor: ReturnType<typeof useLexicalComposerContext>[0]): Choice[] {
  const act = (id: string, words: string, sign: string, run: () => void): Choice & { words: string } => ({
    id,
    words,
    row: (
      <>
        <span className={styles.title}>{words}</span>
        <span className={styles.kind}>{sign}</span>
      </>
    ),
    run: (trigger) => {
      editor.update(() => void ($selectTrigger(trigger) && $getSelection()?.insertText('')), { discrete: true });
      run();
    },
  });
  const signs: Record<BlockKind, string> = {
    text: '',
    h1: '#',
    h2: '##',
    h3: '###',
    bullets: '-',
    numbers: '1.',
    checks: '[]',
    quote: '>',
    code: '```',
  };
  const all = [
    ...blockKinds.map((kind) => act(kind, t(`block-${kind}`), signs[kind], () => setBlockKind(editor, kind))),
    act('table', t('table'), '', () => insertTable(editor)),
    act('rule', t('rule'), '---', () => insertRule(editor)),
    act('exhibit', t('cite-exhibit'), '@', () => typeSign(editor, '@')),
    act('claim', t('cite-claim'), '!', () => typeSign(editor, '!')),
    act('tag', t('cite-tag'), '#', () => typeSign(editor, '#')),
    act('claim-block', t('embed-claim'), '!!', () => typeSign(editor, '!!')),
    act('picture', t('embed-picture'), '@@', () => typeSign(editor, '@@')),
  ];
  const wanted = query.toLocaleLowerCase();
  return all.filter(({ id, words }) => words.toLocaleLowerCase().includes(wanted) || id.startsWith(wanted));
}
