import type { Moment } from '#domain/moment.ts';
import type { Place } from '#domain/place.ts';

/** When the attack was, as told. */
export const attack: Moment = { edtf: '2024-07-25/2024-07-27', words: 'from Thursday to Saturday' };

/** Where the attack was, as told: no source gives a point. */
export const nearTinzaouaten: Place = {
  name: 'Near Tinzaouaten, northern Mali, at the Algerian border',
  precision: 'vicinity',
  how: 'stated',
  because: 'The accounts say “near Tinzaouaten”; none gives coordinates.',
};

/** How the sample came by what it holds. */
export const retold = {
  by: 'Casebound’s sample',
  method: 'Told in the sample’s own words after press accounts; the original was not collected.',
};

/** How the sample came by what it made up. */
export const invented = {
  by: 'Casebound’s sample',
  method: 'Invented for the sample.',
};
