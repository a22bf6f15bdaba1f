import { useTranslation } from 'react-i18next';
import { formatMoment } from '#domain/format-moment.ts';
import { type Moment, writeMoment } from '#domain/moment.ts';
import { useLanguage } from '#features/cases/language.ts';
import { InlineText } from '#ui/InlineText.tsx';
import styles from './ExhibitView.module.css';
import { readMoment, useMomentReading } from './MomentText.tsx';

interface MomentEditProps {
  readonly label: string;
  readonly moment: Moment | undefined;
  readonly onCommit: (moment: Moment | undefined) => Promise<void>;
}

/** A moment edited where it stands: the canonical text in the field, what it means beside it. */
export function MomentEdit({ label, moment, onCommit }: MomentEditProps) {
  const { t } = useTranslation('evidence');
  const [language] = useLanguage();
  const { reading, wrong } = useMomentReading();
  const keep = async (text: string) => {
    const next = readMoment(text);
    if (next !== null) await onCommit(next);
  };
  return (
    <div className={styles.pair}>
      <InlineText
        label={label}
        placeholder={t('momentExample')}
        value={moment ? writeMoment(moment) : ''}
        check={wrong}
        reading={reading}
        failed={t('notKept')}
        onCommit={keep}
      />
      {moment && (
        <span className={styles.meaning}>
          {formatMoment(moment, language)}
          {moment.words !== undefined && ` · ${t('inWords', { words: moment.words })}`}
        </span>
      )}
    </div>
  );
}
