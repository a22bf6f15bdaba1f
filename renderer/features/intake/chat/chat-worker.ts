import { readRange } from '#domain/intake/dropped-bytes.ts';
import type { DroppedFile } from '#domain/intake/importer.ts';
import { importers } from '#domain/intake/importers.ts';
import type { ChatListing, ListingFilter } from '#domain/intake/telegram/telegram-listing.ts';
import { dropOfFiles } from '#features/intake/drop-of-files.ts';
import type { ChatAnswered, ChatAsked, ChatPlace } from './chat-protocol.ts';

/** The file is not one that this version lists the chats of. */
class NotListed extends Error {
  readonly code = 'not-listed';
}

let listing: ChatListing | undefined;
let source: DroppedFile | undefined;
let newestFilter = 0;

function answer(message: ChatAnswered, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

self.onmessage = ({ data }: MessageEvent<ChatAsked>) => {
  doing(data).catch((error: unknown) => {
    const { message } = error instanceof Error ? error : new Error(String(error));
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
    answer({ ask: data.ask, type: 'failed', code, message });
  });
};

async function doing(asked: ChatAsked): Promise<void> {
  const { ask } = asked;
  if (asked.type === 'open') return open(ask, asked.place);
  const chat = held();
  switch (asked.type) {
    case 'filter':
      return filter(ask, chat, asked.filter);
    case 'rows':
      return answer({ ask, type: 'rows', rows: asked.places.map((n) => chat.row(n)) });
    case 'source': {
      const { from, to } = chat.placeOf(asked.place);
      const bytes = source ? await readRange(source, from, to) : new Uint8Array();
      return answer({ ask, type: 'source', text: new TextDecoder().decode(bytes) });
    }
  }
}

function held(): ChatListing {
  if (!listing) throw new Error('The chat has not been opened.');
  return listing;
}

const everyMs = 80;

async function open(ask: number, { files, main, importer: name, part }: ChatPlace): Promise<void> {
  const drop = dropOfFiles(files);
  const file = drop.get(main);
  const importer = importers.find((one) => one.name === name);
  const found = file && importer?.recognise(await readRange(file, 0, 65536), file, drop);
  if (!importer?.listing || !found) throw new NotListed(`${main} is not a file whose chats ${name} lists.`);
  let last = 0;
  const told = (done: number) => {
    const now = Date.now();
    if (now - last < everyMs) return;
    last = now;
    answer({ type: 'progress', done: Math.min(done, file.size), total: file.size });
  };
  try {
    listing = await importer.listing(found, drop, part, told);
  } catch (error) {
    if (error instanceof RangeError) throw new NotListed(error.message);
    throw error;
  }
  source = file;
  const [ids, walls, said] = [listing.ids(), listing.walls(), listing.said()];
  const chat = { key: listing.key, ids, walls, said, senders: listing.senders };
  answer({ ask, type: 'opened', chat }, [ids.buffer, walls.buffer, said.buffer]);
}

/** How long the worker goes on before it looks whether something newer was asked, in milliseconds. */
const stretch = 8;

async function filter(ask: number, chat: ChatListing, wanted: ListingFilter): Promise<void> {
  newestFilter = ask;
  const steps = chat.filter(wanted);
  for (;;) {
    const until = performance.now() + stretch;
    while (performance.now() < until) {
      const step = steps.next();
      if (!step.done) continue;
      const places = step.value.length === chat.count ? null : step.value;
      return answer({ ask, type: 'filtered', places }, places ? [places.buffer] : []);
    }
    await nextTurn();
    if (newestFilter !== ask) return;
  }
}

const turns = new MessageChannel();
turns.port1.start();

/** Lets messages that wait be taken in. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    turns.port1.onmessage = () => resolve();
    turns.port2.postMessage(null);
  });
}
