const NUMBER = '([+-]?\\d{1,3}(?:\\.\\d+)?)';
const COMMA = '(?:,|%2C)';

/** Where the links of maps carry a point, the pin before the middle of the view. Yandex writes longitude first. */
const PLACES: readonly { of: RegExp; point: RegExp; order: 'lat-lon' | 'lon-lat' }[] = [
  { of: /google\.|goo\.gl/i, point: new RegExp(`!3d${NUMBER}!4d${NUMBER}`), order: 'lat-lon' },
  {
    of: /yandex\./i,
    point: new RegExp(`[?&](?:pt|whatshere(?:%5B|\\[)point(?:%5D|\\])|ll)=${NUMBER}${COMMA}${NUMBER}`, 'i'),
    order: 'lon-lat',
  },
  { of: /openstreetmap\./i, point: new RegExp(`[?&]mlat=${NUMBER}&mlon=${NUMBER}`, 'i'), order: 'lat-lon' },
  { of: /openstreetmap\./i, point: new RegExp(`#map=\\d+(?:\\.\\d+)?/${NUMBER}/${NUMBER}`, 'i'), order: 'lat-lon' },
  {
    of: /./,
    point: new RegExp(
      `[?&](?:q|query|ll|sll|center|destination|daddr)=(?:loc:)?${NUMBER}${COMMA}(?:\\+|%20)*${NUMBER}`,
      'i',
    ),
    order: 'lat-lon',
  },
  {
    of: /google\./i,
    point: new RegExp(`/(?:search|place|dir//?)/?${NUMBER}${COMMA}(?:\\+|%20)*${NUMBER}`, 'i'),
    order: 'lat-lon',
  },
  { of: /./, point: new RegExp(`/@${NUMBER},${NUMBER}`), order: 'lat-lon' },
];

/**
 * Gives the latitude and longitude, as written, of the point in a link copied from Google Maps, OpenStreetMap, Yandex or Apple Maps:
 * its pin if it has one, else the middle of the view. Undefined for a text that is no link and a link without a point (a short
 * link has none; it would have to be opened).
 */
export function pointOfMapLink(text: string): { lat: string; lon: string } | undefined {
  if (!/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return undefined;
  for (const { of, point, order } of PLACES) {
    const [, first, second] = (of.test(text) && point.exec(text)) || [];
    if (first === undefined || second === undefined) continue;
    return order === 'lat-lon' ? { lat: first, lon: second } : { lat: second, lon: first };
  }
  return undefined;
}
