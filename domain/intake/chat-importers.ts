/**
 * The names of the importers that list chats to be browsed. Apart from the importers themselves, so that a window can ask for them
 * without loading every reader.
 */
export const chatImporters: ReadonlySet<string> = new Set(['telegram-export', 'telegram-pages']);
