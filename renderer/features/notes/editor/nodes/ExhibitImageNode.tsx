import { $create, $getState, $setState, createState, DecoratorNode, stringValue } from 'lexical';
import type { JSX } from 'react';
import { ExhibitImage } from '#features/notes/editor/ExhibitImage.tsx';
import { EmbeddedBlock } from './EmbeddedBlock.ts';
import { nameOf } from './names.ts';

const exhibitState = createState('exhibit', { parse: stringValue() });
const assetState = createState('asset', { parse: stringValue() });

/** A picture of an exhibit as a block: the bytes stay in the evidence store, named by their SHA-256. */
export class ExhibitImageNode extends EmbeddedBlock {
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

  override getTextContent(): string {
    return nameOf({ to: 'exhibit', target: this.getExhibit() });
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
