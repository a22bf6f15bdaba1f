import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Group,
  Input,
} from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Field.module.css';

export interface SearchFieldProps
  extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** What is searched, in words; not drawn. */
  readonly label: string;
  readonly placeholder?: string | undefined;
}

/** A field to search with. Escape and its × empty it; Enter calls `onSubmit(text)`. */
export function SearchField({ label, placeholder = '', ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className={`${styles.field}`}>
      <Group className={classes(styles.input, styles.box)}>
        <Input className={`${styles.bare}`} placeholder={placeholder} dir="auto" />
        <Button className={classes(styles.inside, styles.clear)}>
          <span aria-hidden="true">×</span>
        </Button>
      </Group>
    </AriaSearchField>
  );
}
