import { ListBoxItem, Text } from 'react-aria-components';
import type { ChoiceItem } from './choice-item.ts';
import styles from './Floating.module.css';

/** A row of a list of choices, as Select and ComboBox show it. */
export function ChoiceRow({ item }: { readonly item: ChoiceItem }) {
  return (
    <ListBoxItem id={item.id} textValue={item.label} isDisabled={item.isDisabled === true} className={`${styles.item}`}>
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
