import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Shot, shotsInOrder } from '#domain/evidence/kinds/video.ts';
import { type Shots, withoutShot, withShotAfter, withShotMoved } from '#domain/evidence/shots.ts';
import { Button } from '#ui/Button.tsx';
import { ShotLine } from './ShotLine.tsx';
import styles from './ShotLines.module.css';

/** A shot list with every line open for writing, as when a video is entered by hand. */
export function ShotLines({ shots, onChange }: { readonly shots: Shots; readonly onChange: (shots: Shots) => void }) {
  const { t } = useTranslation('kinds');
  const [written, setWritten] = useState<string | null>(null);
  const lines = shotsInOrder(shots);
  const addAfter = (after: string | null) => {
    const [next, id] = withShotAfter(shots, after, newShot(after === null ? lines.at(-1)?.[1] : shots[after]));
    setWritten(id);
    onChange(next);
  };
  const remove = (id: string) => {
    const at = lines.findIndex(([other]) => other === id);
    setWritten(lines[at - 1]?.[0] ?? lines[at + 1]?.[0] ?? null);
    onChange(withoutShot(shots, id));
  };
  return (
    <div>
      <ol className={styles.lines}>
        {lines.map(([id, shot], place) => (
          <ShotLine
            // Subtle: a line asked to take the focus is mounted anew, for that is when a field can take it.
            key={id === written ? `${id} written` : id}
            number={place + 1}
            shot={shot}
            focus={id === written ? 'seen' : 'none'}
            onChange={(next) => onChange({ ...shots, [id]: next })}
            onAct={(act) => {
              if (act === 'next') addAfter(id);
              else if (act === 'remove') remove(id);
              else if (act !== 'close') onChange(withShotMoved(shots, id, act === 'up' ? -1 : 1));
            }}
          />
        ))}
      </ol>
      <Button onPress={() => addAfter(null)}>{t('addShot')}</Button>
    </div>
  );
}

/** A new line: described by whoever described the one before it, and as surely. */
export function newShot(before: Shot | undefined): Omit<Shot, 'order'> {
  return {
    seen: '',
    certainty: before?.certainty ?? 'observed',
    describedBy: before?.describedBy ?? '',
    tags: [],
  };
}
