import { useTranslation } from 'react-i18next';
import { LanguageField } from '#features/evidence/kinds/fields/LanguageField.tsx';
import { MomentText, readMoment } from '#features/evidence/MomentText.tsx';
import { SourceField } from '#features/sources/SourceField.tsx';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './Article.module.css';
import type { ArticleDraft } from './article-draft.ts';
import { articleKey, type PastedArticle } from './take-article.ts';

interface ArticleFormProps {
  readonly draft: ArticleDraft;
  readonly onDraft: (draft: ArticleDraft) => void;
  readonly onSplit: (article: PastedArticle) => void;
  readonly onClose: () => void;
}

/** The text of an article and what is known of it. */
export function ArticleForm({ draft, onDraft, onSplit, onClose }: ArticleFormProps) {
  const { t } = useTranslation('article');
  const set = (fields: Partial<ArticleDraft>) => onDraft({ ...draft, ...fields });
  const address = draft.address.trim();
  const isAddress = address === '' || /^https?:\/\/\S+$/iu.test(address);
  const published = readMoment(draft.published);
  const [split] = useAction(async () => {
    if (published === null) return;
    const { text, source, language } = draft;
    const key = await articleKey(text);
    onSplit({ text, key, title: draft.title.trim(), address, source, published, language });
  });
  return (
    <form
      className={styles.article}
      onSubmit={(event) => {
        event.preventDefault();
        void split();
      }}
    >
      <div className={styles.facts}>
        <div className={styles.text}>
          <TextField
            autoFocus
            label={t('text')}
            placeholder={t('textHint')}
            rows={18}
            {...(draft.language !== undefined && { lang: draft.language })}
            value={draft.text}
            onChange={(text) => set({ text })}
          />
        </div>
        <TextField
          label={t('headline')}
          placeholder={t('headlineHint')}
          value={draft.title}
          onChange={(title) => set({ title })}
        />
        <TextField
          label={t('address')}
          type="url"
          dir="ltr"
          placeholder={t('addressHint')}
          value={draft.address}
          onChange={(given) => set({ address: given })}
          {...(!isAddress && { error: t('notAnAddress') })}
        />
        <SourceField label={t('source')} sort="outlet" value={draft.source} onChange={(source) => set({ source })} />
        <MomentText label={t('published')} text={draft.published} onChange={(given) => set({ published: given })} />
        <LanguageField label={t('language')} value={draft.language} onChange={(language) => set({ language })} />
      </div>
      <footer className={styles.footer}>
        <span className={styles.gap} />
        <Button onPress={onClose}>{t('close')}</Button>
        <Button
          type="submit"
          variant="primary"
          isDisabled={draft.text.trim() === '' || !isAddress || published === null}
        >
          {t('split')}
        </Button>
      </footer>
    </form>
  );
}
