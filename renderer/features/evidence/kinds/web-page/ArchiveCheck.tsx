import { useTranslation } from 'react-i18next';
import { archiveCheckOf, type Checked } from '#domain/intake/web-archive/checked.ts';
import type { Json } from '#domain/json.ts';
import { Facts } from '#features/evidence/kinds/fields/Facts.tsx';

/** Whether the web archive that a page was taken from is as its own hashes state, in plain words; nothing for another page. */
export function ArchiveCheck({ raw }: { readonly raw: Json | undefined }) {
  const { t } = useTranslation('kinds');
  const words = useCheckedWords();
  const check = archiveCheckOf(raw);
  if (!check) return null;
  const { archive, checked, digests } = check;
  return (
    <Facts
      facts={[
        { label: t('archive'), value: <bdi>{archive}</bdi> },
        { label: t('archiveFiles'), value: checked && words(checked) },
        { label: t('archiveAnswer'), value: digests && t(`archiveAnswer-${digests}`) },
      ]}
    />
  );
}

function useCheckedWords(): (checked: Checked) => string {
  const { t } = useTranslation('kinds');
  return ({ same, doubled, altered, missing, unstated, signature }) =>
    [
      ...(same > 0 ? [t('archiveSame', { count: same })] : []),
      ...(doubled > 0 ? [t('archiveDoubled', { count: doubled })] : []),
      ...(altered.length > 0 ? [t('archiveAltered', { names: altered.join(', ') })] : []),
      ...(missing.length > 0 ? [t('archiveMissing', { names: missing.join(', ') })] : []),
      ...(unstated > 0 ? [t('archiveUnstated', { count: unstated })] : []),
      ...(signature === 'not judged' ? [t('archiveSigned')] : []),
    ].join(' · ');
}
