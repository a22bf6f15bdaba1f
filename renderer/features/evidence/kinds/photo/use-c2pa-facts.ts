import { useTranslation } from 'react-i18next';
import { assertNever } from '#domain/assert-never.ts';
import type { C2paReading } from '#domain/intake/photo/c2pa-reading.ts';
import type { Fact } from '#features/evidence/kinds/fields/Facts.tsx';

/** Puts what was read of a C2PA manifest into words: whether the file was altered, and apart from it why the signer cannot be trusted. */
export function useC2paFacts(reading: C2paReading | undefined): Fact[] {
  const { t } = useTranslation('kinds');
  if (!reading) return [];
  const label = t('contentCredentials');
  switch (reading.found) {
    case 'none':
      return [{ label, value: t('c2pa-none') }];
    case 'not-looked':
      return [{ label, value: t('c2pa-not-looked', { why: reading.why }) }];
    case 'unreadable':
      return [{ label, value: t('c2pa-unreadable', { why: reading.why }) }];
    case 'manifest': {
      const { bound, faults, signer, signed, generator, title, actions } = reading;
      return [
        { label, value: title },
        { label: t('sinceSigning'), value: t(`bound-${bound}`, { faults: faults.join(', ') }) },
        {
          label: t('trust'),
          value: signer?.expired ? t('untrustedExpired', { to: signer.to.slice(0, 10) }) : t('untrusted'),
        },
        { label: t('signer'), value: signer && t('signerIs', signer) },
        { label: t('signedAt'), value: signed },
        { label: t('generator'), value: generator },
        { label: t('statedActions'), value: actions.join(', ') },
      ];
    }
    default:
      return assertNever(reading);
  }
}
