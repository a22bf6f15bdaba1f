import { useTranslation } from 'react-i18next';
import { writeDuration } from '#domain/duration.ts';
import { assetsOf, type Exhibit } from '#domain/evidence/exhibit.ts';
import { type FilmMetadata, type FilmTrack, filmMetadataSchema } from '#domain/intake/film-metadata.ts';
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
  const heading = name === undefined ? t('fileSays') : t('fileSaysOf', { name });
  return (
    <section aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <Facts
        facts={[
          { label: t('container'), value: type },
          { label: t('duration'), value: duration === undefined ? t('noDuration') : writeDuration(duration) },
          ...tracks.map((track, at) => ({
            label: t(`track-${track.kind}`),
            value: <TrackWords key={`${track.kind} ${at}`} track={track} />,
          })),
          ...times.map(({ where, says }) => ({ label: where, value: says })),
          ...places.map(({ where, says }) => ({ label: where, value: says })),
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

function TrackWords({ track: { codec, width, height, turned, language } }: { readonly track: FilmTrack }) {
  const { t } = useTranslation('kinds');
  const size = width === undefined || height === undefined ? undefined : t('pixelSize', { width, height });
  const words = [codec, size, turned === undefined ? undefined : t('turned', { degrees: turned }), language];
  return words.filter((word) => word !== undefined && word !== '').join(' · ');
}
