import { useTranslation } from 'react-i18next';
import { ComboBox } from '#ui/ComboBox.tsx';
import { languageName } from './language-name.ts';

/** Languages that are offered before anyone types; any other is found by its code. */
const OFFERED = [
  'ru',
  'ar',
  'fr',
  'en',
  'uk',
  'bm',
  'taq',
  'tmh',
  'ff',
  'ha',
  'es',
  'de',
  'pl',
  'fa',
  'tr',
  'zh',
  'he',
];

export interface LanguageFieldProps {
  readonly label: string;
  /** A BCP 47 tag, as in `ru` or `ar-DZ`. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A field for the language of a text; a code that is not in the list (`ti`, `ar-DZ`) can be typed. */
export function LanguageField({ label, value, onChange }: LanguageFieldProps) {
  const { t, i18n } = useTranslation('kinds');
  const codes = value === undefined || OFFERED.includes(value) ? OFFERED : [...OFFERED, value];
  return (
    <ComboBox
      label={label}
      items={codes.map((code) => ({ id: code, label: languageName(code, i18n.language), description: code }))}
      value={value ?? null}
      onChange={(code) => onChange(code ?? undefined)}
      create={{
        label: (text) => t('languageByCode', { code: text }),
        onCreate: (text) => {
          const code = canonicalCode(text);
          if (code !== undefined) onChange(code);
        },
      }}
    />
  );
}

/** Gives the canonical form of a language tag; undefined when it is none. */
export function canonicalCode(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim())[0];
  } catch (error) {
    // The one thing it throws, on a text that is no tag.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
