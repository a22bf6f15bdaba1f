import { $getState, createState, DecoratorNode } from 'lexical';
import type { JSX } from 'react';
import type { NoteNode } from '#domain/note/document.ts';
import { UnknownBlock } from '#features/notes/editor/UnknownBlock.tsx';
import { EmbeddedBlock } from './EmbeddedBlock.ts';

const isNode = (value: unknown): value is NoteNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** What a newer version or a damaged file wrote and this version cannot show; kept whole. */
const rawState = createState('raw', { parse: (value): NoteNode | null => (isNode(value) ? value : null) });

/** Stands for a block this version does not know. Inert; written back exactly as it was read. */
export class UnknownBlockNode extends EmbeddedBlock {
  override $config() {
    return this.config('unknown-block', {
      extends: DecoratorNode,
      stateConfigs: [{ stateConfig: rawState, flat: true }],
    });
  }

  override decorate(): JSX.Element {
    return <UnknownBlock raw={$getState(this, rawState)} />;
  }
}

/** Stands for something within a line that this version does not know. */
export class UnknownInlineNode extends DecoratorNode<JSX.Element> {
  override $config() {
    return this.config('unknown-inline', {
      extends: DecoratorNode,
      stateConfigs: [{ stateConfig: rawState, flat: true }],
    });
  }

  override createDOM(): HTMLElement {
    return document.createElement('span');
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): true {
    return true;
  }

  override decorate(): JSX.Element {
    return <UnknownBlock raw={$getState(this, rawState)} />;
  }
}
