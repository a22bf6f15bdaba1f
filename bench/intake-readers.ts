/** What bench/intake.mjs measures, for the bundler: Node 20 reads no TypeScript. */

export { telegramExport } from '#domain/intake/telegram-export.ts';
export { splitJson } from '#domain/json-stream.ts';
