import { useTranslation } from 'react-i18next';
import { formatMoment } from '#domain/format-moment.ts';
import { type Moment, writeMoment } from '#domain/moment.ts';
import { useLanguage } from '#features/cases/language.ts';
import { InlineText } from '#ui/InlineText.tsx';
import { readMoment, useMomentReading } from './MomentText.tsx';

interface MomentEditProps {
  readonly label: string;
  readonly moment: Moment | undefined;
  readonly onCommit: (moment: Moment | undefined) => Promise<void>;
}

/** A moment edited where it stands: read in the language of the tool, typed as its canonical text. */
export function MomentEdit({ label, moment, onCommit }: MomentEditProps) {
  const { t } = useTranslation('evidence');
  const [language] = useLanguage();
  const { reading, wrong } = useMomentReading();
  const keep = async (text: string) => {
    const next = readMoment(text);
    if (next !== null) await onCommit(next);
  };
  const words = moment?.words === undefined ? '' : ` · ${t('inWords', { words: moment.words })}`;
  return (
    <InlineText
      label={label}
      placeholder={t('momentExample')}
      value={moment ? writeMoment(moment) : ''}
      shown={moment && formatMoment(moment, language) + words}
      check={wrong}
      reading={reading}
      failed={t('notKept')}
      onCommit={keep}
    />
  );
}
