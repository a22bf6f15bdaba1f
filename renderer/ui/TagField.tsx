import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import {
  Button,
  ComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  Tag,
  TagGroup,
  TagList,
  useFilter,
} from 'react-aria-components';
import { CREATE_ID, type CreateOffer, isNewLabel } from './ComboBox.tsx';
import { classes } from './classes.ts';
import field from './Field.module.css';
import type { FieldWords } from './FieldText.tsx';
import floating from './Floating.module.css';
import { firstOffers, MoreOffers } from './first-offers.tsx';
import { Swatch } from './Swatch.tsx';
import styles from './TagField.module.css';
import type { TagColour } from './tag-colour.ts';

export interface TagItem {
  readonly id: string;
  readonly label: string;
  /** The colour it shows; what has none to show, such as a source, leaves it out. */
  readonly colour?: TagColour | undefined;
}

export interface TagFieldProps extends FieldWords {
  readonly label: string;
  /** Every tag there is. */
  readonly items: readonly TagItem[];
  /** The ids of the tags that are set, in the order they show. */
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  /** Makes the tag that was typed; the caller adds its id to `value`. */
  readonly create?: CreateOffer | undefined;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean;
}

/** Tags, typed with completion. Enter sets the tag or makes it; Backspace in the empty field takes the last one off. */
export function TagField({
  label,
  description,
  error,
  items,
  value,
  onChange,
  create,
  placeholder = '',
  autoFocus = false,
}: TagFieldProps) {
  const [text, setText] = useState('');
  const notesId = useId();
  const { contains } = useFilter({ sensitivity: 'base' });
  const set = value.flatMap((id) => items.find((item) => item.id === id) ?? []);
  const { offered: found, more } = useMemo(() => {
    const isSet = new Set(value);
    return firstOffers(items, (item) => !isSet.has(item.id) && contains(item.label, text.trim()));
  }, [items, value, text, contains]);
  const offer: TagItem = {
    id: CREATE_ID,
    label: create?.label(text.trim()) ?? '',
    ...(items[0]?.colour && { colour: 'none' }),
  };
  const offered = create && isNewLabel(items, text) ? [...found, offer] : found;

  const choose = (id: string) => {
    if (id === CREATE_ID) create?.onCreate(text.trim());
    else if (!value.includes(id)) onChange([...value, id]);
    setText('');
  };

  const onInputKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    if (event.key === 'Backspace' && input.value === '' && value.length > 0) onChange(value.slice(0, -1));
    const hasOption = input.getAttribute('aria-activedescendant') !== null;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '' || hasOption) return;
    event.preventDefault();
    const typed = items.find((item) => item.label.toLowerCase() === text.trim().toLowerCase());
    if (typed) choose(typed.id);
    else if (create) choose(CREATE_ID);
  };

  // Subtle: the set tags stand beside the combo box, not in it: both are react-aria collections and would mix.
  return (
    <div className={field.field}>
      <span data-label="" className={field.label}>
        {label}
      </span>
      <div className={classes(field.input, styles.box)} data-invalid={error !== undefined || undefined}>
        {set.length > 0 && (
          <SetTags label={label} tags={set} onRemove={(ids) => onChange(value.filter((id) => !ids.has(id)))} />
        )}
        <ComboBox<TagItem>
          autoFocus={autoFocus}
          aria-label={label}
          aria-describedby={notesId}
          items={offered}
          value={null}
          inputValue={text}
          onInputChange={setText}
          onChange={(key) => {
            if (key !== null) choose(String(key));
          }}
          allowsCustomValue
          isInvalid={error !== undefined}
          className={`${styles.combo}`}
        >
          <Input
            className={classes(field.bare, styles.input)}
            placeholder={placeholder}
            dir="auto"
            onKeyDownCapture={onInputKeyDown}
          />
          <Popover className={`${floating.popover}`} offset={8}>
            <ListBox<TagItem> className={`${floating.list}`}>
              {(item) => (
                <ListBoxItem id={item.id} textValue={item.label} className={`${floating.item}`}>
                  {item.colour && <Swatch colour={item.colour} />}
                  <span dir="auto">{item.label}</span>
                </ListBoxItem>
              )}
            </ListBox>
            <MoreOffers count={more} />
          </Popover>
        </ComboBox>
      </div>
      <div id={notesId}>
        {description !== undefined && <span className={field.description}>{description}</span>}
        {error !== undefined && <span className={field.error}>{error}</span>}
      </div>
    </div>
  );
}

interface SetTagsProps {
  readonly label: string;
  readonly tags: readonly TagItem[];
  readonly onRemove: (ids: ReadonlySet<string>) => void;
}

function SetTags({ label, tags, onRemove }: SetTagsProps) {
  return (
    <TagGroup aria-label={label} onRemove={(keys) => onRemove(new Set([...keys].map(String)))}>
      <TagList items={tags} className={`${styles.tags}`}>
        {(tag) => (
          <Tag id={tag.id} textValue={tag.label} className={`${styles.tag}`}>
            {tag.colour && <Swatch colour={tag.colour} />}
            <span dir="auto">{tag.label}</span>
            <Button slot="remove" className={`${styles.remove}`}>
              <span aria-hidden="true">×</span>
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}
