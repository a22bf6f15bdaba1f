import { $getSelection, type LexicalEditor } from 'lexical';
import type { ReactNode } from 'react';
import type { useTranslation } from 'react-i18next';
import { type BlockKind, blockKinds, insertRule, setBlockKind, typeSign } from './block-acts.ts';
import styles from './CompletionMenu.module.css';
import { $selectTrigger, insertTable } from './insert.ts';
import type { Trigger } from './use-trigger.ts';

/** One line of the list that opens after a sign, and what taking it does. */
export interface Choice {
  id: string;
  row: ReactNode;
  run: (trigger: Trigger) => void;
}

type Say = ReturnType<typeof useTranslation<'notes'>>['t'];

/** What `/` offers: each kind of block, a table, a rule, and the signs that cite. */
export function slashChoices(query: string, t: Say, editor: LexicalEditor): Choice[] {
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
