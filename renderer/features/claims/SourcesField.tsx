import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { makeSource } from '#features/sources/change-sources.ts';
import { useAlive, useOpenCase } from '#store/use-case.ts';
import { SetField } from './SetField.tsx';

interface SourcesFieldProps {
  readonly label: string;
  readonly value: readonly Id[];
  readonly onChange: (ids: Id[]) => void;
  readonly placeholder?: string | undefined;
}

/** Several sources by name or alias; a new name makes a source (a group, until its page says otherwise). */
export function SourcesField(props: SourcesFieldProps) {
  const { t } = useTranslation('claims');
  const { id: caseId } = useOpenCase();
  const sources = useAlive('sources');
  return (
    <SetField
      {...props}
      items={sources.map(({ id, name, aliases }) => ({ id, label: name, description: aliases.join(' · ') }))}
      create={{
        label: (name) => t('createSource', { name }),
        make: (name) => makeSource(caseId, name, 'group'),
      }}
    />
  );
}
