import { ListBoxItem, Text } from 'react-aria-components';
import type { ChoiceItem } from './choice-item.ts';
import styles from './Floating.module.css';

interface ChoiceRowProps {
  readonly item: ChoiceItem;
  /** What typing is matched with; the label unless said otherwise. */
  readonly textValue?: string;
}

/** A row of a list of choices, as Select and ComboBox show it. */
export function ChoiceRow({ item, textValue = item.label }: ChoiceRowProps) {
  return (
    <ListBoxItem id={item.id} textValue={textValue} isDisabled={item.isDisabled === true} className={`${styles.item}`}>
      <span className={styles.words} dir="auto">
        <Text slot="label">{item.label}</Text>
        {item.description !== undefined && (
          <Text slot="description" className={styles.meaning}>
            {item.description}
          </Text>
        )}
      </span>
    </ListBoxItem>
  );
}
