import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Run } from '#domain/evidence/kinds/telegram.ts';
import type { Translation } from '#domain/evidence/translation.ts';
import type { Excerpt } from '#domain/excerpt.ts';
import { languageName } from '#features/evidence/kinds/fields/language-name.ts';
import { Passage } from './Passage.tsx';
import styles from './TextsView.module.css';

export interface TextsViewProps {
  readonly exhibit: Exhibit;
  readonly runs: readonly Run[];
  readonly language: string | undefined;
  readonly translations: Readonly<Record<string, Translation>>;
  readonly excerpt: Excerpt | undefined;
}

/** A text word for word and, beside it where there is room, its translations, each with who made it. */
export function TextsView({ exhibit, runs, language, translations, excerpt }: TextsViewProps) {
  const { t, i18n } = useTranslation('kinds');
  const name = (code: string) => languageName(code, i18n.language);
  if (runs.every(({ text }) => text === '') && Object.keys(translations).length === 0) return null;
  return (
    <div className={styles.texts}>
      <section aria-label={t('verbatim')} className={styles.one}>
        <h3 className={styles.heading}>
          {t('verbatim')}
          {language !== undefined && ` · ${name(language)}`}
        </h3>
        <Passage exhibit={exhibit} on="verbatim" runs={runs} language={language} excerpt={excerpt} />
      </section>
      {Object.entries(translations).map(([id, translation]) => (
        <section
          key={id}
          aria-label={t('translationInto', { language: name(translation.language) })}
          className={styles.one}
        >
          <h3 className={styles.heading}>
            {t('translationInto', { language: name(translation.language) })}
            {' · '}
            {translation.by || t(`maker-${translation.maker}`)}
            {translation.by !== '' && translation.maker === 'machine' && ` (${t('maker-machine')})`}
          </h3>
          <Passage
            exhibit={exhibit}
            on={id}
            runs={[{ kind: 'plain', text: translation.text }]}
            language={translation.language}
            excerpt={excerpt}
          />
        </section>
      ))}
    </div>
  );
}
