import { useDeferredValue, useMemo, useState } from 'react';
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
import { firstOffers, MoreOffers } from './first-offers.tsx';

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
      | 'defaultItems'
      | 'defaultFilter'
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

/** Says whether the text is some words, and not the label of any of the items. */
export function isNewLabel(items: readonly Pick<ChoiceItem, 'label'>[], text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return wanted !== '' && !items.some((item) => item.label.toLowerCase() === wanted);
}

function fits(item: ChoiceItem, typed: string, contains: (text: string, part: string) => boolean): boolean {
  const part = typed.trim();
  return contains(item.label, part) || contains(item.description ?? '', part);
}

/** A field that completes from a list while one types, and can offer to create what is not there. */
export function ComboBox(props: ComboBoxProps) {
  const { label, description, error, items, value, onChange, create, placeholder = '', ...rest } = props;
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  const wanted = text.trim();
  // Subtle: react-aria knows a new item one pass after it is given; a value that comes before its item would empty the
  // field. So the value waits until its item is here, and that pass longer.
  const held = useDeferredValue(items.some((item) => item.id === value) ? value : null);
  const chosen = items.find((item) => item.id === value);
  const { offered, more } = useMemo(() => {
    const all = text.trim() === (chosen?.label ?? '');
    return firstOffers(items, (item) => all || fits(item, text, contains));
  }, [items, text, chosen, contains]);
  // Subtle: the list must keep the chosen item even when the text does not match it, or the field loses its words. So
  // react-aria gets that too, and this filter, which knows an item by its label and the offer by its own text.
  const kept = chosen && !offered.includes(chosen) ? [...offered, chosen] : offered;
  const matches = (itemText: string, typed: string) =>
    itemText === CREATE_ID
      ? isNewLabel(items, typed)
      : kept.some((item) => item.label === itemText && fits(item, typed, contains));
  const offers = create !== undefined && isNewLabel(items, text);
  return (
    <AriaComboBox<ChoiceItem>
      menuTrigger="focus"
      {...rest}
      defaultItems={offers ? [...kept, { id: CREATE_ID, label: create.label(wanted) }] : kept}
      defaultFilter={matches}
      // Subtle: react-aria knows what is newly offered one pass late too, and would close the list meanwhile.
      allowsEmptyCollection={offers || (wanted !== '' && offered.length > 0 && offered.length < items.length)}
      value={held}
      onChange={(key) => {
        if (key === CREATE_ID) create?.onCreate(wanted);
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
        <ListBox<ChoiceItem> className={`${floating.list}`}>
          {(item) => <ChoiceRow item={item} textValue={item.id === CREATE_ID ? CREATE_ID : item.label} />}
        </ListBox>
        <MoreOffers count={more} />
      </Popover>
    </AriaComboBox>
  );
}
