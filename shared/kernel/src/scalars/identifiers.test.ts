import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as scalars from './index.ts';
import {
  findBsnLike,
  isElevenProof,
  maskBsn,
  parseBsn,
  parseKvkNumber,
  parseMunicipalityCode,
  parseOin,
  parseRsin,
  parseSbi,
  parseVestigingsnummer,
} from './index.ts';
import { accepts, refuses, same } from './tables.testing.ts';

// Published test persons of RvIG; other numbers that pass may belong to someone.
const testBsns =
  '999990019 999993653 999994669 999992740 999990925 999993276 999993252 999991176 999993136 999993215 999990317 999994281 999990743 999993070 999991334 999995492 999991802 999994141 999992892'.split(
    ' ',
  );
const testKvkNumbers =
  '69599084 68727720 90004760 68750110 90001354 69599068 90000102 90006623 69599076 90005414 55344526 90002520 90002490 90000749 90001745 90003942 55505201 90004973 90002903 09220932'.split(
    ' ',
  );
const testVestigingen =
  '000038509504 000038509520 000037178598 000037178601 990000541921 000037143557 990064773193 990064773207 000038509474 000038509490 990000216645 990000821206 990000246858 990000637800 990001987781'.split(
    ' ',
  );

describe('bsn (domain §11.1)', () => {
  accepts(parseBsn, same(testBsns));
  refuses(parseBsn, [
    '999990018',
    '123456789',
    '12345678',
    '9999900190',
    '99999 0019',
    '9999.90.019',
    '９９９９９００１９',
    '99999001a',
    '',
    999990019,
    null,
    undefined,
    ['999990019'],
    '000000000',
    '999990101',
    '999990104',
    '999990300',
  ]);

  it('takes the proof of a number outside the published list too', () => expect(isElevenProof('999999990')).toBe(true));
  it('shows only the last four digits', () => expect(maskBsn('999990019')).toBe('*****0019'));
  it('shows nothing of what is no BSN', () => expect(maskBsn('12345')).toBe('*********'));
  it('finds standalone numbers that pass the proof in free text', () =>
    expect(findBsnLike('Klant 999990019 (bsn:999993653), kvk 68750110, 999990018, oin 00000099999990019000, 000000000')).toEqual(['999990019', '999993653']));

  it('catches every change of one digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...testBsns), fc.nat(8), fc.integer({ min: 1, max: 9 }), (bsn, at, shift) => {
        const digits = [...bsn];
        digits[at] = String((Number(digits[at]) + shift) % 10);
        return !isElevenProof(digits.join(''));
      }),
    );
  });

  it('catches every swap of two neighbours that differ', () => {
    fc.assert(
      fc.property(fc.constantFrom(...testBsns), fc.nat(7), (bsn, at) => {
        fc.pre(bsn[at] !== bsn[at + 1]);
        return !isElevenProof(`${bsn.slice(0, at)}${bsn[at + 1]}${bsn[at]}${bsn.slice(at + 2)}`);
      }),
    );
  });
});

describe('rsin (domain §11.2)', () => {
  accepts(parseRsin, same(['857587973', '492099595']));
  refuses(parseRsin, ['857587974', '85758797', 857587973, '000000000']);
});

describe('KvK number (domain §11.3)', () => {
  accepts(parseKvkNumber, [...same(testKvkNumbers), [' 68750110', '68750110']]);
  refuses(parseKvkNumber, ['6875011', '687501100', '6875011O', '68.75.01.10', '00000000', 9220932, 68750110, '６８７５０１１０', '']);
});

describe('vestigingsnummer (domain §11.4)', () => {
  accepts(parseVestigingsnummer, same(testVestigingen));
  refuses(parseVestigingsnummer, ['00003717859', '0000371785980', 37178598, '00003717859A']);
});

describe('oin, municipality code and SBI (domain §11.11)', () => {
  accepts(parseOin, same(['00000001002220647000', '00000099000000001000', '00000003687501100000']));
  refuses(parseOin, ['0000000100222064700', '000000010022206470000', '00000002002220647000', 1002220647000]);
  accepts(parseMunicipalityCode, [
    ['0141', '0141'],
    ['GM0141', '0141'],
    ['1700', '1700'],
  ]);
  refuses(parseMunicipalityCode, ['141', 'GM141', '01411', 141, 'XX0141']);
  accepts(
    (value) => parseSbi(value as never),
    [
      [
        { code: '01131', version: 'SBI2025' },
        { code: '01131', version: 'SBI2025' },
      ],
      [
        { code: '8411', version: 'SBI2008' },
        { code: '8411', version: 'SBI2008' },
      ],
      [
        { code: '01131', version: 'SBI2008' },
        { code: '01131', version: 'SBI2008' },
      ],
    ],
  );
  refuses(parseSbi, [
    { code: '8411', version: 'SBI2025' },
    { code: 8411, version: 'SBI2008' },
    { code: '841', version: 'SBI2008' },
    { code: '84110', version: 'SBI1993' },
  ]);
});

it('exports every scalar from one place', () => expect(Object.keys(scalars).filter((name) => name.endsWith('Scalar'))).toHaveLength(14));
