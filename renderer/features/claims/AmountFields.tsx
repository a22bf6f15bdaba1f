import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AmountEnds, parseAmount, writeAmount } from '#domain/amount.ts';
import type { Amount } from '#domain/claim.ts';
import { countedSchema } from '#domain/question.ts';
import { useLanguage } from '#features/cases/language.ts';
import { NumberField } from '#ui/NumberField.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Facts.module.css';

interface AmountFieldsProps {
  readonly value: Amount | undefined;
  readonly onChange: (amount: Amount | undefined) => void;
  /** What is counted of whom while nothing is said: the question's own. */
  readonly usual: Pick<Amount, 'of' | 'whom'>;
}

/** An amount, typed in one line with its reading shown back, and its ends as exact fields. Emptied, there is none. */
export function AmountFields({ value, onChange, usual }: AmountFieldsProps) {
  const { t } = useTranslation('claims');
  const [locale] = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value ? writeAmount(value, locale) : '');
  const reading = parseAmount(shown);
  const set = (ends: AmountEnds) => onChange({ of: value?.of ?? usual.of, whom: value?.whom ?? usual.whom, ...ends });
  const type = (text: string) => {
    setTyped(text);
    const next = parseAmount(text);
    if (next.ok) set(next.ends);
    else if (next.code === 'empty') onChange(undefined);
  };
  const end = (side: 'atLeast' | 'atMost', number: number | null) => {
    if (!value) return;
    setTyped(null);
    const other = number ?? undefined;
    const ends = side === 'atLeast' ? exactEnds(value, other, value.atMost) : exactEnds(value, value.atLeast, other);
    if (ends) set(ends);
  };
  return (
    <div className={styles.row}>
      <div>
        <TextField
          label={t('amountTyped')}
          placeholder={t('amountHint')}
          value={shown}
          onChange={type}
          onBlur={() => {
            if (reading.ok) setTyped(null);
          }}
          {...(shown !== '' && reading.ok && { description: readBack(reading.ends) })}
          {...(!reading.ok && reading.code !== 'empty' && { error: t(`amount-${reading.code}`) })}
        />
      </div>
      {value && (
        <>
          <Select
            label={t('counted')}
            items={countedSchema.options.map((id) => ({ id, label: t(`counted-${id}`) }))}
            value={value.of}
            onChange={(of) => onChange({ ...value, of })}
          />
          <TextField label={t('whom')} value={value.whom} onChange={(whom) => onChange({ ...value, whom })} />
          <NumberField
            label={t('lowerEnd')}
            placeholder={t('open')}
            minValue={0}
            value={value.atLeast ?? null}
            onChange={(number) => end('atLeast', number)}
          />
          <NumberField
            label={t('upperEnd')}
            placeholder={t('open')}
            minValue={0}
            value={value.atMost ?? null}
            onChange={(number) => end('atMost', number)}
          />
        </>
      )}
    </div>
  );

  function readBack(ends: AmountEnds): string {
    return ends.wording === 'in-words'
      ? t('amountKept', { words: ends.words })
      : t('amountRead', { amount: writeAmount(ends, locale) });
  }
}

/** Gives the ends with the wording that fits them, keeping the one there is where it still does; null when they are no amount. */
function exactEnds(before: AmountEnds, atLeast: number | undefined, atMost: number | undefined): AmountEnds | null {
  const { wording, words } = before;
  if (atLeast === undefined && atMost === undefined) return words === undefined ? null : { wording: 'in-words', words };
  if (atLeast !== undefined && atMost !== undefined) {
    if (atLeast > atMost) return null;
    const isOne = atLeast === atMost;
    return { atLeast, atMost, wording: isOne ? (wording === 'about' ? 'about' : 'exact') : 'range' };
  }
  if (atLeast !== undefined) return { atLeast, wording: wording === 'more-than' ? 'more-than' : 'at-least' };
  return { ...(atMost !== undefined && { atMost }), wording: wording === 'fewer-than' ? 'fewer-than' : 'up-to' };
}
