import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeDuration } from '#domain/duration.ts';
import { assetsOf, type Exhibit } from '#domain/evidence/exhibit.ts';
import { shotsInOrder } from '#domain/evidence/kinds/video.ts';
import { type Excerpt, quoteOf } from '#domain/excerpt.ts';
import { DurationField } from '#features/evidence/kinds/fields/DurationField.tsx';
import { Button } from '#ui/Button.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './Excerpt.module.css';
import { ExcerptText } from './ExcerptText.tsx';
import { placeInText, type Quotable, textsToQuote } from './quotable.ts';
import { RegionField } from './RegionField.tsx';

export interface ExcerptPickerProps {
  readonly exhibit: Exhibit;
  readonly value: Excerpt | undefined;
  readonly onChange: (excerpt: Excerpt | undefined) => void;
}

/** The part of an exhibit that is meant: words of one of its texts, a shot or time of a video, a region of a picture, or all of it. */
export function ExcerptPicker({ exhibit, value, onChange }: ExcerptPickerProps) {
  const { t } = useTranslation('claims');
  const texts = textsToQuote(exhibit);
  const shots = exhibit.kind === 'video' ? shotsInOrder(exhibit.body.shots) : [];
  const pictures = assetsOf(exhibit).filter(([, use]) => use.mime.startsWith('image/'));
  const types = [
    ...(texts.length > 0 ? (['text'] as const) : []),
    ...(shots.length > 0 ? (['shot'] as const) : []),
    ...(exhibit.kind === 'video' ? (['time'] as const) : []),
    ...(pictures.length > 0 ? (['region'] as const) : []),
  ];
  const [type, setType] = useState<'whole' | Excerpt['type']>(value?.type ?? 'whole');
  if (types.length === 0) return null;
  return (
    <div className={styles.picker}>
      <Segmented
        label={t('excerpt')}
        items={[
          { id: 'whole' as const, label: t('noExcerpt') },
          ...types.map((id) => ({ id, label: t(`excerptType-${id}`) })),
        ]}
        value={type}
        onChange={(next) => {
          setType(next);
          if (next !== value?.type) onChange(undefined);
        }}
      />
      {value && <ExcerptText exhibit={exhibit} excerpt={value} />}
      {type === 'text' && <Words texts={texts} onChange={onChange} />}
      {type === 'shot' && (
        <Select
          label={t('excerptType-shot')}
          items={shots.map(([id, shot]) => ({
            id,
            label: shot.seen,
            description: shot.from === undefined ? t('shotUntimed') : writeDuration(shot.from),
          }))}
          value={value?.type === 'shot' ? value.shot : null}
          onChange={(shot) => onChange({ type: 'shot', shot })}
        />
      )}
      {type === 'time' && <Times value={value?.type === 'time' ? value : undefined} onChange={onChange} />}
      {type === 'region' && (
        <RegionField
          exhibit={exhibit}
          pictures={pictures}
          value={value?.type === 'region' ? value : undefined}
          onChange={onChange}
        />
      )}
    </div>
  );
}

interface WordsProps {
  readonly texts: readonly Quotable[];
  readonly onChange: (excerpt: Excerpt) => void;
}

// Subtle: a read-only text area lets words be selected by keyboard too, and gives the place of the selection in the text.
function Words({ texts, onChange }: WordsProps) {
  const { t, i18n } = useTranslation('claims');
  const area = useRef<HTMLTextAreaElement>(null);
  const [on, setOn] = useState(texts[0]?.on ?? 'verbatim');
  const text = texts.find((one) => one.on === on) ?? texts[0];
  if (!text) return null;
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const take = () => {
    const { selectionStart: from, selectionEnd: to } = area.current ?? { selectionStart: 0, selectionEnd: 0 };
    if (to <= from) return;
    const quote = quoteOf(text.text, placeInText(text.text, from), placeInText(text.text, to));
    onChange({ type: 'text', on: text.on, ...quote });
  };
  return (
    <>
      {texts.length > 1 && (
        <Select
          aria-label={t('selectWords')}
          items={texts.map((one) => ({
            id: one.on,
            label:
              one.on === 'verbatim'
                ? t('verbatim')
                : t('translationInto', { language: one.language ? names.of(one.language) : '' }),
          }))}
          value={text.on}
          onChange={setOn}
        />
      )}
      <textarea
        key={text.on}
        ref={area}
        readOnly
        aria-label={t('selectWords')}
        dir="auto"
        lang={text.language}
        className={styles.text}
        value={text.text}
        onSelect={take}
      />
      <div>
        <Button onPress={take}>{t('useSelection')}</Button>
      </div>
    </>
  );
}

interface TimesProps {
  readonly value: Extract<Excerpt, { type: 'time' }> | undefined;
  readonly onChange: (excerpt: Excerpt | undefined) => void;
}

function Times({ value, onChange }: TimesProps) {
  const { t } = useTranslation('claims');
  return (
    <div className={styles.four}>
      <DurationField
        label={t('from')}
        value={value?.from}
        onChange={(from) => onChange(from === undefined ? undefined : { ...value, type: 'time', from })}
      />
      <DurationField
        label={t('to')}
        value={value?.to}
        onChange={(to) => onChange({ type: 'time', from: value?.from ?? 0, ...(to !== undefined && { to }) })}
      />
    </div>
  );
}
