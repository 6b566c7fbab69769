import { Kind } from 'graphql';
import { maskBsn, parseBsn } from './bsn.ts';
import { parseDay } from './day.ts';
import { formatInstant, parseInstant } from './instant.ts';
import { parseKvkNumber, parseVestigingsnummer } from './kvk.ts';
import { parseMunicipalityCode } from './municipality-code.ts';
import { parseEuroCents, parseEuroCentsBalance, parseHoursPerWeek, parsePercentage } from './numbers.ts';
import { parseOin } from './oin.ts';
import { parsePhone } from './phone.ts';
import { parsePostcode } from './postcode.ts';
import { parseRsin } from './rsin.ts';
import { scalar } from './scalar.ts';

const decimal = [Kind.INT, Kind.FLOAT];
const masked = /^\*{5}[0-9]{4}$/;

export const BsnScalar = scalar({
  name: 'Bsn',
  description:
    'Citizen service number (burgerservicenummer): 9 digits as text, 11-proof. Answers hold only the last four digits: `*****0019`. Source: BRP, Wet algemene bepalingen burgerservicenummer.',
  parse: parseBsn,
  serialize: (value) => (typeof value === 'string' && masked.test(value) ? value : maskBsn(parseBsn(value))),
});

export const KvkNumberScalar = scalar({
  name: 'KvkNumber',
  description: 'Number of a company in the Dutch trade register: 8 digits as text, leading zeros kept, no checksum. Source: KvK Handelsregister.',
  parse: parseKvkNumber,
});

export const VestigingsnummerScalar = scalar({
  name: 'Vestigingsnummer',
  description:
    'Number of one establishment of a company: 12 digits as text, leading zeros kept; identifies only together with its KvK number. Source: KvK Handelsregister.',
  parse: parseVestigingsnummer,
});

export const RsinScalar = scalar({
  name: 'Rsin',
  description: 'Number of a legal person or partnership (RSIN): 9 digits as text, 11-proof. Source: KvK Handelsregister.',
  parse: parseRsin,
});

export const OinScalar = scalar({
  name: 'Oin',
  description:
    'Number of an organisation in government traffic (OIN): 20 digits as text; prefix 00000001 RSIN, 00000003 KvK, 00000004 SubOIN or 00000099 test. Source: Logius OIN-Stelsel.',
  parse: parseOin,
});

export const PostcodeScalar = scalar({
  name: 'Postcode',
  description: 'Dutch postcode, answered as `7607AB`; `7607 AB` and lower case are accepted. Source: PostNL, BAG.',
  parse: parsePostcode,
});

export const PhoneNumberScalar = scalar({
  name: 'PhoneNumber',
  description:
    'Phone number, answered in E.164 (`+31546123456`); Dutch notation is accepted, 0900 numbers too (`+319001234`), emergency numbers are not. Source: ITU-T E.164.',
  parse: parsePhone,
});

export const DayScalar = scalar({
  name: 'Date',
  description: 'Calendar day `YYYY-MM-DD` in the Netherlands, without time. Source: RFC 3339 full-date.',
  parse: parseDay,
});

export const InstantScalar = scalar({
  name: 'DateTime',
  description: 'Moment in RFC 3339, to the millisecond. An offset is required on input, except `-00:00`; answers are UTC with `Z`.',
  parse: parseInstant,
  serialize: formatInstant,
});

export const MunicipalityCodeScalar = scalar({
  name: 'MunicipalityCode',
  description: 'Code of a municipality: 4 digits as text, e.g. `0141` Almelo; `GM0141` is accepted. Source: CBS Gemeentelijke indeling.',
  parse: parseMunicipalityCode,
});

export const PercentageScalar = scalar({
  name: 'Percentage',
  description: 'Percentage from 0 to 100 with at most 2 decimals; 50 is a half.',
  parse: parsePercentage,
  literals: decimal,
});

export const EuroCentsScalar = scalar({
  name: 'EuroCents',
  description: 'Amount in whole euro cents, 0 to 2^53 - 1; 101021 is € 1,010.21.',
  parse: parseEuroCents,
  literals: [Kind.INT],
});

export const EuroCentsBalanceScalar = scalar({
  name: 'EuroCentsBalance',
  description: 'Balance or difference in whole euro cents, which may be below 0.',
  parse: parseEuroCentsBalance,
  literals: [Kind.INT],
});

export const HoursPerWeekScalar = scalar({
  name: 'HoursPerWeek',
  description: 'Contract hours per week: more than 0, at most 40, in steps of 0.25. A full Wsw week is 36.',
  parse: parseHoursPerWeek,
  literals: decimal,
});
