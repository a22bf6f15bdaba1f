import { useState } from 'react';
import type { Id } from '#domain/id.ts';
import type { ChoiceItem } from '#ui/choice-item.ts';
import { TagField } from '#ui/TagField.tsx';

interface SetFieldProps {
  readonly label: string;
  readonly items: readonly ChoiceItem[];
  readonly value: readonly Id[];
  readonly onChange: (ids: Id[]) => void;
  /** Makes what was typed and is not in the list; gives its id. */
  readonly create?: { readonly label: (text: string) => string; readonly make: (text: string) => Promise<Id> };
  readonly placeholder?: string | undefined;
}

/** Several records, typed with completion; one that is not there yet can be made on the fly. */
export function SetField({ label, items, value, onChange, create, placeholder }: SetFieldProps) {
  // Subtle: a record that was just made is chosen before its table renders again.
  const [making, setMaking] = useState(false);
  return (
    <TagField
      label={label}
      items={items}
      value={value}
      onChange={(ids) => onChange([...ids])}
      placeholder={placeholder}
      {...(create &&
        !making && {
          create: {
            label: create.label,
            onCreate: (text: string) => {
              setMaking(true);
              void create
                .make(text)
                .then((id) => onChange([...value, id]))
                .finally(() => setMaking(false));
            },
          },
        })}
    />
  );
}
