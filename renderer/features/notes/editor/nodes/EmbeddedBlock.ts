import { DecoratorNode, type DOMExportOutput, type EditorConfig } from 'lexical';
import type { JSX } from 'react';

/** What all blocks share that stand for something kept elsewhere: a box in the text, and its name where only text can go. */
export abstract class EmbeddedBlock extends DecoratorNode<JSX.Element> {
  override createDOM(config: EditorConfig): HTMLElement {
    const dom = document.createElement('div');
    dom.className = config.theme.embed ?? '';
    return dom;
  }

  override updateDOM(): false {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('p');
    element.textContent = this.getTextContent();
    return { element };
  }

  override isInline(): false {
    return false;
  }
}
