import { useTranslation } from 'react-i18next';
import { type AssetUse, assetsOf, type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import { Cover } from '#ui/Cover.tsx';
import { classes } from '#ui/classes.ts';
import styles from './Thumbnail.module.css';
import { type Shown, usePoster, useThumbnail } from './use-thumbnail.ts';

export interface ThumbnailProps {
  readonly exhibit: Exhibit;
  /** `row` is 72 × 54 pixels; `card` fills the width it has, 16 to 10. */
  readonly size: 'card' | 'row';
}

/** A small picture of an exhibit, or the words for what it is. A graphic one is covered, and not even read until it is asked for. */
export function Thumbnail({ exhibit, size }: ThumbnailProps) {
  const pictured = picturedBy(exhibit);
  return (
    <div className={classes(styles.frame, styles[size])}>
      {pictured === undefined ? <Words exhibit={exhibit} /> : <Coverable exhibit={exhibit} size={size} {...pictured} />}
    </div>
  );
}

/** A small picture of one of an exhibit's picture files, such as a frame of a film; covered like the exhibit itself. */
export function FileThumbnail({ exhibit, sha256, size }: ThumbnailProps & { readonly sha256: string }) {
  return (
    <div className={classes(styles.frame, styles[size])}>
      <Coverable exhibit={exhibit} size={size} sha256={sha256} of="picture" />
    </div>
  );
}

function Coverable({ exhibit, size, ...pictured }: ThumbnailProps & Pictured) {
  const { t } = useTranslation('assets');
  if (!exhibit.graphic) return <AssetPicture exhibit={exhibit} {...pictured} />;
  return (
    <Cover
      key={exhibit.id}
      word={t('graphic')}
      showLabel={t('show')}
      of={`${exhibit.label} ${titleOf(exhibit)}`}
      size={size === 'row' ? 'thumb' : 'fill'}
    >
      {() => <AssetPicture exhibit={exhibit} {...pictured} />}
    </Cover>
  );
}

interface Pictured {
  readonly sha256: string;
  readonly of: 'picture' | 'video';
}

/** The file that stands for an exhibit: for a video its film, else its first picture. */
function picturedBy(exhibit: Exhibit): Pictured | undefined {
  const files = assetsOf(exhibit);
  const starting = (type: string) => files.find(([, use]: [string, AssetUse]) => use.mime.startsWith(type));
  const picture = starting('image/');
  const film = starting('video/');
  if (film && (exhibit.kind === 'video' || !picture)) return { sha256: film[0], of: 'video' };
  return picture && { sha256: picture[0], of: 'picture' };
}

function AssetPicture({ exhibit, sha256, of }: Pictured & { readonly exhibit: Exhibit }) {
  return of === 'video' ? (
    <VideoPicture key={sha256} exhibit={exhibit} sha256={sha256} />
  ) : (
    <StillPicture key={sha256} exhibit={exhibit} sha256={sha256} />
  );
}

interface PictureProps {
  readonly exhibit: Exhibit;
  readonly sha256: string;
}

function StillPicture({ exhibit, sha256 }: PictureProps) {
  return <ShownPicture exhibit={exhibit} shown={useThumbnail(sha256)} />;
}

function VideoPicture({ exhibit, sha256 }: PictureProps) {
  return <ShownPicture exhibit={exhibit} shown={usePoster(sha256)} />;
}

function ShownPicture({ exhibit, shown }: { readonly exhibit: Exhibit; readonly shown: Shown }) {
  const { t } = useTranslation('assets');
  switch (shown.state) {
    case 'loading':
      return null;
    case 'ready':
      return <img src={shown.url} alt="" className={styles.picture} draggable={false} />;
    case 'missing':
      return <Words exhibit={exhibit} />;
    case 'none':
      return (
        <Words
          exhibit={exhibit}
          second={t(shown.why === 'damaged' || shown.why === 'unreadable' ? 'damagedShort' : 'notShownShort')}
        />
      );
  }
}

/** The words in a picture's place: the kind and, where a file is what the kind is about, that it is not held. */
function Words({ exhibit, second }: { readonly exhibit: Exhibit; readonly second?: string }) {
  const { t } = useTranslation('assets');
  const isAboutFile = exhibit.kind === 'video' || exhibit.kind === 'photo';
  const below = second ?? (isAboutFile ? t('notHeldShort') : undefined);
  return (
    <span className={styles.words}>
      <span>{t(`kind-${exhibit.kind}`)}</span>
      {below !== undefined && <span>{below}</span>}
    </span>
  );
}
