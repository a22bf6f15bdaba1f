import { useTranslation } from 'react-i18next';
import { writeDuration } from '#domain/duration.ts';
import { assetsOf, type Exhibit } from '#domain/evidence/exhibit.ts';
import { type PhotoMetadata, photoMetadataSchema } from '#domain/intake/photo/photo-metadata.ts';
import { type Fact, Facts } from '#features/evidence/kinds/fields/Facts.tsx';
import { AllTags } from './AllTags.tsx';
import styles from './FileSays.module.css';
import { useC2paFacts } from './use-c2pa-facts.ts';

/** What the files of a photo say of themselves: where their places disagree first, then in short, then everything, folded. */
export function FileSays({ exhibit }: { readonly exhibit: Exhibit<'photo'> }) {
  const read = assetsOf(exhibit).flatMap(([sha256, { name }]) => {
    const metadata = photoMetadataSchema.safeParse(exhibit.body.metadata[sha256]);
    return metadata.success ? [{ sha256, name, metadata: metadata.data }] : [];
  });
  return read.map(({ sha256, name, metadata }) => (
    <FileSection key={sha256} name={read.length > 1 ? name : undefined} metadata={metadata} />
  ));
}

function FileSection({ name, metadata }: { readonly name: string | undefined; readonly metadata: PhotoMetadata }) {
  const { t } = useTranslation('kinds');
  const heading = name === undefined ? t('fileSays') : t('fileSaysOf', { name });
  const facts = [...useFileFacts(metadata), ...useC2paFacts(metadata.c2pa)];
  return (
    <section aria-label={heading} className={styles.section}>
      <h3 className={styles.heading}>{heading}</h3>
      <Differences differ={metadata.differ} />
      <Facts facts={facts} />
      <AllTags tags={metadata.tags} />
    </section>
  );
}

function Differences({ differ }: Pick<PhotoMetadata, 'differ'>) {
  const { t } = useTranslation('kinds');
  if (differ.length === 0) return null;
  return (
    <div className={styles.differ}>
      <p>{t('differOn')}</p>
      <Facts
        facts={differ.map(({ what, sayings }) => ({
          label: isMatter(what) ? t(`differ-${what}`) : what,
          value: <Sayings sayings={sayings} />,
        }))}
      />
    </div>
  );
}

const MATTERS = ['taken', 'place', 'size', 'author', 'rights', 'caption', 'camera', 'city'] as const;

function isMatter(what: string): what is (typeof MATTERS)[number] {
  return MATTERS.some((one) => one === what);
}

function Sayings({ sayings }: { readonly sayings: PhotoMetadata['taken'] }) {
  const { t } = useTranslation('kinds');
  return (
    <ul className={styles.sayings}>
      {sayings.map(({ where, says }) => (
        <li key={where}>{t('sayingAt', { where, says })}</li>
      ))}
    </ul>
  );
}

function useFileFacts({ width, height, orientation, type, tags, taken, aheadOfGps }: PhotoMetadata): Fact[] {
  const { t } = useTranslation('kinds');
  const isTurned = orientation !== undefined && orientation >= 5;
  const said = (group: string, name: string) => tags[group]?.[name]?.text.trim() ?? '';
  const size = { width, height, shownWidth: height, shownHeight: width };
  const measured =
    width === undefined || height === undefined
      ? type
      : `${t(isTurned ? 'pixelSizeTurned' : 'pixelSize', size)} · ${type}`;
  return [
    { label: t('pixels'), value: measured },
    { label: t('takenAt'), value: taken.length > 0 && <Sayings sayings={taken} /> },
    {
      label: t('clockAhead'),
      value:
        aheadOfGps !== undefined &&
        t(aheadOfGps < 0 ? 'clockBehind' : 'clockAheadOf', { duration: writeDuration(Math.abs(aheadOfGps)) }),
    },
    {
      label: t('camera'),
      value: [said('exif', 'Make'), said('exif', 'Model')].filter((part) => part !== '').join(' '),
    },
    { label: t('software'), value: said('exif', 'Software') || said('xmp', 'CreatorTool') },
  ].map(({ label, value }) => ({ label, value: value === false ? undefined : value }));
}
