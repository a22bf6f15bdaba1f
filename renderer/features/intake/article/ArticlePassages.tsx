import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Passage, splitArticle } from '#domain/article/split-article.ts';
import type { Id } from '#domain/id.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { QuestionField } from '#features/claims/QuestionField.tsx';
import { useAlive, useCaseState, useOpenCase } from '#store/use-case.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { useAction } from '#ui/use-action.ts';
import { VirtualList } from '#ui/VirtualList.tsx';
import styles from './Article.module.css';
import {
  type Keeping,
  type Keepings,
  type KeptAs,
  passageId,
  type Speaker,
  speakerOf,
  withKeeping,
} from './keeping.ts';
import { PassageReading } from './PassageReading.tsx';
import { PassageRow } from './PassageRow.tsx';
import { passagesHere } from './passages-here.ts';
import { type HeldArticle, type KeptPassage, type PastedArticle, takeArticle } from './take-article.ts';

interface ArticlePassagesProps {
  readonly article: PastedArticle | HeldArticle;
  /** What is said above the passages. */
  readonly note?: string | undefined;
  readonly keepings: Keepings;
  readonly onKeepings: (keepings: Keepings) => void;
  readonly onBack?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onTaken: () => void;
}

const shown = ['all', 'quotes', 'kept'] as const;
const keys: Readonly<Record<string, Keeping>> = {
  s: { as: 'statement' },
  c: { as: 'claim' },
  x: { as: undefined },
};

/** The passages of an article, to be kept as statements or claims, each with who speaks; they and the article are taken in as one change. */
export function ArticlePassages(props: ArticlePassagesProps) {
  const { article, note, keepings, onKeepings, onBack, onClose, onTaken } = props;
  const { t } = useTranslation('article');
  const { id: caseId } = useOpenCase();
  const state = useCaseState();
  const sources = useAlive('sources');
  const { openBeside } = useWorkbench();
  const { text, language } = article;
  const passages = useMemo(() => splitArticle(text, language), [text, language]);
  const here = useMemo(
    () => ('exhibit' in article ? passagesHere(article.exhibit, text, passages, state) : new Map<string, string[]>()),
    [article, text, passages, state],
  );
  const [show, setShow] = useState<(typeof shown)[number]>('all');
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [activeId, setActiveId] = useState<string | null>(() => (passages[0] ? passageId(passages[0]) : null));
  const [question, setQuestion] = useState<Id>();
  const place = useRef<HTMLDivElement>(null);
  const focusList = useCallback(() => place.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus(), []);
  useEffect(focusList, [focusList]);

  const kept = passages.flatMap((passage): KeptPassage[] => {
    const keeping = keepings.get(passageId(passage));
    return keeping?.as ? [{ passage, as: keeping.as, speaker: keeping.speaker }] : [];
  });
  const count = (as: KeptAs) => kept.filter((one) => one.as === as).length;
  const list = passages.filter(
    (passage) =>
      show === 'all' ||
      (show === 'quotes' ? passage.is === 'quote' : keepings.get(passageId(passage))?.as !== undefined),
  );
  const active = passages.find((passage) => passageId(passage) === activeId);
  const names = [
    ...new Set([...keepings.values()].flatMap(({ speaker }) => (speaker && 'name' in speaker ? [speaker.name] : []))),
  ];
  const nameOf = (speaker: Speaker | undefined) =>
    speaker && ('name' in speaker ? speaker.name : state.sources.get(speaker.id)?.name);

  const onRowKey = (passage: Passage, event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const id = passageId(passage);
    const ids = selection.has(id) ? selection : new Set([id]);
    const said = keys[key];
    if (said) onKeepings(withKeeping(keepings, ids, said));
    else if (key === 'g') {
      const next = new Map(keepings);
      for (const one of passages) {
        const its = passageId(one);
        if (ids.has(its) && one.speaker)
          next.set(its, { ...next.get(its), speaker: speakerOf(one.speaker.name, sources) });
      }
      onKeepings(next);
    } else return;
    event.preventDefault();
  };
  const [take, { busy, error, dismiss }] = useAction(async () => {
    const taken = await takeArticle(caseId, article, kept, question);
    const { label } = taken;
    showUndoToast(
      caseId,
      kept.length === 0 ? t('doneAlone', { label }) : t('done', { label, count: kept.length }),
      t('undo'),
    );
    openBeside({ table: 'exhibits', id: taken.exhibit });
    onTaken();
  });
  if (passages.length === 0) return <EmptyState text={t('nothing')} />;
  return (
    <div ref={place} className={styles.article}>
      {note !== undefined && <p className={styles.note}>{note}</p>}
      <p className={styles.bar}>
        <Segmented
          label={t('show')}
          items={shown.map((id) => ({ id, label: t(id) }))}
          value={show}
          onChange={setShow}
        />
        <span>
          {t('counts', {
            quotes: passages.filter(({ is }) => is === 'quote').length,
            sentences: passages.filter(({ is }) => is === 'sentence').length,
          })}
        </span>
        <span className={styles.gap} />
        <span>{t('keys')}</span>
      </p>
      <div className={styles.halves}>
        <div className={styles.list}>
          {list.length === 0 ? (
            <EmptyState text={t('noneShown')} />
          ) : (
            <VirtualList
              label={t('passages')}
              items={list}
              idOf={passageId}
              rowHeight={46}
              selection={selection}
              onSelectionChange={setSelection}
              activeId={activeId}
              onActiveChange={setActiveId}
              onOpen={() => place.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus()}
              onRowKey={onRowKey}
              renderRow={(passage) => {
                const { as, speaker } = keepings.get(passageId(passage)) ?? {};
                return (
                  <PassageRow
                    passage={passage}
                    as={as}
                    speaker={nameOf(speaker)}
                    here={here.get(passageId(passage)) ?? []}
                    language={language}
                  />
                );
              }}
            />
          )}
        </div>
        <section aria-label={t('inContext')} className={styles.reading}>
          {active ? (
            <PassageReading
              key={passageId(active)}
              text={text}
              language={language}
              passage={active}
              keeping={keepings.get(passageId(active)) ?? {}}
              names={names}
              onKeep={(said) => {
                onKeepings(withKeeping(keepings, [passageId(active)], said));
                // Who speaks is the last thing to say of a passage: the keys go on in the list. Subtle: the field takes the focus
                // back once more when something was chosen in it.
                if (said.speaker) setTimeout(focusList);
              }}
            />
          ) : (
            <p>{t('readHint')}</p>
          )}
          {count('claim') > 0 && <QuestionField value={question} onChange={setQuestion} />}
        </section>
      </div>
      {error && (
        <ActionError
          what={t('failed')}
          kept={t('failedKept')}
          error={error}
          detailsLabel={t('details')}
          copyLabel={t('copyDetails')}
          copiedLabel={t('copied')}
          acts={[{ label: t('dismiss'), run: dismiss }]}
        />
      )}
      <footer className={styles.footer}>
        {onBack && <Button onPress={onBack}>{t('back')}</Button>}
        <span role="status" className={styles.chosen}>
          {t('chosen', { statements: count('statement'), claims: count('claim') })}
        </span>
        <span className={styles.gap} />
        <Button onPress={onClose}>{t('close')}</Button>
        <Button
          variant="primary"
          isDisabled={busy || (kept.length === 0 && 'exhibit' in article)}
          onPress={() => void take()}
        >
          {kept.length === 0 && !('exhibit' in article) ? t('takeText') : t('takeIn', { count: kept.length })}
        </Button>
      </footer>
    </div>
  );
}
