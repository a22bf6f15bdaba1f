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
  if (!exhibit) return <p className={styles.caption}>{t('missing')}</p>;
  const title = titleOf(exhibit);
  const name = `${exhibit.label} ${title}`;
  return (
    <figure className={styles.figure} data-embed={nodeKey}>
      <div className={styles.picture}>
        {exhibit.graphic ? (
          <Cover key={id} word={t('graphic')} showLabel={t('show')} of={name}>
            {() => <Picture asset={asset} name={name} />}
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

function Picture({ asset, name }: { readonly asset: string; readonly name: string }) {
  const { t } = useTranslation('notes');
  const picture = useAssetAddress(asset);
  if (picture === 'missing') return <p className={styles.caption}>{t('picture-missing')}</p>;
  return picture === null ? null : <img src={picture} alt={name} className={styles.image} />;
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
