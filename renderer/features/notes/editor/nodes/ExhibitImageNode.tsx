import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type EditorConfig,
  stringValue,
} from 'lexical';
import type { JSX } from 'react';
import { ExhibitImage } from '#features/notes/editor/ExhibitImage.tsx';
import { nameOf } from './names.ts';

const exhibitState = createState('exhibit', { parse: stringValue() });
const assetState = createState('asset', { parse: stringValue() });

/** A picture of an exhibit as a block: the bytes stay in the evidence store, named by their SHA-256. */
export class ExhibitImageNode extends DecoratorNode<JSX.Element> {
  override $config() {
    return this.config('exhibit-image', {
      extends: DecoratorNode,
      stateConfigs: [
        { stateConfig: exhibitState, flat: true },
        { stateConfig: assetState, flat: true },
      ],
    });
  }

  getExhibit(): string {
    return $getState(this, exhibitState);
  }

  getAsset(): string {
    return $getState(this, assetState);
  }

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

  override getTextContent(): string {
    return nameOf({ to: 'exhibit', target: this.getExhibit() });
  }

  override isInline(): false {
    return false;
  }

  override decorate(): JSX.Element {
    return <ExhibitImage nodeKey={this.getKey()} exhibit={this.getExhibit()} asset={this.getAsset()} />;
  }
}

/** Makes a block that shows one picture of an exhibit. */
export function $createExhibitImageNode(exhibit: string, asset: string): ExhibitImageNode {
  const node = $setState($create(ExhibitImageNode), exhibitState, exhibit);
  return $setState(node, assetState, asset);
}
