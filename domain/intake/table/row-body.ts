import { assertNever } from '#domain/assert-never.ts';
import { telegram } from '#domain/evidence/kinds/telegram.ts';
import type { KindName } from '#domain/evidence/kinds.ts';
import { withLink } from '#domain/evidence/telegram-post.ts';
import type { Draft } from '#domain/intake/draft.ts';
import type { Moment } from '#domain/moment.ts';

/** What a row says in words; empty where it says nothing. */
export interface RowWords {
  readonly title: string;
  readonly address: string;
  readonly published?: Moment;
  readonly account: string;
  readonly platform: string;
  readonly text: string;
  readonly description: string;
}

/** Puts the words of a row where an exhibit of a kind has them. What a kind has no field for stands in its description. */
export function bodyOfRow(kind: KindName, words: RowWords): Draft['exhibit'] {
  const { title, address, published, account, platform, text, description } = words;
  const when = published ? { published } : {};
  const common = { ...(title === '' ? {} : { title }), ...described(description), ...when };
  const says = { verbatim: text, translations: {} };
  switch (kind) {
    case 'telegram': {
      const post = withLink(telegram.empty(), address === '' ? undefined : address);
      const channel = account === '' ? post.channel : { ...post.channel, name: account };
      return {
        kind,
        ...common,
        body: {
          text: text === '' ? [] : [{ kind: 'plain', text }],
          translations: {},
          ...(post.link === undefined ? {} : { link: post.link }),
          ...(post.message === undefined ? {} : { message: post.message }),
          ...(channel ? { channel: channelOf(channel) } : {}),
          ...(published ? { posted: published } : {}),
        },
      };
    }
    case 'video':
      return {
        kind,
        ...common,
        ...described(description, text),
        body: {
          shots: {},
          ...(address === '' ? {} : { link: address }),
          ...(platform === '' ? {} : { platform }),
          ...(account === '' ? {} : { uploader: account }),
        },
      };
    case 'photo':
      return {
        kind,
        ...common,
        ...described(description, address),
        body: { regions: {}, metadata: {}, ...(text === '' ? {} : { caption: text }) },
      };
    case 'statement':
      return { kind, ...common, body: { ...says, ...(address === '' ? {} : { link: address }) } };
    case 'document':
    case 'web-page':
      return { kind, ...common, body: { ...says, ...(address === '' ? {} : { address }) } };
    default:
      return assertNever(kind);
  }
}

function described(...words: readonly string[]): { description?: string } {
  const description = words.filter((word) => word !== '').join('\n');
  return description === '' ? {} : { description };
}

/** Leaves out what is not known: records hold no members without a value. */
function channelOf({ name, handle, id }: { name: string; handle?: string | undefined; id?: string | undefined }) {
  return { name, ...(handle === undefined ? {} : { handle }), ...(id === undefined ? {} : { id }) };
}
