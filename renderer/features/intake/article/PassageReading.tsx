import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passage } from '#domain/article/split-article.ts';
import { useAlive } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import styles from './Article.module.css';
import { type Keeping, type KeptAs, speakerOf } from './keeping.ts';
import { SpeakerField } from './SpeakerField.tsx';

interface PassageReadingProps {
  readonly text: string;
  readonly language: string | undefined;
  readonly passage: Passage;
  readonly keeping: Keeping;
  readonly names: readonly string[];
  readonly onKeep: (said: Keeping) => void;
}

/** So much of the text is shown around a passage. */
const around = 600;
const choices: readonly (KeptAs | 'leave')[] = ['statement', 'claim', 'leave'];

/** A passage where it stands, what it is kept as, and who speaks. */
export function PassageReading({ text, language, passage, keeping, names, onKeep }: PassageReadingProps) {
  const { t } = useTranslation('article');
  const sources = useAlive('sources');
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'center' });
  }, []);
  const { span, speaker: guess } = passage;
  const from = Math.max(0, span[0] - around);
  const to = Math.min(text.length, span[1] + around);
  return (
    <>
      <div dir="auto" lang={language} className={styles.context}>
        {from > 0 && '…'}
        {text.slice(from, span[0])}
        <mark ref={mark} className={styles.meant}>
          {text.slice(...span)}
        </mark>
        {text.slice(span[1], to)}
        {to < text.length && '…'}
      </div>
      <Segmented
        label={t('keptAs')}
        items={choices.map((id) => ({ id, label: t(id) }))}
        value={keeping.as ?? 'leave'}
        onChange={(as) => onKeep({ as: as === 'leave' ? undefined : as })}
      />
      <SpeakerField value={keeping.speaker} onChange={(speaker) => onKeep({ speaker })} names={names} />
      {guess && keeping.speaker === undefined && (
        <p className={styles.offer}>
          <bdi>{t('offered', { name: guess.name })}</bdi>
          <Button onPress={() => onKeep({ speaker: speakerOf(guess.name, sources) })} keys="G">
            {t('take')}
          </Button>
        </p>
      )}
    </>
  );
}
