import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components';
import styles from './Choice.module.css';
import field from './Field.module.css';
import { FieldLabel, FieldNotes, type FieldWords } from './FieldText.tsx';

export interface RadioItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A sentence that says what this choice means. */
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

export interface RadioGroupProps<Id extends string> extends FieldWords {
  readonly label: string;
  readonly items: readonly RadioItem<Id>[];
  /** The chosen item, or null while none is. */
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
}

/** A short list of which one is chosen, every choice in sight. */
export function RadioGroup<Id extends string>({
  label,
  description,
  error,
  items,
  value,
  onChange,
}: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      value={value}
      onChange={(chosen) => {
        const item = items.find(({ id }) => id === chosen);
        if (item) onChange(item.id);
      }}
      isInvalid={error !== undefined}
      className={`${field.field}`}
    >
      <FieldLabel label={label} />
      {items.map((item) => (
        <Radio key={item.id} value={item.id} isDisabled={item.isDisabled === true} className={`${styles.choice}`}>
          <span className={styles.round} aria-hidden="true" />
          <span>
            {item.label}
            {item.description !== undefined && <span className={styles.meaning}>{item.description}</span>}
          </span>
        </Radio>
      ))}
      <FieldNotes description={description} error={error} />
    </AriaRadioGroup>
  );
}
