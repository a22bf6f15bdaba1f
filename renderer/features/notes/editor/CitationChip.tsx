import type { NodeKey } from 'lexical';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import type { Citation } from '#domain/note/document.ts';
import { useClaimStatus } from '#features/claims/use-standing.ts';
import { markOfCredibility, useCredibility } from '#features/notes/credibility.ts';
import { useRecord } from '#store/use-case.ts';
import { StandingMark } from '#ui/StandingMark.tsx';
import { Swatch } from '#ui/Swatch.tsx';
import styles from './CitationChip.module.css';

export interface CitationChipProps {
  readonly nodeKey: NodeKey;
  readonly citation: Citation;
}

/**
 * What a citation looks like in the text. It listens to its own record and mark only, so that typing costs it nothing;
 * its preview and its click are the editor's (CitationPreview), found by `data-citation`.
 */
export const CitationChip = memo(function CitationChip({ nodeKey, citation }: CitationChipProps) {
  switch (citation.to) {
    case 'exhibit':
      return <ExhibitChip nodeKey={nodeKey} id={citation.target} />;
    case 'claim':
      return <ClaimChip nodeKey={nodeKey} id={citation.target} />;
    case 'tag':
      return <TagChip nodeKey={nodeKey} id={citation.target} />;
  }
});

interface ChipOf {
  readonly nodeKey: NodeKey;
  readonly id: Id;
}

function ExhibitChip({ nodeKey, id }: ChipOf) {
  const { t } = useTranslation('notes');
  const exhibit = useRecord('exhibits', id);
  const credibility = useCredibility(id);
  if (!exhibit) return <MissingChip nodeKey={nodeKey} />;
  const standing = t(`credibility-${credibility}`);
  return (
    <span className={styles.chip} data-citation={nodeKey} data-gone={exhibit.gone !== undefined}>
      <StandingMark standing={markOfCredibility(credibility)} label={standing} />
      <span className={styles.label}>{exhibit.label}</span>
      <span className={styles.title} dir="auto">
        {exhibit.gone === undefined ? shortened(titleOf(exhibit)) : t('in-trash')}
      </span>
    </span>
  );
}

function ClaimChip({ nodeKey, id }: ChipOf) {
  const { t } = useTranslation('notes');
  const claim = useRecord('claims', id);
  const status = useClaimStatus(id);
  if (!claim) return <MissingChip nodeKey={nodeKey} />;
  return (
    <span className={styles.chip} data-citation={nodeKey} data-gone={claim.gone !== undefined}>
      <StandingMark standing={status} label={t(`standing-${status}`)} />
      <span className={styles.label}>{claim.label}</span>
      {claim.gone !== undefined && <span className={styles.title}>{t('in-trash')}</span>}
    </span>
  );
}

function TagChip({ nodeKey, id }: ChipOf) {
  const { t } = useTranslation('notes');
  const tag = useRecord('tags', id);
  if (!tag) return <MissingChip nodeKey={nodeKey} />;
  return (
    <span className={styles.chip} data-citation={nodeKey} data-gone={tag.gone !== undefined}>
      <Swatch colour={tag.colour} />
      <span className={styles.tag} dir="auto">
        {tag.path}
      </span>
      {tag.gone !== undefined && <span className={styles.title}>{t('in-trash')}</span>}
    </span>
  );
}

function MissingChip({ nodeKey }: { readonly nodeKey: NodeKey }) {
  const { t } = useTranslation('notes');
  return (
    <span className={styles.chip} data-citation={nodeKey} data-gone="true">
      <span className={styles.title}>{t('missing')}</span>
    </span>
  );
}

const longest = 24;

/** The first words, for a chip; the preview has the whole. */
function shortened(title: string): string {
  if (title.length <= longest) return title;
  const cut = title.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:–—-]+$/u, '')}…`;
}
