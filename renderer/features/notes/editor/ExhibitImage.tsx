import type { NodeKey } from 'lexical';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { assetBlob } from '#store/assets.ts';
import { useRecord } from '#store/use-case.ts';
import { Cover } from '#ui/Cover.tsx';
import styles from './ExhibitImage.module.css';
import { useEmbedKeys } from './embed-keys.ts';

export interface ExhibitImageProps {
  readonly nodeKey: NodeKey;
  readonly exhibit: Id;
  readonly asset: string;
}

/** A picture of an exhibit in the text, under its cover when it is graphic; its number and title beneath. */
export function ExhibitImage({ nodeKey, exhibit: id, asset }: ExhibitImageProps) {
  const { t } = useTranslation('notes');
  const exhibit = useRecord('exhibits', id);
  const { openBeside } = useWorkbench();
  const keys = useEmbedKeys();
  if (!exhibit) return <p className={styles.caption}>{t('missing')}</p>;
  const title = titleOf(exhibit);
  const name = `${exhibit.label} ${title}`;
  return (
    <figure className={styles.figure} data-embed={nodeKey} {...keys}>
      <div className={styles.picture}>
        {exhibit.graphic ? (
          <Cover key={id} word={t('graphic')} showLabel={t('show')} of={name}>
            {() => <Picture asset={asset} name={name} isUncovered />}
          </Cover>
        ) : (
          <Picture asset={asset} name={name} />
        )}
      </div>
      <figcaption className={styles.caption}>
        <button type="button" className={styles.open} onClick={() => openBeside({ table: 'exhibits', id })}>
          <span className={styles.label}>{exhibit.label}</span> <span dir="auto">{title}</span>
        </button>
        {exhibit.gone !== undefined && <span> · {t('in-trash')}</span>}
      </figcaption>
    </figure>
  );
}

interface PictureProps {
  readonly asset: string;
  readonly name: string;
  /** It takes the place of a cover that had the focus, and the focus with it. */
  readonly isUncovered?: boolean;
}

function Picture({ asset, name, isUncovered = false }: PictureProps) {
  const { t } = useTranslation('notes');
  const picture = useAssetAddress(asset);
  if (picture === 'missing') return <p className={styles.caption}>{t('picture-missing')}</p>;
  if (picture === null) return null;
  if (!isUncovered) return <img src={picture} alt={name} className={styles.image} />;
  return <img ref={takeFocus} tabIndex={-1} src={picture} alt={name} className={styles.image} />;
}

function takeFocus(image: HTMLImageElement | null): void {
  image?.focus({ preventScroll: true });
}

/** An object URL for an asset's bytes while the component stands; null while it loads. */
function useAssetAddress(asset: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    assetBlob(asset).then(
      (blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setAddress(made);
      },
      () => setAddress('missing'),
    );
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [asset]);
  return address;
}
