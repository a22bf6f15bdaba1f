import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { writeAmount } from '#domain/amount.ts';
import type { Overtaken } from '#domain/answers.ts';
import type { Amount, Claim } from '#domain/claim.ts';
import { formatMoment } from '#domain/format-moment.ts';
import type { Id } from '#domain/id.ts';
import type { Moment } from '#domain/moment.ts';
import type { KnownOrigin } from '#domain/origins.ts';
import type { Standing } from '#domain/standing.ts';
import { reasonsFor, type StandingReason } from '#domain/standing-reasons.ts';
import { useTable } from '#store/use-case.ts';

/** How the tool puts what it knows of a claim into words, in its language. */
export interface ClaimWords {
  /** The claimants' names, the first and a count when there are more than two; words for none. */
  claimants(claim: Pick<Claim, 'claimants'>): string;
  names(sources: readonly Id[]): string;
  origins(origins: readonly KnownOrigin[]): string;
  /** `at least 20`, or the words that the claimant used. */
  amount(amount: Amount): string;
  /** `killed · Russian fighters`. */
  counted(of: Amount['of'] | undefined, ...more: readonly string[]): string;
  moment(moment: Moment): string;
  overtaken(overtaken: Overtaken): string;
  /** The reasons for a standing, joined: “supported by 3 exhibits, 1 origin; contradicted by 1 exhibit, 1 origin”. */
  reasons(standing: Standing): string;
}

/** Gives the functions that put claims into words. */
export function useClaimWords(): ClaimWords {
  const { t, i18n } = useTranslation('claims');
  const locale = i18n.language === 'fr' ? 'fr' : 'en';
  const sources = useTable('sources');
  const nameOf = useCallback((id: Id) => sources.get(id)?.name ?? t('missing'), [sources, t]);
  const list = (names: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  const moment = (when: Moment) => formatMoment(when, locale);

  const reason = (one: StandingReason): string => {
    const origins = (count: number) => (count === 0 ? t('noOrigin') : t('originCount', { count }));
    switch (one.reason) {
      case 'supported':
        return t('reason-supported', { count: one.exhibits, origins: origins(one.origins) });
      case 'contradicted':
        return t('reason-contradicted', { count: one.exhibits, origins: origins(one.origins) });
      case 'only-parties':
        return t(`reason-only-parties-${one.side}`);
      case 'unknown-lineage':
        return t('reason-unknown-lineage', { count: one.exhibits });
      case 'context':
        return t('reason-context', { count: one.exhibits });
      default:
        return t(`reason-${one.reason}`);
    }
  };

  return {
    claimants({ claimants }) {
      const [first] = claimants;
      if (first === undefined) return t('noClaimant');
      if (claimants.length <= 2) return list(claimants.map(nameOf));
      return t('andOthers', { name: nameOf(first), count: claimants.length - 1 });
    },
    names: (ids) => list(ids.map(nameOf)),
    origins: (origins) => list(origins.map((one) => (one.type === 'source' ? nameOf(one.id) : one.words))),
    amount: (amount) => writeAmount(amount, locale),
    counted: (of, ...more) => [of === undefined ? '' : t(`counted-${of}`), ...more].filter(Boolean).join(' · '),
    moment,
    overtaken({ how, by }) {
      return by.asOf ? t(`${how}At`, { label: by.label, when: moment(by.asOf) }) : t(how, { label: by.label });
    },
    reasons: (standing) => reasonsFor(standing).map(reason).join('; '),
  };
}
