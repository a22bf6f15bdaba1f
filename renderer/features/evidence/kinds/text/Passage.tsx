import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { postText, type Run } from '#domain/evidence/kinds/telegram.ts';
import { sliceRuns } from '#domain/evidence/runs.ts';
import { type Excerpt, findQuote, quoteOf } from '#domain/excerpt.ts';
import { citing } from '#features/evidence/cite.ts';
import { RunsText } from '#features/evidence/kinds/telegram/RunsText.tsx';
import { linking } from '#features/evidence/link-request.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Passage.module.css';
import { selectedStretch } from './selected-stretch.ts';

export interface PassageProps {
  readonly exhibit: Exhibit;
  /** Which text of the exhibit this is: the verbatim one, or a translation by its id. */
  readonly on: string;
  readonly runs: readonly Run[];
  readonly language: string | undefined;
  readonly excerpt: Excerpt | undefined;
}

/** A text to read, with the passage that is meant marked; a passage that is selected can be linked or cited. */
export function Passage({ exhibit, on, runs, language, excerpt }: PassageProps) {
  const { t } = useTranslation('kinds');
  const text = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<readonly [number, number] | null>(null);
  const canLink = linking.useAnswered();
  const canCite = citing.useAnswered();
  const words = postText([...runs]);
  const isMeant = excerpt?.type === 'text' && excerpt.on === on;
  const meant = isMeant ? findQuote(words, excerpt) : null;

  useEffect(() => {
    const read = () => setSelected(text.current ? selectedStretch(text.current) : null);
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, []);

  const passage = (): Excerpt | undefined =>
    selected ? { type: 'text', on, ...quoteOf(words, ...selected) } : undefined;
  return (
    <div className={styles.passage}>
      <div ref={text} dir="auto" lang={language} className={styles.text} data-passage={on}>
        {meant ? (
          <>
            <RunsText runs={sliceRuns(runs, 0, meant[0])} />
            <Meant key={meant.join()}>
              <RunsText runs={sliceRuns(runs, meant[0], meant[1])} />
            </Meant>
            <RunsText runs={sliceRuns(runs, meant[1], words.length)} />
          </>
        ) : (
          <RunsText runs={runs} />
        )}
      </div>
      {isMeant && !meant && <p className={styles.lost}>{t('passageLost', { quote: excerpt.exact })}</p>}
      {selected && (canLink || canCite) && (
        <div className={styles.acts}>
          {canLink && (
            <Button onPress={() => linking.ask({ exhibits: [exhibit.id], excerpt: passage() })}>
              {t('linkPassage')}
            </Button>
          )}
          {canCite && (
            <Button onPress={() => citing.ask({ ids: [exhibit.id], excerpt: passage() })}>{t('citePassage')}</Button>
          )}
        </div>
      )}
    </div>
  );
}

/** The passage that is meant, brought into sight when it is shown. */
function Meant({ children }: { readonly children: ReactNode }) {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    // Subtle: a browser may give a promise here, which is no function to clean up with.
    void mark.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <mark ref={mark} className={styles.meant}>
      {children}
    </mark>
  );
}
