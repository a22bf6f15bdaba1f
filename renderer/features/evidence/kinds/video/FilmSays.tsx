import { useTranslation } from 'react-i18next';
import { writeDuration } from '#domain/duration.ts';
import { assetsOf, type Exhibit } from '#domain/evidence/exhibit.ts';
import { type FilmMetadata, type FilmTrack, filmMetadataSchema } from '#domain/intake/film/film-metadata.ts';
import { Facts } from '#features/evidence/kinds/fields/Facts.tsx';
import styles from './FilmSays.module.css';

/** What the headers of a video's files say of them: length, tracks, times and places, and what their writers left besides. */
export function FilmSays({ exhibit }: { readonly exhibit: Exhibit<'video'> }) {
  const read = assetsOf(exhibit).flatMap(([sha256, { name }]) => {
    const metadata = filmMetadataSchema.safeParse(exhibit.body.metadata?.[sha256]);
    return metadata.success ? [{ sha256, name, metadata: metadata.data }] : [];
  });
  return read.map(({ sha256, name, metadata }) => (
    <FilmSection key={sha256} name={read.length > 1 ? name : undefined} metadata={metadata} />
  ));
}

function FilmSection({ name, metadata }: { readonly name: string | undefined; readonly metadata: FilmMetadata }) {
  const { t } = useTranslation('kinds');
  const { type, duration, tracks, times, places, tags } = metadata;
  const words = ({ codec, width, height, turned, language }: FilmTrack) =>
    [
      codec,
      width !== undefined && height !== undefined && t('pixelSize', { width, height }),
      turned !== undefined && t('turned', { degrees: turned }),
      language,
    ]
      .filter((word) => word)
      .join(' · ');
  const heading = name === undefined ? t('fileSays') : t('fileSaysOf', { name });
  return (
    <section aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <Facts
        facts={[
          { label: t('container'), value: type },
          { label: t('duration'), value: duration === undefined ? t('noDuration') : writeDuration(duration) },
          ...tracks.map((track, at) => {
            const before = tracks.slice(0, at).filter(({ kind }) => kind === track.kind).length;
            const label = t(`track-${track.kind}`);
            return { label: before === 0 ? label : `${label} ${before + 1}`, value: words(track) };
          }),
          ...[...groupsOf([...times, ...places])].map(([label, says]) => ({ label, value: says.join(' · ') })),
        ]}
      />
      {Object.keys(tags).length > 0 && (
        <details className={styles.all}>
          <summary>{t('allTags')}</summary>
          <Facts facts={Object.entries(tags).map(([label, value]) => ({ label, value }))} />
        </details>
      )}
    </section>
  );
}

/** What each place in the header says, those of one name together. */
function groupsOf(sayings: FilmMetadata['places']): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { where, says } of sayings) groups.set(where, [...(groups.get(where) ?? []), says]);
  return groups;
}
