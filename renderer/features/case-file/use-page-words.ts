import { useTranslation } from 'react-i18next';
import { desktop } from '#desktop/desktop.ts';
import { useLanguage } from '#features/cases/language.ts';
import { useOpenCase } from '#store/use-case.ts';
import type { PageWords } from './note-page.ts';

/** The words of an exported page in the language of the tool. */
export function usePageWords(): PageWords {
  const { t } = useTranslation('case-file');
  const { t: ofEvidence } = useTranslation('evidence');
  const { t: ofClaims } = useTranslation('claims');
  const [locale] = useLanguage();
  const opened = useOpenCase();
  return {
    locale,
    annex: t('annex'),
    claims: t('annexClaims'),
    claimants: t('claimants'),
    standing: t('standing'),
    graphic: t('graphic'),
    source: t('source'),
    happened: t('happened'),
    published: t('published'),
    place: t('place'),
    address: t('address'),
    kind: (kind) => ofEvidence(kind),
    status: (status) => ofClaims(`status-${status}`),
    stance: (stance) => ofClaims(`stance-${stance}`),
    written: () =>
      t('writtenBy', {
        version: desktop.version,
        when: new Date().toLocaleDateString(locale, { dateStyle: 'long' }),
        title: opened.state.cases.get(opened.id)?.title ?? '',
      }),
  };
}
