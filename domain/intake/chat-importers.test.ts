import { expect, it } from 'vitest';
import { chatImporters } from './chat-importers.ts';
import { importers } from './importers.ts';

it('the chats of every importer that lists them can be browsed, and of no other', () => {
  const listing = importers.filter((one) => one.listing !== undefined).map(({ name }) => name);
  expect([...chatImporters].sort()).toEqual(listing.sort());
});
