import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { shotsInOrder } from '#domain/evidence/kinds/video.ts';
import { type Shots, withoutShot, withShotAfter, withShotAt, withShotMoved } from '#domain/evidence/shots.ts';
import type { Excerpt } from '#domain/excerpt.ts';
import { useBodyEdit } from '#features/evidence/kinds/use-body-edit.ts';
import { useDraft } from '#features/evidence/kinds/use-draft.ts';
import { linking } from '#features/evidence/link-request.ts';
import { Button } from '#ui/Button.tsx';
import { type Command, useCommands } from '#ui/command.ts';
import { useAction } from '#ui/use-action.ts';
import { type Film, useFilm } from './film.ts';
import { BEGINS, ENDS, isBlank, type ShotAct, ShotLine } from './ShotLine.tsx';
import { newShot } from './ShotLines.tsx';
import styles from './ShotList.module.css';
import { ShotRow } from './ShotRow.tsx';
import { ShotStrip } from './ShotStrip.tsx';
import { shotsOf } from './shots-of-excerpt.ts';

export interface ShotListProps {
  readonly exhibit: Exhibit<'video'>;
  readonly excerpt: Excerpt | undefined;
}

const HERE = 'Alt+N';

/** The shots of a video, to read and to write one at a time; every writing is a change that can be undone. */
export function ShotList({ exhibit, excerpt }: ShotListProps) {
  const { t } = useTranslation('kinds');
  const edit = useBodyEdit(exhibit);
  const film = useFilm();
  const canLink = linking.useAnswered();
  const [written, setWritten] = useState<string | null>(null);
  const { entries, set, flush } = useDraft(exhibit.body.shots, (write) =>
    edit('exhibit.shots', (body) => ({ ...body, shots: write(body.shots) })),
  );
  const [keep] = useAction(async () => flush());
  const shots: Shots = entries;
  const lines = shotsInOrder(entries);
  const numbers = new Map(lines.map(([id], place) => [id, place + 1]));
  const marked = shotsOf(excerpt, shots);
  const first = lines.find(([id]) => marked.has(id))?.[0];
  const model = (after: string | undefined) => newShot(after === undefined ? lines.at(-1)?.[1] : shots[after]);

  const write = ([next, id]: [Shots, string]) => {
    set(next);
    setWritten(id);
  };
  const addHere = (playing: Film) => write(withShotAt(shots, playing.time(), model(undefined)));
  const close = (id: string) => {
    const shot = shots[id];
    if (shot && isBlank(shot)) set(withoutShot(shots, id));
    setWritten(null);
    void keep();
  };
  const setEnd = (end: 'from' | 'to') => {
    const shot = written === null ? undefined : shots[written];
    if (written !== null && shot && film.current) set({ ...shots, [written]: { ...shot, [end]: film.current.time() } });
  };
  const doings = useRef({ addHere, setEnd, written });
  useEffect(() => {
    doings.current = { addHere, setEnd, written };
  });
  const commands = useMemo<Command[]>(() => {
    const isWriting = () => film.current !== null && doings.current.written !== null;
    return [
      {
        id: 'shots.here',
        label: t('addShotHere'),
        keys: [HERE],
        when: () => film.current !== null,
        run: () => {
          if (film.current) doings.current.addHere(film.current);
        },
      },
      {
        id: 'shots.begin',
        label: t('shotBeginsHere'),
        keys: [BEGINS],
        when: isWriting,
        run: () => doings.current.setEnd('from'),
      },
      {
        id: 'shots.end',
        label: t('shotEndsHere'),
        keys: [ENDS],
        when: isWriting,
        run: () => doings.current.setEnd('to'),
      },
    ];
  }, [film, t]);
  useCommands(commands);
  const act = (id: string, what: ShotAct) => {
    const at = lines.findIndex(([other]) => other === id);
    switch (what) {
      case 'next': {
        const next = lines[at + 1]?.[0];
        if (next) setWritten(next);
        else if (shots[id] && !isBlank(shots[id])) write(withShotAfter(shots, id, model(id)));
        else close(id);
        break;
      }
      case 'remove':
        set(withoutShot(shots, id));
        setWritten(lines[at - 1]?.[0] ?? null);
        break;
      case 'close':
        close(id);
        break;
      default:
        set(withShotMoved(shots, id, what === 'up' ? -1 : 1));
    }
  };
  return (
    <section aria-label={t('shotList')} className={styles.list}>
      <h3 className={styles.heading}>{t('shotCount', { count: lines.length })}</h3>
      <ShotStrip
        shots={shots}
        length={film.current?.length() ?? exhibit.body.duration}
        numbers={numbers}
        marked={written === null ? marked : new Set([...marked, written])}
        onChoose={(id) => {
          const from = shots[id]?.from;
          if (from !== undefined) film.current?.seek(from);
        }}
      />
      <ol
        className={styles.lines}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) void keep();
        }}
      >
        {lines.map(([id, shot], place) =>
          id === written ? (
            <ShotLine
              key={id}
              number={place + 1}
              shot={shot}
              focus="seen"
              onChange={(next) => set({ ...shots, [id]: next })}
              onAct={(what) => act(id, what)}
              playing={film.current ?? undefined}
            />
          ) : (
            <ShotRow
              key={id}
              exhibit={exhibit}
              id={id}
              number={place + 1}
              shot={shot}
              flush={flush}
              mark={!marked.has(id) ? 'none' : id === first ? 'first' : 'marked'}
              onEdit={() => setWritten(id)}
              onSeek={film.current ? (seconds) => film.current?.seek(seconds) : undefined}
              onLink={
                canLink ? () => linking.ask({ exhibits: [exhibit.id], excerpt: { type: 'shot', shot: id } }) : undefined
              }
            />
          ),
        )}
      </ol>
      <div className={styles.acts}>
        <Button onPress={() => write(withShotAfter(shots, null, model(undefined)))}>{t('addShot')}</Button>
        {film.current && (
          <Button
            keys={HERE}
            onPress={() => {
              if (film.current) addHere(film.current);
            }}
          >
            {t('addShotHere')}
          </Button>
        )}
      </div>
    </section>
  );
}
