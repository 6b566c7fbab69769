import { licenceCodes, patterns } from './common.shapes.ts';
import type { Beroepsnaam, Sector, Straatadres, Werktijden } from './messages.ts';

/** A translation, and all that the other side has no words for: Dutch, for the person who runs it, without values. */
export interface Mapped<T> {
  value: T;
  losses: string[];
}

const fits = (pattern: string) => {
  const form = new RegExp(pattern, 'u');
  return (text: string | null | undefined): text is string => typeof text === 'string' && form.test(text);
};
/** Neither 0900 and 14-numbers nor a number with spaces. */
export const isPhone = fits(patterns.phone);
export const isEmail = fits(patterns.email);
export const isUrl = fits(patterns.url);
export const isPostcode = fits(patterns.postcode);
export const isLicence = (code: string): boolean => (licenceCodes as readonly string[]).includes(code);

/** The text, or null for one that is absent or blank. */
export const written = (text: string | undefined): string | null => text?.trim() || null;
export const defined = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], null | undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as never;

export const agreementCodes = { REGULAR: '01', APPRENTICE: '02', VOLUNTEER: '03', WORK_EXPERIENCE: '04' } as const;
export type Agreement = keyof typeof agreementCodes;
export const agreementOf = (code: string | undefined): Agreement | null =>
  (Object.keys(agreementCodes) as Agreement[]).find((each) => agreementCodes[each] === code) ?? null;

/** Werk- en denkniveau: 0 (does not apply) and 7 (not known) are no level. */
export const LEVEL_NONE = 0;
export const LEVEL_UNKNOWN = 7;
export const levelOf = (code: number | string | undefined): number | null => {
  const level = Number(code);
  return level > LEVEL_NONE && level < LEVEL_UNKNOWN ? level : null;
};

export const yes = 1;
export const no = 2;

/** Code of a radius → kilometres. */
const radius = [null, 5, 10, 15, 25, 50, 75, 100, 125, 150] as const;
export const kilometresOf = (codeRegiostraal: number | undefined): number | null => (codeRegiostraal === undefined ? null : (radius[codeRegiostraal] ?? null));

export interface Hours {
  hoursMin: number | null;
  hoursMax: number | null;
}
const HOURS_MAX = 40;

/** Whole hours, outward: who fits the hours of the source must fit those of the message. */
export const werktijdenOf = ({ hoursMin, hoursMax }: Hours): { werktijden?: Werktijden; rounded: boolean } => {
  const fields = defined({
    aantalWerkurenPerWeekMinimaal: hoursMin === null ? null : Math.floor(hoursMin),
    aantalWerkurenPerWeekMaximaal: hoursMax === null ? null : Math.ceil(hoursMax),
  });
  const rounded = [hoursMin, hoursMax].some((hours) => hours !== null && !Number.isInteger(hours));
  return Object.keys(fields).length > 0 ? { werktijden: fields, rounded } : { rounded };
};
/** A least of 0 asks nothing. A most above 40 is 40: `capped`. */
export const hoursOf = ({ aantalWerkurenPerWeekMinimaal: least, aantalWerkurenPerWeekMaximaal: most }: Werktijden = {}): Hours & { capped: boolean } => ({
  hoursMin: least || null,
  hoursMax: most ? Math.min(most, HOURS_MAX) : null,
  capped: most !== undefined && (most === 0 || most > HOURS_MAX),
});

export const beroepsnaamOf = (code: string | null, text: string): Beroepsnaam =>
  code === null ? { naamBeroepOngecodeerd: text } : { codeBeroepsnaam: code, omschrijvingBeroepsnaam: text };
/** An occupation with a code only is called by its code. */
export const occupationOf = (beroep: Beroepsnaam = {}): { code: string | null; text: string } | null => {
  const code = written(beroep.codeBeroepsnaam);
  const text = written(beroep.omschrijvingBeroepsnaam) ?? written(beroep.naamBeroepOngecodeerd) ?? code;
  return text === null ? null : { code, text };
};

export const sectorOf = (sbiCode: string): Sector => ({ codeSbi: Number(sbiCode) });
/** Every code that the number may have been: codes have 4 digits (SBI 2008) or 5, and a zero before them is lost. */
export const sbiReadings = (codeSbi: number | string | undefined): string[] => {
  if (typeof codeSbi === 'string') return [codeSbi];
  const digits = String(codeSbi ?? '');
  if (digits.length === 5) return [digits];
  if (digits.length === 4) return [digits, `0${digits}`];
  return digits.length === 3 ? [`0${digits}`] : [];
};

const STREET_MAX = 24;
/** `12a`, `12-3`: number, letter and addition; null when it is none of these. */
export const straatadresOf = (street: string, houseNumber: string | null): Straatadres | null => {
  const parts = /^([0-9]{1,5})[ -]*([A-Za-z]?(?![A-Za-z]))[ -]*(.{0,6})$/.exec(houseNumber ?? '');
  if (houseNumber !== null && !parts) return null;
  const [, number, letter, addition] = parts ?? [];
  return defined({
    naamOpenbareRuimte: street,
    straatnaam: street.length <= STREET_MAX ? street : null,
    huisnummer: number === undefined ? null : Number(number),
    huisletter: letter || null,
    huisnummertoevoeging: addition || null,
  });
};
