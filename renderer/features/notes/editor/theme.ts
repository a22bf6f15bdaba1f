import type { EditorThemeClasses } from 'lexical';
import styles from './note-text.module.css';

/** How the nodes of a note look; the classes are in note-text.module.css. */
export const theme: EditorThemeClasses = {
  paragraph: `${styles.paragraph}`,
  heading: {
    h1: `${styles.h1}`,
    h2: `${styles.h2}`,
    h3: `${styles.h3}`,
    h4: `${styles.h3}`,
    h5: `${styles.h3}`,
    h6: `${styles.h3}`,
  },
  quote: `${styles.quote}`,
  code: `${styles.code}`,
  link: `${styles.link}`,
  autolink: `${styles.link}`,
  list: {
    ul: `${styles.list} ${styles.bullets}`,
    ol: `${styles.list} ${styles.numbers}`,
    listitem: `${styles.item}`,
    nested: { listitem: `${styles.nested}` },
    checklist: `${styles.checklist}`,
    listitemChecked: `${styles.checked}`,
    listitemUnchecked: `${styles.unchecked}`,
  },
  table: `${styles.table}`,
  tableScrollableWrapper: `${styles.scroll}`,
  tableRow: `${styles.row}`,
  tableCell: `${styles.cell}`,
  tableCellHeader: `${styles.headerCell}`,
  tableCellSelected: `${styles.selectedCell}`,
  tableSelection: `${styles.selecting}`,
  hr: `${styles.rule}`,
  text: {
    bold: `${styles.bold}`,
    italic: `${styles.italic}`,
    underline: `${styles.underline}`,
    strikethrough: `${styles.struck}`,
    underlineStrikethrough: `${styles.underlineStruck}`,
    highlight: `${styles.highlight}`,
    code: `${styles.inlineCode}`,
  },
  citation: `${styles.citation}`,
  embed: `${styles.embed}`,
};
