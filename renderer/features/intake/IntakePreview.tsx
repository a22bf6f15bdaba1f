import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { earliest, latest } from '#domain/moment.ts';
import { MomentText, readMoment } from '#features/evidence/MomentText.tsx';
import { SourceField } from '#features/sources/SourceField.tsx';
import { TagPicker } from '#features/tags/TagPicker.tsx';
import { useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { chosenOf, firstChoices, groupsBy, hereOf, type Mappings, type Picks, withinDates } from './choices.ts';
import { FoundGroup } from './FoundGroup.tsx';
import styles from './IntakeView.module.css';
import type { Surveyed } from './intake-protocol.ts';
import { type Choices, useIntake } from './use-intake.ts';

/** What was recognised, what would be skipped and why, what is here already; and what to give all that is taken in. */
export function IntakePreview({ found, onClear }: Surveyed & { readonly onClear: () => void }) {
  const { t } = useTranslation('intake');
  const { take } = useIntake();
  const exhibits = useTable('exhibits');
  const notes = useTable('notes');
  const here = useMemo(() => hereOf(found, exhibits.values(), notes.values()), [found, exhibits, notes]);
  const [choices, setChoices] = useState<Choices>(() => firstChoices(found, here));
  const [picks, setPicks] = useState<Picks>(new Map());
  const [mappings, setMappings] = useState<Mappings>(new Map());
  const [tags, setTags] = useState<readonly Id[]>([]);
  const [source, setSource] = useState<Id | undefined>();
  const [graphic, setGraphic] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const groups = useMemo(() => groupsBy(found, ({ importer }) => importer), [found]);
  const [fromMoment, toMoment] = [readMoment(from), readMoment(to)];
  const dates = [fromMoment && earliest(fromMoment), toMoment && latest(toMoment)] as const;
  const isReadable = fromMoment !== null && toMoment !== null;
  if (found.length === 0) {
    return (
      <EmptyState text={t('nothing')}>
        <Button onPress={onClear}>{t('close')}</Button>
      </EmptyState>
    );
  }
  return (
    <form
      className={styles.preview}
      aria-label={t('preview')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReadable) return;
        take(chosenOf(withinDates(choices, dates[0] ?? undefined, dates[1] ?? undefined), picks, mappings), {
          tags,
          source,
          graphic,
        });
      }}
    >
      {[...groups].map(([importer, finds]) => (
        <FoundGroup
          key={importer}
          importer={importer}
          finds={finds}
          here={here}
          choices={choices}
          onChoices={setChoices}
          picks={picks}
          onPicks={setPicks}
          mappings={mappings}
          onMappings={setMappings}
        />
      ))}
      <fieldset className={styles.given}>
        <legend>{t('giveAll')}</legend>
        <TagPicker label={t('tags')} value={tags} onChange={setTags} />
        <SourceField label={t('source')} value={source} onChange={setSource} sort="channel" />
        <p className={styles.hint}>{t('sourceHint')}</p>
        <Checkbox isSelected={graphic} onChange={setGraphic}>
          {t('graphic')}
        </Checkbox>
        <div className={styles.dates}>
          <MomentText label={t('from')} text={from} onChange={setFrom} />
          <MomentText label={t('to')} text={to} onChange={setTo} />
        </div>
      </fieldset>
      <div className={styles.acts}>
        <Button onPress={onClear}>{t('discard')}</Button>
        <Button type="submit" variant="primary" isDisabled={choices.size === 0 || !isReadable}>
          {t('takeIn', { count: choices.size })}
        </Button>
      </div>
    </form>
  );
}
