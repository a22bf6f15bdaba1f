import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Derivation } from '#domain/derivation.ts';
import { type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import type { Excerpt } from '#domain/excerpt.ts';
import type { Id } from '#domain/id.ts';
import { originKey, originsOf } from '#domain/origins.ts';
import { draggedIds } from '#features/cases/dragged-ids.ts';
import { dragTypes, useWorkbench } from '#features/cases/workbench.ts';
import { change } from '#store/change.ts';
import { useOpenCase, useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { classes } from '#ui/classes.ts';
import styles from './Derivations.module.css';
import { derivationsOf, repeatsOf } from './lineage.ts';
import { repeating } from './repeat-request.ts';

/** What an exhibit repeats, what repeats it, and which others come from the same origin. Dropping an exhibit here says that this one repeats it. */
export function Derivations({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation('evidence');
  const derivations = useTable('derivations');
  const [isOver, setIsOver] = useState(false);
  const of = derivationsOf(derivations).get(exhibit.id) ?? [];
  const by = repeatsOf(derivations).get(exhibit.id) ?? [];
  return (
    <fieldset
      aria-label={t('lineage')}
      className={classes(styles.lineage, isOver && styles.over)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragTypes.exhibits)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const [other] = draggedIds(event.dataTransfer, dragTypes.exhibits).filter((id) => id !== exhibit.id);
        if (other !== undefined) repeating.ask({ exhibits: [exhibit.id], of: other });
      }}
    >
      {of.length > 0 && (
        <ul aria-label={t('repeats')}>
          {of.map((derivation) => (
            <DerivationLine key={derivation.id} derivation={derivation} toward="of" />
          ))}
        </ul>
      )}
      {by.length > 0 && (
        <ul aria-label={t('repeatedBy')}>
          {by.map((derivation) => (
            <DerivationLine key={derivation.id} derivation={derivation} toward="what" />
          ))}
        </ul>
      )}
      <SameOrigin exhibit={exhibit} />
      <Button variant="quiet" onPress={() => repeating.ask({ exhibits: [exhibit.id] })}>
        {t('repeatsAct')}
      </Button>
    </fieldset>
  );
}

interface DerivationLineProps {
  readonly derivation: Derivation;
  readonly toward: 'of' | 'what';
}

function DerivationLine({ derivation, toward }: DerivationLineProps) {
  const { t } = useTranslation('evidence');
  const { id: caseId } = useOpenCase();
  const { how, basis, because, of } = derivation;
  return (
    <li className={styles.line}>
      <span className={styles.how}>{t(toward === 'of' ? `of-${how}` : `by-${how}`)}</span>
      {toward === 'what' ? (
        <ExhibitName id={derivation.what} />
      ) : of.type === 'exhibit' ? (
        <ExhibitName id={of.id} excerpt={derivation.excerpt} />
      ) : of.type === 'source' ? (
        <SourceLink id={of.id} />
      ) : (
        <span dir="auto">{of.words}</span>
      )}
      <span className={styles.quiet}>
        {t(`basis-${basis}`)}
        {because !== '' && <span dir="auto">{` · ${because}`}</span>}
      </span>
      <Button
        variant="quiet"
        onPress={() => void change(caseId, 'derivation.trash', (c) => c.trash('derivations', derivation.id))}
      >
        {t('remove')}
      </Button>
    </li>
  );
}

/** An exhibit's label and title, to be opened beside, at the part that is meant. */
export function ExhibitName({ id, excerpt }: { readonly id: Id; readonly excerpt?: Excerpt | undefined }) {
  const { t } = useTranslation('evidence');
  const exhibit = useTable('exhibits').get(id);
  const { openBeside } = useWorkbench();
  if (!exhibit) return <span>{t('missing')}</span>;
  return (
    <Button variant="link" onPress={() => openBeside({ table: 'exhibits', id, excerpt })}>
      <span className={styles.label}>{exhibit.label}</span>
      <span dir="auto" className={styles.name}>
        {titleOf(exhibit)}
      </span>
      {exhibit.gone !== undefined && ` (${t('inTrashShort')})`}
    </Button>
  );
}

function SourceLink({ id }: { readonly id: Id }) {
  const { t } = useTranslation('evidence');
  const source = useTable('sources').get(id);
  const { open } = useWorkbench();
  if (!source) return <span>{t('missing')}</span>;
  return (
    <Button variant="link" onPress={() => open({ table: 'sources', id })}>
      <span dir="auto">{source.name}</span>
    </Button>
  );
}

const most = 12;

function SameOrigin({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation('evidence');
  const exhibits = useTable('exhibits');
  const derivations = useTable('derivations');
  const sharing = useMemo(() => {
    const lineage = { exhibits, derivations: derivationsOf(derivations) };
    const known = (id: Id) => originsOf(id, lineage).filter((o) => o.type === 'source' || o.type === 'outside');
    const own = new Set(known(exhibit.id).map(originKey));
    const direct = new Set([
      ...(derivationsOf(derivations).get(exhibit.id) ?? []).flatMap((d) => (d.of.type === 'exhibit' ? d.of.id : [])),
      ...(repeatsOf(derivations).get(exhibit.id) ?? []).map((d) => d.what),
    ]);
    if (own.size === 0) return [];
    return [...exhibits.values()].filter(
      (e) =>
        e.id !== exhibit.id &&
        e.gone === undefined &&
        !direct.has(e.id) &&
        known(e.id).some((origin) => own.has(originKey(origin))),
    );
  }, [exhibit.id, exhibits, derivations]);
  if (sharing.length === 0) return null;
  return (
    <p className={styles.same}>
      <span className={styles.quiet}>{t('sameOrigin', { count: sharing.length })}</span>
      {sharing.slice(0, most).map(({ id }) => (
        <ExhibitLabel key={id} id={id} />
      ))}
      {sharing.length > most && <span>{t('more', { count: sharing.length - most })}</span>}
    </p>
  );
}

function ExhibitLabel({ id }: { readonly id: Id }) {
  const exhibit = useTable('exhibits').get(id);
  const { openBeside } = useWorkbench();
  return (
    <Button variant="link" onPress={() => openBeside({ table: 'exhibits', id })}>
      <span className={styles.label}>{exhibit?.label}</span>
    </Button>
  );
}
