import { Fragment, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { type AnswerGroup, type Overtaken, spanOf } from '#domain/answers.ts';
import type { Claim } from '#domain/claim.ts';
import type { Id } from '#domain/id.ts';
import { useCaseState } from '#store/use-case.ts';
import { useClaimWords } from './use-claim-words.ts';
import { derivationsByExhibit, linksByClaim } from './use-standing.ts';

interface SpanWordsProps {
  readonly group: AnswerGroup;
  readonly overtaken: ReadonlyMap<Id, Overtaken>;
}

/** Between which numbers the independent origins lie and who sets each end, in words. */
export function SpanWords({ group, overtaken }: SpanWordsProps) {
  const { t, i18n } = useTranslation('claims');
  const words = useClaimWords();
  const state = useCaseState();
  const standing = group.claims.filter((claim) => !overtaken.has(claim.id));
  const span = spanOf(standing, {
    exhibits: state.exhibits,
    derivations: derivationsByExhibit(state.derivations),
    links: linksByClaim(state.links),
  });
  const format = new Intl.NumberFormat(i18n.language);
  const by = (all: readonly Claim[]) => [...new Set(all.map((claim) => words.claimants(claim)))].join(', ');
  const { low, high } = span;
  const sentences: readonly (ReactNode | false | undefined)[] = [
    `${[
      t('claimCount', { count: standing.length }),
      span.origins === 0 ? t('noOrigin') : t('originCount', { count: span.origins }),
    ].join(', ')}.`,
    low && high && (
      <Trans
        t={t}
        i18nKey={low.number === high.number ? 'spanOne' : 'span'}
        values={{
          low: format.format(low.number),
          lowBy: by(low.claims),
          high: format.format(high.number),
          highBy: by(high.claims),
        }}
        components={{ strong: <strong /> }}
        // Subtle: names are escaped before the sentence is taken apart, so that one with a < in it stays whole.
        tOptions={{ interpolation: { escapeValue: true } }}
        shouldUnescape
      />
    ),
    span.openAbove > 0 && t('openAbove', { count: span.openAbove }),
    span.openBelow > 0 && t('openBelow', { count: span.openBelow }),
    span.unknown.length > 0 && t('unknownOrigins', { count: span.unknown.length }),
    t('notAveraged'),
  ];
  return sentences.filter(Boolean).map((sentence, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the sentences have no other name than their place
    <Fragment key={at}>{sentence} </Fragment>
  ));
}
