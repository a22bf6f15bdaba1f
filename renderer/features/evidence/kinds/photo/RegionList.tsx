import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Region } from '#domain/evidence/kinds/photo.ts';
import { linking } from '#features/evidence/link-request.ts';
import { TagPicker } from '#features/tags/TagPicker.tsx';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './PhotoView.module.css';

export interface RegionListProps {
  readonly exhibit: Exhibit<'photo'>;
  readonly regions: readonly (readonly [id: string, region: Region])[];
  /** The region just drawn: its label is to be typed. */
  readonly selected: string | null;
  /** Gives a region as it is now, or null when it was removed. */
  readonly onChange: (id: string, region: Region | null) => void;
}

/** The regions of one picture: what each shows, its tags, and the way to a claim. */
export function RegionList({ exhibit, regions, selected, onChange }: RegionListProps) {
  const { t } = useTranslation('kinds');
  const canLink = linking.useAnswered();
  if (regions.length === 0) return null;
  return (
    <section aria-label={t('regions')}>
      <h3 className={styles.heading}>{t('regions')}</h3>
      <ul>
        {regions.map(([id, region], place) => (
          <li key={id} className={styles.region}>
            <span className={styles.number}>{place + 1}</span>
            <div className={styles.label}>
              <TextField
                aria-label={t('regionLabel', { number: place + 1 })}
                placeholder={t('regionHint')}
                autoFocus={id === selected}
                value={region.label}
                onChange={(label) => onChange(id, { ...region, label })}
              />
            </div>
            <div className={styles.label}>
              <TagPicker
                label={t('partTags')}
                value={region.tags}
                onChange={(tags) => onChange(id, { ...region, tags: [...tags] })}
              />
            </div>
            {canLink && (
              <Button
                variant="quiet"
                onPress={() =>
                  linking.ask({
                    exhibits: [exhibit.id],
                    excerpt: { type: 'region', asset: region.asset, rectangle: region.rectangle },
                  })
                }
              >
                {t('linkShort')}
              </Button>
            )}
            <Button variant="quiet" onPress={() => onChange(id, null)}>
              {t('removeRegion')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
