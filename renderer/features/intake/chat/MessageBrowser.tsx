import { type ReactNode, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { ListingFilter } from '#domain/intake/telegram/telegram-listing.ts';
import { formatBytes } from '#features/cases/format-bytes.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Progress } from '#ui/Progress.tsx';
import type { ActionState } from '#ui/use-action.ts';
import type { ChatPlace } from './chat-protocol.ts';
import styles from './MessageBrowser.module.css';
import { MessageFilters } from './MessageFilters.tsx';
import { MessageList, mostRows, saidOf } from './MessageList.tsx';
import { MessageReading } from './MessageReading.tsx';
import { MessageSelection } from './message-selection.ts';
import { type ReadChat, useChat } from './use-chat.ts';
import { useFiltered } from './use-listed.ts';
import { useMessagesHere } from './use-messages-here.ts';

export interface MessageBrowserProps {
  readonly title: string;
  /** Where the chat is; asked once. */
  readonly place: () => Promise<ChatPlace>;
  /** The keys of the messages that are chosen at first. */
  readonly chosen?: ReadonlySet<string> | undefined;
  /** The id of the message to show first. */
  readonly at?: number | undefined;
  /** What the main act is called for so many chosen messages. */
  readonly act: (count: number) => string;
  readonly onTake: (keys: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}

/** A chat to scroll, filter, read and choose messages from. */
export function MessageBrowser(props: MessageBrowserProps) {
  const { title, place, onClose } = props;
  const { read, action } = useChat(place);
  return (
    <Dialog title={title} isOpen onClose={onClose} size="full" outside="stay">
      {read ? <Browsing {...props} read={read} /> : <Opening action={action} onClose={onClose} />}
    </Dialog>
  );
}

function Opening({ action, onClose }: { readonly action: ActionState; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('chat');
  const { progress, error } = action;
  const size = (bytes: number) => formatBytes(bytes, i18n.language);
  if (error) {
    return (
      <ActionError
        what={t('failed')}
        kept={t('failedKept')}
        error={error}
        detailsLabel={t('details')}
        copyLabel={t('copyDetails')}
        copiedLabel={t('copied')}
        acts={[{ label: t('close'), run: onClose }]}
      />
    );
  }
  return (
    <Progress
      label={t('opening')}
      done={progress?.done}
      total={progress?.total}
      text={
        progress?.total === undefined
          ? undefined
          : t('soFar', { done: size(progress.done), total: size(progress.total) })
      }
      cancel={{ label: t('cancel'), run: onClose }}
    />
  );
}

function Browsing({
  read,
  title,
  chosen,
  at,
  act,
  onTake,
  onClose,
}: MessageBrowserProps & { readonly read: ReadChat }) {
  const { t } = useTranslation('chat');
  const { opened, chat } = read;
  const { openBeside } = useWorkbench();
  const [filter, setFilter] = useState<ListingFilter>({});
  const places = useFiltered(chat, filter);
  const here = useMessagesHere(opened.key, title);
  const [selection, setSelection] = useState(() => firstSelection(read, chosen));
  const [active, setActive] = useState<number | null>(() => (at === undefined ? null : placeOfId(read, at)));
  // Subtle: the list comes first; the filters are drawn a moment later, so that the window never stands still.
  const hasFilters = useDeferredValue(true, false);
  const shown = places?.length ?? opened.ids.length;
  const goTo = useCallback(
    (place: number) => {
      setFilter((now) => (places === null || places.includes(place) ? now : {}));
      setActive(place);
    },
    [places],
  );
  const goToDay = (wall: number) => {
    for (let n = 0; n < shown; n += 1) {
      const place = places ? (places[n] ?? 0) : n;
      if ((opened.walls[place] ?? Number.NaN) >= wall) return setActive(place);
    }
    setActive(shown === 0 ? null : places ? (places[shown - 1] ?? null) : shown - 1);
  };
  const openHere = (exhibit: Exhibit) => {
    openBeside({ table: 'exhibits', id: exhibit.id });
    onClose();
  };
  const take = () => onTake(new Set([...selection.places()].map((place) => `${opened.key}/${opened.ids[place]}`)));
  return (
    <div className={styles.browser}>
      {hasFilters && <MessageFilters senders={opened.senders} filter={filter} onFilter={setFilter} onGoTo={goToDay} />}
      <p className={styles.count}>
        <span role="status">
          {places === null ? t('count', { count: shown }) : t('countOf', { shown, count: opened.ids.length })}
        </span>
        <span>{shown > mostRows ? t('tooMany', { count: mostRows }) : t('keys')}</span>
      </p>
      <Halves
        list={
          shown === 0 ? (
            <EmptyState text={t(opened.ids.length === 0 ? 'empty' : 'nonePass')}>
              {opened.ids.length > 0 && <Button onPress={() => setFilter({})}>{t('clearFilters')}</Button>}
            </EmptyState>
          ) : (
            <MessageList
              read={read}
              places={places}
              here={here}
              selection={selection}
              onSelectionChange={setSelection}
              active={active}
              onActiveChange={setActive}
            />
          )
        }
      >
        {active === null ? (
          <p className={styles.hint}>{t('readHint')}</p>
        ) : (
          <MessageReading chat={chat} place={active} here={here} onOpen={openHere} onGoTo={goTo} />
        )}
      </Halves>
      <footer className={styles.footer}>
        <span role="status" className={styles.chosen}>
          {t('chosen', { count: selection.count })}
        </span>
        <Button
          onPress={() => setSelection(selection.with(saidOf(places, opened.said), true))}
          isDisabled={shown === 0}
        >
          {t('chooseAll')}
        </Button>
        <Button
          onPress={() => setSelection(selection.with(selection.places(), false))}
          isDisabled={selection.count === 0}
        >
          {t('chooseNone')}
        </Button>
        <span className={styles.gap} />
        <Button onPress={onClose}>{t('close')}</Button>
        <Button variant="primary" onPress={take} isDisabled={selection.count === 0}>
          {act(selection.count)}
        </Button>
      </footer>
    </div>
  );
}

/** The list, which has the focus at first, and beside or below it the message that is read. */
function Halves({ list, children }: { readonly list: ReactNode; readonly children: ReactNode }) {
  const { t } = useTranslation('chat');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  }, []);
  return (
    <div ref={place} className={styles.halves}>
      <div className={styles.list}>{list}</div>
      <section className={styles.reading} aria-label={t('reading')}>
        {children}
      </section>
    </div>
  );
}

function firstSelection({ opened }: ReadChat, chosen: ReadonlySet<string> | undefined): MessageSelection {
  const none = MessageSelection.none(opened.ids.length);
  if (!chosen) return none;
  const places: number[] = [];
  opened.ids.forEach((id, place) => {
    if (chosen.has(`${opened.key}/${id}`)) places.push(place);
  });
  return none.with(places, true);
}

function placeOfId({ opened }: ReadChat, id: number): number | null {
  const place = opened.ids.indexOf(id);
  return place < 0 ? null : place;
}
