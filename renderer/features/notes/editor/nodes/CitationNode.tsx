import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalNode,
} from 'lexical';
import type { JSX } from 'react';
import { excerptSchema } from '#domain/excerpt.ts';
import { sameJson } from '#domain/json.ts';
import { type Citation, citedSchema } from '#domain/note/document.ts';
import { CitationChip } from '#features/notes/editor/CitationChip.tsx';
import { nameOf } from './names.ts';

const toState = createState('to', { parse: (value) => citedSchema.safeParse(value).data ?? null });
const targetState = createState('target', { parse: (value) => (typeof value === 'string' ? value : '') });
const excerptState = createState('excerpt', {
  parse: (value) => excerptSchema.safeParse(value).data ?? null,
  isEqual: sameJson,
});

/** A chip in the text that cites an exhibit, a claim or a tag. It knows only what it points at; the chip reads the rest live. */
export class CitationNode extends DecoratorNode<JSX.Element> {
  override $config() {
    return this.config('citation', {
      extends: DecoratorNode,
      stateConfigs: [
        { stateConfig: toState, flat: true },
        { stateConfig: targetState, flat: true },
        { stateConfig: excerptState, flat: true },
      ],
    });
  }

  getCitation(): Citation {
    const to = $getState(this, toState);
    if (to === null) throw new Error('This citation does not say what it cites.');
    const excerpt = $getState(this, excerptState);
    return { to, target: $getState(this, targetState), ...(excerpt ? { excerpt } : {}) };
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const dom = document.createElement('span');
    dom.className = config.theme.citation ?? '';
    return dom;
  }

  override updateDOM(): false {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('span');
    element.textContent = this.getTextContent();
    return { element };
  }

  override getTextContent(): string {
    return nameOf(this.getCitation());
  }

  override isInline(): true {
    return true;
  }

  override isKeyboardSelectable(): true {
    return true;
  }

  override decorate(): JSX.Element {
    return <CitationChip nodeKey={this.getKey()} citation={this.getCitation()} />;
  }
}

/** Makes a citation chip; to be inserted where the caret is. */
export function $createCitationNode(citation: Citation): CitationNode {
  const node = $create(CitationNode);
  $setState(node, toState, citation.to);
  $setState(node, targetState, citation.target);
  if (citation.excerpt) $setState(node, excerptState, citation.excerpt);
  return node;
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode;
}
