import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { titleOf } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { linking } from '#features/evidence/link-request.ts';
import { useRecord, useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { matchesKeys } from '#ui/key-combination.ts';
import { StanceMark } from '#ui/StanceMark.tsx';
import styles from './ClaimView.module.css';
import { ExcerptText } from './ExcerptText.tsx';
import { LinkMenu } from './LinkMenu.tsx';
import { StandingLabel } from './StandingLabel.tsx';
import { linksByExhibit } from './use-standing.ts';
import { removeLink } from './write-claims.ts';

/** The claims that an exhibit bears on, each with its stance and where the claim stands. */
export function ClaimsOfExhibit({ exhibit }: { readonly exhibit: Id }) {
  const record = useRecord('exhibits', exhibit);
  return record ? <Claims exhibit={record} /> : null;
}

function Claims({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation('claims');
  const { open } = useWorkbench();
  const claims = useTable('claims');
  const links = (linksByExhibit(useTable('links')).get(exhibit.id) ?? []).flatMap((link) => {
    const claim = claims.get(link.claim);
    return claim && claim.gone === undefined ? [{ link, claim }] : [];
  });
  const madeHere = [...claims.values()].filter(
    ({ madeIn, gone }) => madeIn?.exhibit === exhibit.id && gone === undefined,
  );
  const remove = async (id: string, claim: string) => {
    await removeLink(exhibit.case, id);
    showUndoToast(exhibit.case, t('linkRemoved', { exhibit: exhibit.label, claim }), t('undo'));
  };
  return (
    <section aria-label={`${t('bearsOn')}: ${titleOf(exhibit)}`}>
      {links.length === 0 && <p className={styles.empty}>{t('bearsOnNothing')}</p>}
      <ul>
        {links.map(({ link, claim }) => (
          <li key={link.id} className={styles.card}>
            <button
              type="button"
              className={styles.exhibit}
              aria-keyshortcuts="Enter Delete"
              onClick={() => open({ table: 'claims', id: claim.id })}
              onKeyDown={(event) => {
                if (!matchesKeys('Delete', event)) return;
                event.preventDefault();
                void remove(link.id, claim.label);
              }}
            >
              <StanceMark stance={link.stance} label={t(`stance-${link.stance}`)} />{' '}
              <span className={styles.number}>{claim.label}</span>
              <span className={styles.title} dir="auto">
                {claim.text}
              </span>
            </button>
            <span className={styles.small}>
              <StandingLabel claim={claim.id} />
            </span>
            {link.excerpt && <ExcerptText exhibit={exhibit} excerpt={link.excerpt} />}
            {link.because !== '' && <p dir="auto">{link.because}</p>}
            <LinkMenu
              to={claim.label}
              acts={[
                { id: 'open', label: t('openInFull'), run: () => open({ table: 'claims', id: claim.id }) },
                { id: 'remove', label: t('remove'), keys: 'Delete', run: () => void remove(link.id, claim.label) },
              ]}
            />
          </li>
        ))}
      </ul>
      <Button onPress={() => linking.ask({ exhibits: [exhibit.id] })}>{t('linkClaim')}</Button>
      {madeHere.length > 0 && (
        <>
          <p className={styles.small}>{t('madeHere')}</p>
          <ul aria-label={t('madeHere')}>
            {madeHere.map(({ id, label, text }) => (
              <li key={id}>
                <button type="button" className={styles.exhibit} onClick={() => open({ table: 'claims', id })}>
                  <span className={styles.number}>{label}</span>
                  <span className={styles.title} dir="auto">
                    {text}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
