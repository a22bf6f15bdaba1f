import { $create, $getState, $setState, createState, DecoratorNode, stringValue } from 'lexical';
import type { JSX } from 'react';
import { ClaimBlock } from '#features/notes/editor/ClaimBlock.tsx';
import { EmbeddedBlock } from './EmbeddedBlock.ts';
import { nameOf } from './names.ts';

const claimState = createState('claim', { parse: stringValue() });

/** A claim embedded as a block, with its live standing and evidence. */
export class ClaimBlockNode extends EmbeddedBlock {
  override $config() {
    return this.config('claim-block', {
      extends: DecoratorNode,
      stateConfigs: [{ stateConfig: claimState, flat: true }],
    });
  }

  getClaim(): string {
    return $getState(this, claimState);
  }

  override getTextContent(): string {
    return nameOf({ to: 'claim', target: this.getClaim() });
  }

  override decorate(): JSX.Element {
    return <ClaimBlock nodeKey={this.getKey()} claim={this.getClaim()} />;
  }
}

/** Makes a block that embeds a claim. */
export function $createClaimBlockNode(claim: string): ClaimBlockNode {
  return $setState($create(ClaimBlockNode), claimState, claim);
}
