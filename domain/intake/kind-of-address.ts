import type { KindName } from '#domain/evidence/kinds.ts';
import { parseTelegramLink } from '#domain/telegram-link.ts';

const FILMS =
  /(?:^|\.)(?:youtube\.com|youtu\.be|tiktok\.com|vimeo\.com|rutube\.ru|dailymotion\.com|twitch\.tv|rumble\.com|odysee\.com|bitchute\.com)$/i;
const FILM_FILE = /\.(?:mp4|m4v|mov|webm|mkv|avi|ts|3gp)$/i;
const PICTURE_FILE = /\.(?:jpe?g|png|webp|gif|heic|avif|tiff?)$/i;
const PLATFORMS: Readonly<Record<string, KindName>> = {
  telegram: 'telegram',
  youtube: 'video',
  tiktok: 'video',
  vimeo: 'video',
  rutube: 'video',
};

/** Gives what an address leads to, by its host and the ending of its path: a post, a film, a picture; else a page. */
export function kindOfAddress(address: string): KindName {
  if (parseTelegramLink(address).ok) return 'telegram';
  const [, host = '', path = ''] = /^(?:[a-z]+:\/\/)?([^/?#:]+)(?::\d+)?([^?#]*)/i.exec(address) ?? [];
  if (FILMS.test(host) || FILM_FILE.test(path)) return 'video';
  return PICTURE_FILE.test(path) ? 'photo' : 'web-page';
}

/** Gives the kind of what a platform of that name holds; undefined for one that holds several. */
export function kindOfPlatform(platform: string): KindName | undefined {
  const name = platform.trim().toLowerCase();
  return Object.hasOwn(PLATFORMS, name) ? PLATFORMS[name] : undefined;
}
