import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Claim } from '#domain/claim.ts';
import { type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import type { Link } from '#domain/link.ts';
import { independentOrigins } from '#domain/origins.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { GradeMark } from '#features/evidence/Marks.tsx';
import { useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { matchesKeys } from '#ui/key-combination.ts';
import type { MenuAct } from '#ui/Menu.tsx';
import { BearingFields } from './BearingFields.tsx';
import styles from './ClaimView.module.css';
import { ExcerptPicker } from './ExcerptPicker.tsx';
import { ExcerptText } from './ExcerptText.tsx';
import { LinkMenu } from './LinkMenu.tsx';
import { useClaimWords } from './use-claim-words.ts';
import { derivationsByExhibit } from './use-standing.ts';
import { type Bearing, editLink, removeLink } from './write-claims.ts';

interface EvidenceCardProps {
  readonly claim: Claim;
  readonly link: Link;
  readonly exhibit: Exhibit;
}

/** One link of a claim: the exhibit, the part it rests on, why, how strongly, its grade and where it comes from. */
export function EvidenceCard({ claim, link, exhibit }: EvidenceCardProps) {
  const { t } = useTranslation('claims');
  const { open, openBeside } = useWorkbench();
  const words = useClaimWords();
  const exhibits = useTable('exhibits');
  const derivations = useTable('derivations');
  const [editing, setEditing] = useState(false);
  const { ends, unknown } = independentOrigins([exhibit.id], {
    exhibits,
    derivations: derivationsByExhibit(derivations),
  });
  const target = { table: 'exhibits', id: exhibit.id, excerpt: link.excerpt } as const;
  const remove = async () => {
    await removeLink(claim.case, link.id);
    showUndoToast(claim.case, t('linkRemoved', { exhibit: exhibit.label, claim: claim.label }), t('undo'));
  };
  const acts: MenuAct[] = [
    { id: 'full', label: t('openInFull'), keys: 'Mod+Enter', run: () => open(target) },
    { id: 'change', label: t('change'), run: () => setEditing(true) },
    { id: 'remove', label: t('remove'), keys: 'Delete', run: () => void remove() },
  ];
  return (
    <li className={styles.card}>
      <button
        type="button"
        className={styles.exhibit}
        title={t('openExhibit', { label: exhibit.label })}
        aria-keyshortcuts="Enter Control+Enter Delete"
        onClick={(event) => (event.ctrlKey || event.metaKey ? open(target) : openBeside(target))}
        onKeyDown={(event) => {
          if (matchesKeys('Delete', event)) void remove();
          else if (matchesKeys('Mod+Enter', event)) open(target);
          else return;
          event.preventDefault();
        }}
      >
        <span className={styles.number}>{exhibit.label}</span>
        <span className={styles.title} dir="auto">
          {titleOf(exhibit)}
        </span>
      </button>
      {link.excerpt && <ExcerptText exhibit={exhibit} excerpt={link.excerpt} />}
      {link.because !== '' && (
        <p className={styles.because} dir="auto">
          {link.because}
        </p>
      )}
      <p className={styles.small}>
        <GradeMark exhibit={exhibit} />
        {link.weight && ` · ${t(`weight-${link.weight}`)}`}
        {ends.length > 0 && ` · ${t('origin', { names: words.origins(ends) })}`}
        {unknown.length > 0 && ` · ${t('originUnknown')}`}
      </p>
      {editing && <Editing link={link} exhibit={exhibit} onDone={() => setEditing(false)} />}
      <LinkMenu to={exhibit.label} acts={acts} />
    </li>
  );
}

interface EditingProps {
  readonly link: Link;
  readonly exhibit: Exhibit;
  readonly onDone: () => void;
}

function Editing({ link, exhibit, onDone }: EditingProps) {
  const { t } = useTranslation('claims');
  const [bearing, setBearing] = useState<Bearing>({
    stance: link.stance,
    weight: link.weight,
    because: link.because,
    excerpt: link.excerpt,
  });
  const keep = async () => {
    await editLink(link.case, link.id, bearing);
    onDone();
  };
  return (
    <form
      className={styles.editing}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <BearingFields value={bearing} onChange={setBearing} />
      <ExcerptPicker
        exhibit={exhibit}
        value={bearing.excerpt}
        onChange={(excerpt) => setBearing((now) => ({ ...now, excerpt }))}
      />
      <div className={styles.cardActs}>
        <Button onPress={onDone}>{t('cancel')}</Button>
        <Button type="submit" variant="primary">
          {t('done')}
        </Button>
      </div>
    </form>
  );
}
