import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { credibilitySchema } from '#domain/assessment.ts';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { independentOrigins } from '#domain/origins.ts';
import { GradeField } from '#features/sources/GradeField.tsx';
import { alive, useTable } from '#store/use-case.ts';
import { derivationsOf } from './lineage.ts';

/**
 * How credible an exhibit is held to be, on the Admiralty scale. “Confirmed” is refused while the exhibits that support the
 * same claims, this one among them, come from fewer than two independent origins.
 */
export function Credibility({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation('evidence');
  const exhibits = useTable('exhibits');
  const derivations = useTable('derivations');
  const links = useTable('links');
  const claims = useTable('claims');
  const grades = useMemo(() => {
    const supports = alive(links).filter(
      (link) => link.stance === 'supports' && claims.get(link.claim)?.gone === undefined && claims.has(link.claim),
    );
    const own = new Set(supports.filter((link) => link.exhibit === exhibit.id).map((link) => link.claim));
    const confirmed = [...own].some((claim) => {
      const together = supports
        .filter((link) => link.claim === claim && exhibits.get(link.exhibit)?.gone === undefined)
        .map((link) => link.exhibit);
      return independentOrigins(together, { exhibits, derivations: derivationsOf(derivations) }).origins.length >= 2;
    });
    return credibilitySchema.options.map((value) => ({
      judgement: { scale: 'credibility' as const, value },
      mark: value,
      meaning: t(`credibility${value}`),
      refused: value === '1' && !confirmed ? t('needsTwoOrigins') : undefined,
    }));
  }, [exhibit.id, exhibits, derivations, links, claims, t]);
  return (
    <GradeField
      about={{ table: 'exhibits', id: exhibit.id }}
      label={t('credibility')}
      grades={grades}
      act="exhibit.grade"
    />
  );
}
