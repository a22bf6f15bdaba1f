import { useTranslation } from 'react-i18next';
import { formatCoordinates, type Place, parseCoordinates } from '#domain/place.ts';
import { InlineText } from '#ui/InlineText.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './ExhibitView.module.css';

const precisions = ['exact', 'vicinity', 'locality', 'region', 'metres'] as const;
const hows = ['stated', 'camera says', 'geolocated'] as const;

interface PlaceEditProps {
  readonly place: Place | undefined;
  readonly onCommit: (place: Place | undefined) => Promise<void>;
}

/** Where it was: the name, the point, how exact that is and how it is known. An empty name without a point is no place. */
export function PlaceEdit({ place, onCommit }: PlaceEditProps) {
  const { t } = useTranslation('evidence');
  const base: Place = place ?? { name: '', precision: 'locality', how: 'stated' };
  const keep = ({
    because,
    at,
    ...rest
  }: { because: string | undefined; at: Place['at'] | undefined } & Omit<Place, 'at' | 'because'>) =>
    onCommit(
      rest.name === '' && at === undefined
        ? undefined
        : { ...rest, ...(at && { at }), ...(because !== undefined && because !== '' && { because }) },
    );
  const change = (fields: {
    name?: string;
    at?: Place['at'] | undefined;
    precision?: Place['precision'];
    how?: Place['how'];
    because?: string;
  }) => keep({ ...base, because: base.because, at: base.at, ...fields });
  const coordinatesWrong = (text: string) => {
    if (text.trim() === '') return undefined;
    const reading = parseCoordinates(text);
    return reading.ok ? undefined : t(`coordinates-${reading.code}`);
  };
  const coordinatesReading = (text: string) => {
    const reading = parseCoordinates(text);
    return reading.ok ? t('understood', { moment: formatCoordinates(reading.at, 'dms') }) : undefined;
  };
  const keepCoordinates = (text: string) => {
    const reading = parseCoordinates(text);
    if (!reading.ok) return change({ at: undefined });
    return change({ at: reading.at, ...(reading.metres !== undefined && { precision: reading.metres }) });
  };
  const metres = typeof base.precision === 'number' ? base.precision : undefined;
  return (
    <div className={styles.group}>
      <InlineText
        label={t('placeName')}
        placeholder={t('placeName')}
        value={base.name}
        failed={t('notKept')}
        onCommit={(name) => change({ name: name.trim() })}
      />
      <InlineText
        label={t('coordinates')}
        placeholder={t('coordinatesExample')}
        look="mono"
        value={base.at ? formatCoordinates(base.at, 'decimal') : ''}
        check={coordinatesWrong}
        reading={coordinatesReading}
        failed={t('notKept')}
        onCommit={keepCoordinates}
      />
      {place && (
        <div className={styles.pair}>
          <Select
            aria-label={t('precision')}
            items={precisions.map((id) => ({ id, label: t(`precision-${id}`) }))}
            value={typeof place.precision === 'number' ? 'metres' : place.precision}
            onChange={(id) => void change({ precision: id === 'metres' ? 1000 : id })}
          />
          {metres !== undefined && (
            <InlineText
              label={t('precision-metres')}
              value={String(metres)}
              check={(text) => (Number(text) > 0 ? undefined : t('metresWrong'))}
              failed={t('notKept')}
              onCommit={(text) => change({ precision: Number(text) })}
            />
          )}
          <Select
            aria-label={t('placeHow')}
            items={hows.map((id) => ({ id, label: t(`how-${id}`) }))}
            value={place.how}
            onChange={(how) => void change({ how })}
          />
        </div>
      )}
      {place && (
        <InlineText
          label={t('placeBecause')}
          placeholder={t('placeBecause')}
          rows={1}
          value={place.because ?? ''}
          failed={t('notKept')}
          onCommit={(because) => change({ because: because.trim() })}
        />
      )}
    </div>
  );
}
