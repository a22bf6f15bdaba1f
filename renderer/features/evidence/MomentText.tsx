import { useTranslation } from 'react-i18next';
import { formatMoment } from '#domain/format-moment.ts';
import type { Moment } from '#domain/moment.ts';
import { parseMoment } from '#domain/parse-moment.ts';
import { useLanguage } from '#features/cases/language.ts';
import { TextField } from '#ui/TextField.tsx';

export interface MomentTextProps {
  readonly label: string;
  /** What was typed, read or not. */
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Reads a typed moment for a form: undefined when nothing was typed, null when it cannot be read. */
export function readMoment(text: string): Moment | undefined | null {
  if (text.trim() === '') return undefined;
  const reading = parseMoment(text);
  return reading.ok ? reading.moment : null;
}

/** Gives the functions that say how a typed moment is understood, and what is wrong with one that is not. */
export function useMomentReading(): {
  reading: (text: string) => string | undefined;
  wrong: (text: string) => string | undefined;
} {
  const { t } = useTranslation('evidence');
  const [language] = useLanguage();
  return {
    reading: (text) => {
      if (text.trim() === '') return undefined;
      const reading = parseMoment(text);
      if (!reading.ok) return undefined;
      const moment = formatMoment(reading.moment, language);
      const words = reading.moment.words === undefined ? '' : ` · ${t('inWords', { words: reading.moment.words })}`;
      return t(reading.assumed ? 'understoodDayFirst' : 'understood', { moment }) + words;
    },
    wrong: (text) => {
      if (text.trim() === '') return undefined;
      const reading = parseMoment(text);
      if (reading.ok) return undefined;
      return t(`moment-${reading.code}`, { at: reading.at, examples: reading.expected.slice(0, 3).join(' · ') });
    },
  };
}

/** A field for a moment that says below how it is understood, or why it is not. */
export function MomentText({ label, text, onChange }: MomentTextProps) {
  const { t } = useTranslation('evidence');
  const { reading, wrong } = useMomentReading();
  const error = wrong(text);
  return (
    <TextField
      label={label}
      value={text}
      onChange={onChange}
      placeholder={t('momentExample')}
      description={error === undefined ? reading(text) : undefined}
      {...(error !== undefined && { error })}
    />
  );
}
