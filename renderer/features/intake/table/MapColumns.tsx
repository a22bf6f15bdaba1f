import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Part } from '#domain/intake/importer.ts';
import type { Mapping } from '#domain/intake/table/mapping.ts';
import { type Mappings, withPart } from '#features/intake/choices.ts';
import type { Found } from '#features/intake/intake-protocol.ts';
import { type Choices, useIntake } from '#features/intake/use-intake.ts';
import { Button } from '#ui/Button.tsx';
import { TableDialog } from './TableDialog.tsx';

export interface MapColumnsProps {
  readonly found: Found;
  readonly part: Part;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  readonly mappings: Mappings;
  readonly onMappings: (mappings: Mappings) => void;
}

/** The way to say what the columns of a table are. Nothing where the part is not the rows of one. */
export function MapColumns({ found, part, choices, onChoices, mappings, onMappings }: MapColumnsProps) {
  const { t } = useTranslation('table');
  const { chatPlace } = useIntake();
  const [isOpen, setIsOpen] = useState(false);
  const [left, setLeft] = useState<Mapping | undefined>();
  const place = useMemo(() => chatPlace(found, part.id), [chatPlace, found, part.id]);
  const { table, title } = found.survey;
  const mapping = mappings.get(found.n);
  if (part.needs !== 'mapping' || !table) return null;
  return (
    <>
      {mapping && <strong role="status">{t('mapped')}</strong>}
      <Button variant="link" onPress={() => setIsOpen(true)}>
        {t(mapping ? 'mapAgain' : 'map')}
      </Button>
      {isOpen && (
        <TableDialog
          title={title}
          table={table}
          place={place}
          mapping={left ?? mapping}
          onUse={(said) => {
            onMappings(new Map(mappings).set(found.n, said));
            onChoices(withPart(choices, found, part.id, true));
            setLeft(undefined);
            setIsOpen(false);
          }}
          onClose={(said) => {
            setLeft(said);
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}
