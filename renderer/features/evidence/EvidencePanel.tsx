import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KindName, kindNames } from '#domain/evidence/kinds.ts';
import type { Excerpt } from '#domain/excerpt.ts';
import type { Id } from '#domain/id.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { adding } from './adding.ts';
import styles from './EvidencePanel.module.css';
import { ExhibitList } from './ExhibitList.tsx';
import { ExhibitView } from './ExhibitView.tsx';
import type { ExhibitFilter, ExhibitSort } from './select-exhibits.ts';
import { useChosen, useSelectedExhibits } from './use-selected-exhibits.ts';

interface EvidencePanelProps {
  /** The claims that rest on an exhibit, as another feature shows them. */
  readonly links?: ((exhibit: Id) => ReactNode) | undefined;
  /** Where an exhibit is cited, as another feature shows it. */
  readonly citations?: ((exhibit: Id) => ReactNode) | undefined;
}

/** The evidence beside the work: the list of cards, or the exhibit that was opened from it. */
export function EvidencePanel({ links, citations }: EvidencePanelProps) {
  const { beside } = useWorkbench();
  const [show, setShow] = useState<Show>('all');
  const [text, setText] = useState('');
  if (beside?.table === 'exhibits') {
    return (
      <Beside id={beside.id} excerpt={beside.excerpt} links={links?.(beside.id)} citations={citations?.(beside.id)} />
    );
  }
  return <Cards show={show} setShow={setShow} text={text} setText={setText} />;
}

interface BesideProps {
  readonly id: Id;
  readonly excerpt: Excerpt | undefined;
  readonly links: ReactNode;
  readonly citations: ReactNode;
}

function Beside({ id, excerpt, links, citations }: BesideProps) {
  const { t } = useTranslation('evidence');
  const { open, openBeside } = useWorkbench();
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <Button variant="quiet" onPress={() => openBeside(null)}>
          <span aria-hidden="true">←</span> {t('backToList')}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            open({ table: 'exhibits', id, excerpt });
            openBeside(null);
          }}
        >
          {t('openFull')}
        </Button>
      </div>
      <div className={styles.rest}>
        <ExhibitView key={id} id={id} excerpt={excerpt} links={links}>
          {citations}
        </ExhibitView>
      </div>
    </div>
  );
}

type Show = 'all' | 'unlinked' | KindName;
const sort: ExhibitSort = { by: 'number', direction: 'up' };

interface CardsProps {
  readonly show: Show;
  readonly setShow: (show: Show) => void;
  readonly text: string;
  readonly setText: (text: string) => void;
}

function Cards({ show, setShow, text, setText }: CardsProps) {
  const { t, i18n } = useTranslation('evidence');
  const [selection, setSelection] = useState<ReadonlySet<Id>>(new Set());
  const filter = useMemo<ExhibitFilter>(
    () => ({
      text,
      ...(show === 'unlinked' && { linked: 'no' as const }),
      ...(show !== 'unlinked' && show !== 'all' && { kinds: [show] }),
    }),
    [show, text],
  );
  const { shown, all, linked } = useSelectedExhibits(filter, sort);
  const chosen = useChosen(selection, shown);
  const unlinked = all.filter(({ id }) => !linked.has(id)).length;
  const kinds = kindNames.filter((kind) => all.some((exhibit) => exhibit.kind === kind));
  const chip = (id: Show, label: string) => (
    <button key={id} type="button" className={styles.chip} aria-pressed={show === id} onClick={() => setShow(id)}>
      {label}
    </button>
  );
  if (all.length === 0) {
    return (
      <EmptyState text={t('empty')}>
        <Button onPress={() => adding.ask({})}>{t('addFirst')}</Button>
      </EmptyState>
    );
  }
  return (
    <div className={styles.panel}>
      <div className={styles.chips} role="toolbar" aria-label={t('filters')}>
        {chip('all', t('allKinds'))}
        {kinds.map((kind) => chip(kind, t(kind)))}
        {unlinked > 0 && chip('unlinked', t('unlinked', { number: unlinked.toLocaleString(i18n.language) }))}
      </div>
      <div className={styles.search}>
        <SearchField label={t('filterText')} placeholder={t('filterText')} value={text} onChange={setText} />
      </div>
      <div className={styles.rest}>
        {shown.length === 0 ? (
          <EmptyState text={t('nonePass')} />
        ) : (
          <ExhibitList items={shown} form="cards" columns={1} selection={chosen} onSelectionChange={setSelection} />
        )}
      </div>
    </div>
  );
}
