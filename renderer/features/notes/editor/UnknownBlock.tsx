import { useTranslation } from 'react-i18next';
import type { NoteNode } from '#domain/note/document.ts';
import styles from './UnknownBlock.module.css';

/** Says that something stands here that this version cannot show, and that it is kept. */
export function UnknownBlock({ raw }: { readonly raw: NoteNode | null }) {
  const { t } = useTranslation('notes');
  return <span className={styles.unknown}>{t('unknown', { type: raw?.type ?? '?' })}</span>;
}
