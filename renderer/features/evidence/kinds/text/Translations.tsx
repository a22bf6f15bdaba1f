import { useTranslation } from 'react-i18next';
import type { Translation } from '#domain/evidence/translation.ts';
import { newId } from '#domain/id.ts';
import fields from '#features/evidence/kinds/fields/Fields.module.css';
import { LanguageField } from '#features/evidence/kinds/fields/LanguageField.tsx';
import { Button } from '#ui/Button.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Translations.module.css';

export interface TranslationsProps {
  readonly translations: Readonly<Record<string, Translation>>;
  readonly onChange: (next: Record<string, Translation>) => void;
  /** Into which language a new one is taken to be, until said otherwise. */
  readonly into: string;
}

/** The translations of a text, each with its language, who made it, and whether that was a person or a machine. */
export function Translations({ translations, onChange, into }: TranslationsProps) {
  const { t } = useTranslation('kinds');
  const set = (id: string, next: Translation) => onChange({ ...translations, [id]: next });
  const without = (id: string) =>
    onChange(Object.fromEntries(Object.entries(translations).filter(([other]) => other !== id)));
  return (
    <fieldset className={fields.whole}>
      <legend className={fields.heading}>{t('translations')}</legend>
      {Object.entries(translations).map(([id, translation]) => (
        <div key={id} className={styles.one}>
          <TextField
            label={t('translation')}
            rows={3}
            lang={translation.language}
            value={translation.text}
            onChange={(text) => set(id, { ...translation, text })}
          />
          <div className={styles.row}>
            <LanguageField
              label={t('intoLanguage')}
              value={translation.language}
              onChange={(language) => {
                if (language !== undefined) set(id, { ...translation, language });
              }}
            />
            <TextField
              label={t('translatedBy')}
              value={translation.by}
              onChange={(by) => set(id, { ...translation, by })}
            />
            <Segmented
              label={t('maker')}
              items={[
                { id: 'person', label: t('maker-person') },
                { id: 'machine', label: t('maker-machine') },
              ]}
              value={translation.maker}
              onChange={(maker) => set(id, { ...translation, maker })}
            />
            <Button variant="quiet" onPress={() => without(id)}>
              {t('removeTranslation')}
            </Button>
          </div>
        </div>
      ))}
      <Button onPress={() => set(newId(), { language: into, text: '', by: '', maker: 'person' })}>
        {t('addTranslation')}
      </Button>
    </fieldset>
  );
}
