import { useTranslation } from 'react-i18next';
import type { Case } from '#domain/case.ts';
import { change } from '#store/change.ts';
import { useOpenCase, useRecord } from '#store/use-case.ts';
import { InlineText } from '#ui/InlineText.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './StartScreen.module.css';

/** What the case is called and is about, edited in place. */
export function CaseDetails() {
  const { t } = useTranslation('cases');
  const { id } = useOpenCase();
  const record = useRecord('cases', id);
  if (!record) return null;
  const set = (fields: Partial<Pick<Case, 'title' | 'summary' | 'language' | 'likelihood'>>) =>
    change(id, 'case.edit', (c) => c.edit('cases', id, (now) => ({ ...now, ...fields })));
  return (
    <section className={styles.form}>
      <h3 className={styles.section}>{t('caseSettings')}</h3>
      <InlineText
        label={t('title')}
        look="heading"
        value={record.title}
        onCommit={(title) => set({ title: title.trim() })}
        check={(title) => (title.trim() === '' ? t('titleNeeded') : undefined)}
        failed={t('notKept')}
      />
      <InlineText
        label={t('summary')}
        value={record.summary}
        rows={3}
        placeholder={t('summary')}
        onCommit={(summary) => set({ summary })}
        failed={t('notKept')}
      />
      <Select
        label={t('caseLanguage')}
        value={record.language}
        onChange={(language) => void set({ language })}
        items={[
          { id: 'en', label: t('english') },
          { id: 'fr', label: t('french') },
        ]}
      />
      <Select
        label={t('likelihood')}
        value={record.likelihood}
        onChange={(likelihood) => void set({ likelihood })}
        items={[
          { id: 'icd-203', label: 'ICD 203' },
          { id: 'phia', label: 'PHIA' },
        ]}
      />
    </section>
  );
}
