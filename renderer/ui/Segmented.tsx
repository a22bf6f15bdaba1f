import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './Segmented.module.css';

export interface SegmentedProps<Id extends string> {
  /** What is chosen here, in words; not drawn. */
  readonly label: string;
  readonly items: readonly { readonly id: Id; readonly label: string; readonly isDisabled?: boolean | undefined }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** Two to five choices side by side, of which one is always chosen. */
export function Segmented<Id extends string>({ label, items, value, onChange }: SegmentedProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const item = items.find(({ id }) => keys.has(id));
        if (item) onChange(item.id);
      }}
      className={`${styles.group}`}
    >
      {items.map((item) => (
        <ToggleButton key={item.id} id={item.id} isDisabled={item.isDisabled === true} className={`${styles.segment}`}>
          {item.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
