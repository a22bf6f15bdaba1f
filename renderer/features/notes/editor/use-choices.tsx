import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '#domain/evidence/exhibit.ts';
import { tagPath } from '#domain/tag.ts';
import { standingsIn } from '#features/claims/use-standing.ts';
import { makeClaim } from '#features/claims/write-claims.ts';
import { credibilityIn, markOfCredibility } from '#features/notes/credibility.ts';
import { makeTag } from '#features/notes/make-tag.ts';
import { useCaseState, useOpenCase } from '#store/use-case.ts';
import { StandingMark } from '#ui/StandingMark.tsx';
import { Swatch } from '#ui/Swatch.tsx';
import styles from './CompletionMenu.module.css';
import { complete, type Offer, pictureOf } from './completions.ts';
import { $insertBlock, $insertCitations, $selectTrigger } from './insert.ts';
import { $createClaimBlockNode } from './nodes/ClaimBlockNode.tsx';
import { $createExhibitImageNode } from './nodes/ExhibitImageNode.tsx';
import { type Choice, slashChoices } from './slash-choices.tsx';
import type { Trigger } from './use-trigger.ts';

interface Choices {
  readonly choices: readonly Choice[];
  /** How many more there are, found by typing on. */
  readonly more: number;
}

/** What can be taken for what was typed after a sign; a claim or tag that is not there yet can be made of it. */
export function useChoices(note: string, trigger: Trigger): Choices {
  const { t } = useTranslation('notes');
  const [editor] = useLexicalComposerContext();
  const state = useCaseState();
  const { id: caseId } = useOpenCase();
  const { sign, query } = trigger;

  return useMemo(() => {
    const replace = (act: () => void) => (at: Trigger) =>
      editor.update(() => {
        if ($selectTrigger(at)) act();
      });
    const cite = (offer: Offer): Choice => ({
      id: offer.record.id,
      row: <OfferRow offer={offer} kind={offer.to === 'exhibit' ? t(`kind-${offer.record.kind}`) : ''} />,
      run: replace(() => $insertCitations([{ to: offer.to, target: offer.record.id }])),
    });
    /** A record made on the fly takes a moment; the chip then takes the place of what was typed. */
    const make = (id: string, words: string, making: () => Promise<() => void>): Choice => ({
      id,
      row: <span className={styles.make}>{words}</span>,
      run: (at) => void making().then((act) => replace(act)(at)),
    });
    const found = (to: Offer['to'], choice = cite, fits?: (offer: Offer) => boolean): Choices => {
      const { offers, more } = complete(state, to, query, fits);
      return { choices: offers.map(choice), more };
    };
    const orMake = ({ choices, more }: Choices, made: Choice): Choices => ({ choices: [...choices, made], more });
    const typed = query.trim();
    switch (sign) {
      case '/':
        return { choices: slashChoices(query, t, editor), more: 0 };
      case '@':
        return found('exhibit');
      case '!': {
        if (typed === '') return found('claim');
        const text = t('make-claim-of', { text: typed });
        const making = async () => {
          const claim = await makeClaim(caseId, { text: typed, from: { note, sentence: typed } });
          return () => $insertCitations([{ to: 'claim', target: claim.id }]);
        };
        return orMake(found('claim'), make('new', text, making));
      }
      case '#': {
        const path = tagPath(typed);
        const exists =
          path !== null && [...state.tags.values()].some((tag) => tag.gone === undefined && tag.path === path);
        if (path === null || exists) return found('tag');
        const making = async () => {
          const tag = await makeTag(caseId, path);
          return () => $insertCitations([{ to: 'tag', target: tag }]);
        };
        return orMake(found('tag'), make('new', t('make-tag', { path }), making));
      }
      case '!!':
        return found('claim', (offer) => ({
          ...cite(offer),
          run: replace(() => $insertBlock($createClaimBlockNode(offer.record.id))),
        }));
      case '@@':
        return found(
          'exhibit',
          (offer) => ({
            ...cite(offer),
            run: replace(() => {
              const picture = offer.to === 'exhibit' ? pictureOf(offer.record) : undefined;
              if (picture !== undefined) $insertBlock($createExhibitImageNode(offer.record.id, picture));
            }),
          }),
          (offer) => offer.to === 'exhibit' && pictureOf(offer.record) !== undefined,
        );
    }
  }, [sign, query, state, t, editor, caseId, note]);
}

function OfferRow({ offer, kind }: { readonly offer: Offer; readonly kind: string }) {
  const { t } = useTranslation('notes');
  const { state } = useOpenCase();
  switch (offer.to) {
    case 'exhibit': {
      const credibility = credibilityIn(state, offer.record.id);
      return (
        <>
          <StandingMark standing={markOfCredibility(credibility)} label={t(`credibility-${credibility}`)} />
          <span className={styles.label}>{offer.record.label}</span>
          <span className={styles.title} dir="auto">
            {titleOf(offer.record)}
          </span>
          <span className={styles.kind}>{kind}</span>
        </>
      );
    }
    case 'claim': {
      const { status } = standingsIn(state)(offer.record.id);
      return (
        <>
          <StandingMark standing={status} label={t(`standing-${status}`)} />
          <span className={styles.label}>{offer.record.label}</span>
          <span className={styles.title} dir="auto">
            {offer.record.text}
          </span>
        </>
      );
    }
    case 'tag':
      return (
        <>
          <Swatch colour={offer.record.colour} />
          <span className={styles.title} dir="auto">
            {offer.record.path}
          </span>
        </>
      );
  }
}
