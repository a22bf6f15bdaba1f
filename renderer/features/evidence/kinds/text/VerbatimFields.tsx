import { useTranslation } from 'react-i18next';
import type { Translation } from '#domain/evidence/translation.ts';
import fields from '#features/evidence/kinds/fields/Fields.module.css';
import { LanguageField } from '#features/evidence/kinds/fields/LanguageField.tsx';
import { TextField } from '#ui/TextField.tsx';
import { Translations } from './Translations.tsx';

interface Verbatim {
  verbatim: string;
  language?: string | undefined;
  translations: Record<string, Translation>;
}

/** The fields of a text kept word for word: the text, its language, its translations. Gives what changed of them. */
export function VerbatimFields({
  label,
  body,
  onChange,
}: {
  readonly label: string;
  readonly body: Verbatim;
  readonly onChange: (changed: Partial<Verbatim>) => void;
}) {
  const { t, i18n } = useTranslation('kinds');
  return (
    <>
      <div className={fields.whole}>
        <TextField
          label={label}
          rows={4}
          {...(body.language !== undefined && { lang: body.language })}
          value={body.verbatim}
          onChange={(verbatim) => onChange({ verbatim })}
        />
      </div>
      <LanguageField label={t('language')} value={body.language} onChange={(language) => onChange({ language })} />
      <Translations
        translations={body.translations}
        into={i18n.resolvedLanguage ?? i18n.language}
        onChange={(translations) => onChange({ translations })}
      />
    </>
  );
}
