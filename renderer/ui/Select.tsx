import {
  Select as AriaSelect,
  type SelectProps as AriaSelectProps,
  Button,
  ListBox,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { ChoiceRow } from './ChoiceRow.tsx';
import type { ChoiceItem } from './choice-item.ts';
import { classes } from './classes.ts';
import field from './Field.module.css';
import { FieldLabel, FieldNotes, type FieldWords } from './FieldText.tsx';
import floating from './Floating.module.css';
import styles from './Select.module.css';

export interface SelectProps<Id extends string>
  extends Omit<
      AriaSelectProps<ChoiceItem<Id>>,
      'className' | 'style' | 'children' | 'isInvalid' | 'value' | 'onChange' | 'selectedKey' | 'onSelectionChange'
    >,
    FieldWords {
  readonly items: readonly ChoiceItem<Id>[];
  /** The chosen item's id, or null while none is chosen. */
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
}

/** One choice of a list that opens. Typing finds an item by its first letters. */
export function Select<Id extends string>({
  label,
  description,
  error,
  items,
  value,
  onChange,
  ...rest
}: SelectProps<Id>) {
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={(key) => {
        const item = items.find(({ id }) => id === key);
        if (item) onChange(item.id);
      }}
      isInvalid={error !== undefined}
      className={`${field.field}`}
    >
      <FieldLabel label={label} />
      <Button className={classes(field.input, styles.button)}>
        <SelectValue className={`${styles.value}`} />
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" className={styles.arrow}>
          <path d="M2 3.5 5 6.5 8 3.5" />
        </svg>
      </Button>
      <FieldNotes description={description} error={error} />
      <Popover className={`${floating.popover}`} offset={4}>
        <ListBox items={items} className={`${floating.list}`}>
          {(item) => <ChoiceRow item={item} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
