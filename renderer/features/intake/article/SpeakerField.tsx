import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAlive } from '#store/use-case.ts';
import { ComboBox } from '#ui/ComboBox.tsx';
import { type Speaker, speakerOf } from './keeping.ts';

interface SpeakerFieldProps {
  readonly value: Speaker | undefined;
  readonly onChange: (speaker: Speaker | undefined) => void;
  /** The names of which sources will be made when the article is taken in. */
  readonly names: readonly string[];
}

/** No id of a record begins so. */
const NEW = 'new ';

/** Who speaks: a source, or a name of which one is made only when the article is taken in. */
export function SpeakerField({ value, onChange, names }: SpeakerFieldProps) {
  const { t } = useTranslation('article');
  const sources = useAlive('sources');
  const items = useMemo(
    () => [
      ...names.map((name) => ({ id: NEW + name, label: name, description: t('newSpeaker', { name }) })),
      ...sources
        .map(({ id, name, aliases }) => ({ id, label: name, description: aliases.join(' · ') }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    ],
    [sources, names, t],
  );
  const set = (id: string | null) => {
    if (id === null) onChange(undefined);
    else onChange(id.startsWith(NEW) ? { name: id.slice(NEW.length) } : { id });
  };
  return (
    <ComboBox
      label={t('speaker')}
      placeholder={t('speakerHint')}
      items={items}
      value={value === undefined ? null : 'id' in value ? value.id : NEW + value.name}
      onChange={set}
      create={{ label: (name) => t('newSpeaker', { name }), onCreate: (name) => onChange(speakerOf(name, sources)) }}
    />
  );
}
