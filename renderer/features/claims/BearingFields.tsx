import { useTranslation } from 'react-i18next';
import type { Stance } from '#domain/link.ts';
import { stanceSchema } from '#domain/link.ts';
import { Segmented } from '#ui/Segmented.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './LinkDialog.module.css';
import type { Bearing } from './write-claims.ts';

const signs: Record<Stance, string> = { supports: '▲', contradicts: '▼', context: '●' };

/** Gives the stance that a key stands for: 1 supports, 2 contradicts, 3 context. */
export function stanceOfKey(key: string): Stance | undefined {
  return /^[123]$/.test(key) ? stanceSchema.options[Number(key) - 1] : undefined;
}

interface BearingFieldsProps {
  readonly value: Bearing;
  readonly onChange: (bearing: Bearing) => void;
}

/** How an exhibit bears on a claim: stance (keys 1, 2, 3 anywhere but in a text), weight, and why. */
export function BearingFields({ value, onChange }: BearingFieldsProps) {
  const { t } = useTranslation('claims');
  const weigh = (weight: 'none' | NonNullable<Bearing['weight']>) =>
    onChange({ ...value, weight: weight === 'none' ? undefined : weight });
  return (
    <>
      <div className={styles.pair}>
        <div>
          <Segmented
            label={t('stance')}
            items={stanceSchema.options.map((id, at) => ({
              id,
              label: `${signs[id]} ${t(`stance-${id}`)}  ${at + 1}`,
            }))}
            value={value.stance}
            onChange={(stance) => onChange({ ...value, stance })}
          />
        </div>
        <Segmented
          label={t('weight')}
          items={(['none', 'somewhat', 'strongly'] as const).map((id) => ({ id, label: t(`weight-${id}`) }))}
          value={value.weight ?? 'none'}
          onChange={weigh}
        />
      </div>
      <TextField
        label={t('because')}
        placeholder={t('becauseHint')}
        value={value.because}
        onChange={(because) => onChange({ ...value, because })}
      />
    </>
  );
}
