import { useTranslation } from 'react-i18next';
import type { BlockChange, Part } from '#domain/note/compare.ts';
import { useOpenCase } from '#store/use-case.ts';
import styles from './ComparedText.module.css';
import { nameIn } from './editor/completions.ts';

/** Two versions of a text as one: what was added is underlined, what was removed struck through, moved blocks say so. */
export function ComparedText({ changes }: { readonly changes: readonly BlockChange[] }) {
  const { t } = useTranslation('notes');
  const { state } = useOpenCase();
  const words = (parts: readonly Part[]) =>
    parts.map((part) => (typeof part === 'string' ? part : `[${nameIn(state, part) ?? t('missing')}]`)).join('');
  return (
    <div className={styles.text}>
      {changes.map(({ key, what, kind, words: some }) => (
        <div key={key} className={styles.block} data-what={what} data-kind={kind} dir="auto">
          {what !== 'same' && <span className={styles.what}>{t(`block-was-${what}`)}</span>}
          {some.map((one, index) => {
            const text = words(one.parts);
            const place = `${index} ${one.what}`;
            if (one.what === 'added') return <ins key={place}>{text}</ins>;
            if (one.what === 'removed') return <del key={place}>{text}</del>;
            return <span key={place}>{text}</span>;
          })}
        </div>
      ))}
    </div>
  );
}
