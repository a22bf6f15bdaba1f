/** One thing that can be chosen from a list. */
export interface ChoiceItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** A second, quieter line that tells like things apart. */
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}
