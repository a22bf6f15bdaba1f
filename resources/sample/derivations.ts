import type { Derivation } from '#domain/derivation.ts';
import type { Given, Ground } from './ground.ts';

/** Which exhibits repeat others. */
export const derivations: ((of: Ground) => Given<Derivation>)[] = [
  (of) => ({
    what: of.exhibit('postB'),
    of: { type: 'exhibit', id: of.exhibit('postA') },
    how: 'forward',
    basis: 'stated',
    because: 'The post says that it is forwarded from Channel A.',
  }),
  (of) => ({
    what: of.exhibit('postC'),
    of: { type: 'exhibit', id: of.exhibit('postA') },
    how: 'copy',
    basis: 'matched',
    because: 'The text is the same word for word and was posted a day later.',
  }),
  (of) => ({
    what: of.exhibit('jnimClaim'),
    of: { type: 'source', id: of.source('jnim') },
    how: 'relay',
    basis: 'stated',
    because: 'The monitoring group relays what JNIM published.',
  }),
  (of) => ({
    what: of.exhibit('russianCounts'),
    of: { type: 'outside', words: 'Russian channels, bloggers and an agency, as the press quotes them' },
    how: 'quotation',
    basis: 'stated',
    because: 'The account quotes them and adds no count of its own.',
  }),
];
