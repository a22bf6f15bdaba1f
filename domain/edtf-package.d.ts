/** What Casebound uses of the `edtf` package 4.11, which ships no types. */
declare module 'edtf' {
  export interface ParsedDate {
    readonly type?: 'Date' | 'Year' | 'Season';
    /** Year, month (0 to 11) and day; for a season year and 21 to 24. */
    readonly values: readonly number[];
    readonly unspecified?: number;
    readonly approximate?: boolean | number;
    readonly uncertain?: boolean | number;
  }
  export interface ParsedInterval {
    readonly type: 'Interval';
    readonly values: readonly [ParsedDate | null, ParsedDate | null];
  }
  export function parse(text: string, constraints: { readonly level: 0 | 1 | 2 }): ParsedDate | ParsedInterval;
  /** Throws on intervals whose end is not after their beginning, which `parse` lets pass. */
  export default function edtf(
    text: string,
    constraints: { readonly level: 0 | 1 | 2 },
  ): { readonly min: number | null; readonly max: number | null };
}
