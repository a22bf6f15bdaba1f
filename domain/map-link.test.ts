import { describe, expect, it } from 'vitest';
import { parseCoordinates } from './place.ts';

describe('the link of a map', () => {
  it.each([
    ['https://www.google.com/maps/@20.4522,1.9875,12z?entry=ttu', 20.4522, 1.9875],
    [
      'https://www.google.com/maps/place/Tinzaouaten/@19.9501,2.9601,14z/data=!3m1!4b1!4m6!3m5!1s0x11:0x2!8m2!3d19.9564!4d2.9662!16s',
      19.9564,
      2.9662,
    ],
    ['https://maps.google.com/?q=-33.8688,151.2093', -33.8688, 151.2093],
    ['https://www.google.com/maps/search/?api=1&query=19.95%2C2.96', 19.95, 2.96],
    ['https://www.google.com/maps/search/19.95,+2.96', 19.95, 2.96],
    ['https://www.openstreetmap.org/#map=12/19.9564/2.9662', 19.9564, 2.9662],
    ['https://www.openstreetmap.org/?mlat=19.95&mlon=2.96#map=5/10/10', 19.95, 2.96],
    ['https://yandex.com/maps/?ll=2.9662%2C19.9564&z=12', 19.9564, 2.9662],
    ['https://maps.apple.com/?ll=19.95,2.96&q=Dropped+Pin', 19.95, 2.96],
  ])('%s is read', (link, lat, lon) => {
    expect(parseCoordinates(link)).toEqual({ ok: true, at: { lat, lon } });
  });

  it.each(['https://maps.app.goo.gl/AbCdEf123', 'https://example.org/article-20.45,1.98', 'www.google.com/maps'])(
    '%s has no point',
    (link) => {
      expect(parseCoordinates(link)).toEqual({ ok: false, code: 'not-coordinates' });
    },
  );

  it('is refused where its point is beyond the poles', () => {
    expect(parseCoordinates('https://www.google.com/maps/@95.1,1.9,12z')).toEqual({ ok: false, code: 'out-of-range' });
  });
});
