import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import { Cover } from '#ui/Cover.tsx';
import styles from './PhotoView.module.css';

/** Pictures and films behind one cover when the exhibit is graphic: not loaded until they are asked for. */
export function CoveredMedia({ exhibit, children }: { readonly exhibit: Exhibit; readonly children: () => ReactNode }) {
  const { t } = useTranslation('assets');
  if (!exhibit.graphic) return children();
  return (
    <div className={styles.cover}>
      <Cover key={exhibit.id} word={t('graphic')} showLabel={t('show')} of={`${exhibit.label} ${titleOf(exhibit)}`}>
        {children}
      </Cover>
    </div>
  );
}
