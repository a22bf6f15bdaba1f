import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import type { SourceSort } from '#domain/source.ts';
import { beforeSaving } from '#features/cases/under-way.ts';
import { alive, useOpenCase, useTable } from '#store/use-case.ts';
import { ComboBox } from '#ui/ComboBox.tsx';
import { useAction } from '#ui/use-action.ts';
import { makeSource } from './change-sources.ts';

export interface SourceFieldProps {
  /** The label above the field; `aria-label` where the label stands elsewhere. */
  readonly label?: string | undefined;
  readonly 'aria-label'?: string;
  readonly value: Id | undefined;
  readonly onChange: (source: Id | undefined) => void;
  /** What a source made here is; it can be changed on its page. */
  readonly sort: SourceSort;
}

/** A source, typed with completion by name and alias; one that is not there yet is made on the fly. */
export function SourceField({ value, onChange, sort, ...labels }: SourceFieldProps) {
  const { t } = useTranslation('sources');
  const { id: caseId } = useOpenCase();
  const sources = useTable('sources');
  const items = useMemo(
    () =>
      alive(sources)
        .map((source) => ({
          id: source.id,
          label: source.name,
          description: [t(source.what), ...source.aliases, ...source.handles].join(' · '),
        }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [sources, t],
  );
  // Subtle: while the source is being made the person types on; it is set in what stands there then.
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const [create, { error }] = useAction(async (_tools, name: string) => {
    const make = async () => latest.current(await makeSource(caseId, name, sort));
    await beforeSaving(make());
  });
  return (
    <ComboBox
      {...labels}
      items={items}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      placeholder={t('choose')}
      create={{ label: (text) => t('create', { text, sort: t(sort) }), onCreate: (name) => void create(name) }}
      {...(error && { error: t('notKept') })}
    />
  );
}
