import { useState } from 'react';
import {
  ComboBox as AriaComboBox,
  type ComboBoxProps as AriaComboBoxProps,
  Button,
  Group,
  Input,
  ListBox,
  Popover,
  useFilter,
} from 'react-aria-components';
import { ChoiceRow } from './ChoiceRow.tsx';
import type { ChoiceItem } from './choice-item.ts';
import { classes } from './classes.ts';
import field from './Field.module.css';
import { FieldLabel, FieldNotes, type FieldWords } from './FieldText.tsx';
import floating from './Floating.module.css';

/** The offer to make what was typed and is not in the list. */
export interface CreateOffer {
  /** The words of the offer, as in “create ‘x’”. */
  readonly label: (text: string) => string;
  readonly onCreate: (text: string) => void;
}

export interface ComboBoxProps
  extends Omit<
      AriaComboBoxProps<ChoiceItem>,
      | 'className'
      | 'style'
      | 'children'
      | 'isInvalid'
      | 'items'
      | 'value'
      | 'onChange'
      | 'selectedKey'
      | 'onSelectionChange'
      | 'inputValue'
      | 'onInputChange'
    >,
    FieldWords {
  readonly items: readonly ChoiceItem[];
  /** The chosen item's id, or null while none is chosen. */
  readonly value: string | null;
  /** Gives the chosen item's id, or null when the field was emptied. */
  readonly onChange: (id: string | null) => void;
  readonly create?: CreateOffer | undefined;
  readonly placeholder?: string | undefined;
}

/** The id of the offer among the items; no record has it, ids of records are UUIDs or plain words. */
export const CREATE_ID = 'create ';

/** The items whose label or description holds the text, and the offer to create it when no label is the same. */
export function offeredItems(
  items: readonly ChoiceItem[],
  text: string,
  contains: (whole: string, part: string) => boolean,
  create: CreateOffer | undefined,
): ChoiceItem[] {
  const wanted = text.trim();
  const found = items.filter((item) => contains(item.label, wanted) || contains(item.description ?? '', wanted));
  const isNew = wanted !== '' && !items.some((item) => item.label.toLowerCase() === wanted.toLowerCase());
  return create && isNew ? [...found, { id: CREATE_ID, label: create.label(wanted) }] : found;
}

/** A field that completes from a list while one types, and can offer to create what is not there. */
export function ComboBox(props: ComboBoxProps) {
  const { label, description, error, items, value, onChange, create, placeholder = '', ...rest } = props;
  const { contains } = useFilter({ sensitivity: 'base' });
  const chosen = items.find((item) => item.id === value);
  const [text, setText] = useState(chosen?.label ?? '');
  // Subtle: with the chosen item's own words in the field the list shows everything, so that another can be chosen.
  const offered = offeredItems(items, text === chosen?.label ? '' : text, contains, create);
  return (
    <AriaComboBox
      menuTrigger="focus"
      {...rest}
      items={offered}
      value={value}
      onChange={(key) => {
        if (key === CREATE_ID) create?.onCreate(text.trim());
        else onChange(key === null ? null : String(key));
      }}
      onInputChange={setText}
      isInvalid={error !== undefined}
      className={`${field.field}`}
    >
      <FieldLabel label={label} />
      <Group className={classes(field.input, field.box)}>
        <Input className={`${field.bare}`} placeholder={placeholder} dir="auto" />
        <Button className={`${field.inside}`}>
          <span aria-hidden="true">▾</span>
        </Button>
      </Group>
      <FieldNotes description={description} error={error} />
      <Popover className={`${floating.popover}`} offset={4}>
        <ListBox<ChoiceItem> className={`${floating.list}`}>{(item) => <ChoiceRow item={item} />}</ListBox>
      </Popover>
    </AriaComboBox>
  );
}
