import { useTranslation } from 'react-i18next';
import { formatMoment } from '#domain/format-moment.ts';
import type { Draft } from '#domain/intake/draft.ts';
import type { Mapping } from '#domain/intake/table/mapping.ts';
import { type MappedRow, rowDraft } from '#domain/intake/table/row-draft.ts';
import { formatCoordinates } from '#domain/place.ts';
import { useLanguage } from '#features/cases/language.ts';
import { RowErrorWords } from './RowErrorWords.tsx';
import styles from './TableDialog.module.css';
import type { TableBeginning } from './table-mapping.ts';

const MOST_SHOWN = 12;

/** The first rows of a table as the exhibits that they become. */
export function RowPreview({ beginning, mapping }: { readonly beginning: TableBeginning; readonly mapping: Mapping }) {
  const { t } = useTranslation('table');
  const { names, rows } = beginning;
  return (
    <>
      <h3 className={styles.head}>{t('firstRows')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached with the keyboard */}
      <ol tabIndex={0} className={styles.rows} aria-label={t('firstRows')}>
        {rows.slice(0, MOST_SHOWN).map((row) => (
          <li key={row.n} className={styles.row}>
            <span className={styles.number}>{row.n}</span>
            <BecomesOf mapped={rowDraft(row, { mapping, names, sha256: '' })} />
          </li>
        ))}
      </ol>
    </>
  );
}

function BecomesOf({ mapped: { draft, errors } }: { readonly mapped: MappedRow }) {
  const { t } = useTranslation('table');
  return (
    <div className={styles.becomes}>
      {draft && (
        <>
          <p className={styles.becomesHead}>
            <span className={styles.kind}>{t(`kind-${draft.exhibit.kind}`)}</span>
            <strong dir="auto">{titleOf(draft) || t('untitled')}</strong>
          </p>
          <Facts draft={draft} />
        </>
      )}
      {errors.map((error) => (
        <p key={`${error.code} ${error.column}`} className={styles.error}>
          <RowErrorWords error={error} />
        </p>
      ))}
    </div>
  );
}

function titleOf({ exhibit }: Draft): string {
  return exhibit.title ?? wordsOf(exhibit).slice(0, 120);
}

/** What the exhibit says in its own words. */
function wordsOf(exhibit: Draft['exhibit']): string {
  switch (exhibit.kind) {
    case 'telegram':
      return exhibit.body.text.map(({ text }) => text).join('');
    case 'photo':
      return exhibit.body.caption ?? '';
    case 'video':
      return exhibit.description ?? '';
    default:
      return exhibit.body.verbatim;
  }
}

function addressOf(exhibit: Draft['exhibit']): string | undefined {
  switch (exhibit.kind) {
    case 'telegram':
    case 'video':
    case 'statement':
      return exhibit.body.link;
    case 'document':
    case 'web-page':
      return exhibit.body.address;
    case 'photo':
      return undefined;
  }
}

function Facts({ draft: { exhibit, source, tags = [] } }: { readonly draft: Draft }) {
  const { t } = useTranslation('table');
  const [language] = useLanguage();
  const { published, happened, collected, place } = exhibit;
  const when = (moment: typeof published) => moment && formatMoment(moment, language);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['address', addressOf(exhibit)],
    ['published', when(published)],
    ['happened', when(happened)],
    ['collected', when(collected?.at)],
    ['source', source?.name],
    ['place', place?.name],
    ['coordinates', place?.at && formatCoordinates(place.at, 'decimal')],
    ['tags', tags.map((tag) => `#${tag}`).join(' ')],
    ['text', exhibit.title === undefined ? undefined : wordsOf(exhibit).slice(0, 300)],
    ['description', exhibit.kind === 'video' ? undefined : exhibit.description],
  ];
  const told = facts.filter((fact): fact is readonly [FactName, string] => (fact[1] ?? '') !== '');
  return (
    <dl className={styles.facts}>
      {told.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`field-${name}`)}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type FactName =
  | 'address'
  | 'published'
  | 'happened'
  | 'collected'
  | 'source'
  | 'place'
  | 'coordinates'
  | 'tags'
  | 'text'
  | 'description';
