import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedSender, ListingFilter } from '#domain/intake/telegram/telegram-listing.ts';
import { earliest, latest } from '#domain/moment.ts';
import { MomentText, readMoment } from '#features/evidence/MomentText.tsx';
import { Button } from '#ui/Button.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { Popover } from '#ui/Popover.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './MessageBrowser.module.css';

export interface MessageFiltersProps {
  readonly senders: readonly ListedSender[];
  readonly filter: ListingFilter;
  readonly onFilter: (filter: ListingFilter) => void;
  /** Goes to the first message shown that is not earlier; epoch milliseconds of the day as it stands in the export. */
  readonly onGoTo: (wall: number) => void;
}

/** Filters to set, and with undefined to take away. */
type Fields = { readonly [Name in keyof ListingFilter]: ListingFilter[Name] | undefined };

const answers = ['any', 'yes', 'no'] as const;
const flags = ['media', 'forwarded', 'service'] as const;

/** What of a chat is listed: words, sender, files, forwards, service messages, dates; and the way to a day. */
export function MessageFilters({ senders, filter, onFilter, onGoTo }: MessageFiltersProps) {
  const { t, i18n } = useTranslation('chat');
  const set = (fields: Fields) => {
    const { text, sender, from, to, media, forwarded, service } = { ...filter, ...fields };
    onFilter({
      ...(text !== undefined && text !== '' && { text }),
      ...(sender !== undefined && { sender }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(media !== undefined && { media }),
      ...(forwarded !== undefined && { forwarded }),
      ...(service !== undefined && { service }),
    });
  };
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <search className={styles.filters} aria-label={t('filters')}>
      <div className={styles.search}>
        <SearchField
          label={t('words')}
          placeholder={t('words')}
          value={filter.text ?? ''}
          onChange={(text) => set({ text })}
        />
      </div>
      <ComboBox
        aria-label={t('sender')}
        placeholder={t('anySender')}
        items={senders
          .map(({ name, messages }, id) => ({
            id: String(id),
            label: name === '' ? t('nobody') : name,
            description: number.format(messages),
          }))
          .sort((a, b) => (senders[Number(b.id)]?.messages ?? 0) - (senders[Number(a.id)]?.messages ?? 0))}
        value={filter.sender === undefined ? null : String(filter.sender)}
        onChange={(id) => set({ sender: id === null ? undefined : Number(id) })}
      />
      {flags.map((flag) => (
        <Select
          key={flag}
          aria-label={t(`filter-${flag}`)}
          items={answers.map((id) => ({ id, label: t(`${flag}-${id}`) }))}
          value={filter[flag] === undefined ? 'any' : filter[flag] ? 'yes' : 'no'}
          onChange={(answer) => set({ [flag]: answer === 'any' ? undefined : answer === 'yes' })}
        />
      ))}
      <Dates filter={filter} set={set} onGoTo={onGoTo} />
      {Object.keys(filter).length > 0 && (
        <Button variant="quiet" onPress={() => onFilter({})}>
          {t('clearFilters')}
        </Button>
      )}
    </search>
  );
}

interface DatesProps extends Pick<MessageFiltersProps, 'filter' | 'onGoTo'> {
  readonly set: (fields: Fields) => void;
}

function Dates({ filter, set, onGoTo }: DatesProps) {
  const { t } = useTranslation('chat');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [day, setDay] = useState('');
  const isSet = filter.from !== undefined || filter.to !== undefined;
  const wanted = readMoment(day);
  return (
    <Popover label={t('dates')} trigger={<Button>{isSet ? t('datesSet') : t('dates')}</Button>}>
      {(close) => (
        <form
          className={styles.dates}
          onSubmit={(event) => {
            event.preventDefault();
            if (!wanted) return;
            // Subtle: days in the list are those of the exporting machine, so the day wanted is one without a zone.
            onGoTo(earliest(wanted) + ('edtf' in wanted || wanted.zone === 'unknown' ? 14 * 3_600_000 : 0));
            close();
          }}
        >
          <MomentText
            label={t('from')}
            text={isSet || from === '' ? from : ''}
            onChange={(text) => {
              setFrom(text);
              const moment = readMoment(text);
              if (moment !== null) set({ from: moment && earliest(moment) });
            }}
          />
          <MomentText
            label={t('to')}
            text={isSet || to === '' ? to : ''}
            onChange={(text) => {
              setTo(text);
              const moment = readMoment(text);
              if (moment !== null) set({ to: moment && latest(moment) });
            }}
          />
          <MomentText label={t('goToDay')} text={day} onChange={setDay} />
          <Button type="submit" isDisabled={!wanted}>
            {t('goTo')}
          </Button>
        </form>
      )}
    </Popover>
  );
}
