import { $createHorizontalRuleNode, $isHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
import {
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CHECK_LIST,
  CODE,
  type ElementTransformer,
  HEADING,
  HIGHLIGHT,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { $createParagraphNode, defineExtension } from 'lexical';

const RULE: ElementTransformer = {
  type: 'element',
  dependencies: [HorizontalRuleNode],
  regExp: /^(---|\*\*\*|___)\s?$/,
  triggerOnEnter: true,
  export: (node) => ($isHorizontalRuleNode(node) ? '---' : null),
  replace: (parent) => {
    const rule = $createHorizontalRuleNode();
    parent.replace(rule);
    if (rule.getNextSibling() === null) rule.insertAfter($createParagraphNode());
    rule.selectNext();
  },
};

/** Lets Markdown be typed: `## `, `- `, `1. `, `[] `, `> `, ```` ``` ````, `---`, `**bold**`, `*italic*`, `==marked==`, `~~struck~~`. */
export const MarkdownExtension = defineExtension({
  name: '@casebound/markdown',
  register: (editor) =>
    registerMarkdownShortcuts(editor, [
      HEADING,
      QUOTE,
      CHECK_LIST,
      UNORDERED_LIST,
      ORDERED_LIST,
      CODE,
      RULE,
      BOLD_ITALIC_STAR,
      BOLD_ITALIC_UNDERSCORE,
      BOLD_STAR,
      BOLD_UNDERSCORE,
      INLINE_CODE,
      HIGHLIGHT,
      STRIKETHROUGH,
      ITALIC_STAR,
      ITALIC_UNDERSCORE,
      LINK,
    ]),
});
