import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { ExhibitName } from '#features/evidence/Derivations.tsx';
import { derivationsOf, repeatsOf } from '#features/evidence/lineage.ts';
import { useTable } from '#store/use-case.ts';

/** The exhibits of one album's other posts. */
export function AlbumLinks({ others }: { readonly others: readonly Exhibit[] }) {
  const { t } = useTranslation('telegram');
  if (others.length === 0) return t('albumAlone');
  return others.map(({ id }) => (
    <div key={id}>
      <ExhibitName id={id} />
    </div>
  ));
}

/** Gives the exhibits of the same post as it read before an edit, and after a later one. */
export function useEditions(exhibit: Exhibit): {
  readonly older: readonly string[];
  readonly newer: readonly string[];
} {
  const derivations = useTable('derivations');
  const older = (derivationsOf(derivations).get(exhibit.id) ?? []).flatMap(({ how, of }) =>
    how === 'edition' && of.type === 'exhibit' ? [of.id] : [],
  );
  const newer = (repeatsOf(derivations).get(exhibit.id) ?? []).flatMap(({ how, what }) =>
    how === 'edition' ? [what] : [],
  );
  return { older, newer };
}

/** The ways to a post's other editions. */
export function EditionLinks({ older, newer }: ReturnType<typeof useEditions>) {
  const { t } = useTranslation('telegram');
  return (
    <>
      {older.map((id) => (
        <div key={id}>
          {t('older')}
          <ExhibitName id={id} />
        </div>
      ))}
      {newer.map((id) => (
        <div key={id}>
          {t('newer')}
          <ExhibitName id={id} />
        </div>
      ))}
    </>
  );
}
