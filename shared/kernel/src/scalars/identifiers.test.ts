import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as scalars from './index.ts';
import {
  findBsnLike,
  InvalidValue,
  isElevenProof,
  maskBsn,
  parseBsn,
  parseEmail,
  parseKvkNumber,
  parseMunicipalityCode,
  parseOin,
  parsePhone,
  parsePostcode,
  parseRsin,
  parseSbi,
  parseText,
  parseVestigingsnummer,
  pc4,
} from './index.ts';

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

const accepts = (parse: (value: unknown) => unknown, table: [unknown, unknown][]) =>
  it.each(table)('accepts %j as %j', (given, expected) => expect(parse(given)).toEqual(expected));
const refuses = (parse: (value: never) => unknown, values: unknown[]) =>
  it.each(values.map((value) => [value]))('refuses %j and does not repeat it', (given) => {
    const failure = (() => {
      try {
        return parse(given as never);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(InvalidValue);
    if (typeof given === 'string' && given.trim().length > 5) expect((failure as InvalidValue).message).not.toContain(given.trim());
  });
const same = (values: string[]): [string, string][] => values.map((value) => [value, value]);

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

describe('postcode (domain §11.5)', () => {
  accepts(parsePostcode, [...same(['7607AB', '7681ZZ', '7607SB']), ['7607 AB', '7607AB'], ['7607ab', '7607AB'], [' 7607  ab ', '7607AB']]);
  refuses(parsePostcode, ['0607AB', '7607SA', '7607SD', '7607SS', '7607sa', '7607A', '76071AB', '7607-AB', '7607ÄB', '7607ſb', 7607, '']);

  it('gives the four digits for the match view', () => expect(pc4('7607AB')).toBe('7607'));
  it('changes nothing when it normalises twice', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^ ?[1-9][0-9]{3} {0,2}[A-RT-Za-rt-z][A-Za-z] ?$/), (written) => {
        const once = parsePostcode(written);
        return parsePostcode(once) === once;
      }),
    );
  });
});

describe('phone (domain §11.6)', () => {
  const numbers: [string, string][] = [
    ...['0546123456', '+31546123456', '0031546123456', '0546-123456', '0546 123456', '(0546) 123456', '+31 (0)546 123456'].map((written): [string, string] => [
      written,
      '+31546123456',
    ]),
    ['06-12345678', '+31612345678'],
    ['0612345678', '+31612345678'],
    ['088-1234567', '+31881234567'],
    ['0900-1234', '+319001234'],
    ['0900 1234', '+319001234'],
    ['+49 5921 123456', '+495921123456'],
  ];
  accepts(parsePhone, numbers);
  refuses(parsePhone, ['112', '144', '+3154612345', '054612345', 'bel 0546123456', '0546123456 ext 3', '０５４６１２３４５６', 546123456, '']);

  it('changes nothing when it normalises twice', () => {
    const separator = fc.constantFrom('', ' ', '-');
    fc.assert(
      fc.property(fc.constantFrom('0546', '+31546', '0031546', '+31 546'), separator, fc.stringMatching(/^[1-9][0-9]{5}$/), (area, between, subscriber) => {
        const once = parsePhone(`${area}${between}${subscriber}`);
        return once === `+31546${subscriber}` && parsePhone(once) === once;
      }),
    );
    for (const [, canonical] of numbers) expect(parsePhone(canonical)).toBe(canonical);
  });
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

describe('e-mail', () => {
  accepts(parseEmail, [[' Jan.Jansen@Almelo.NL ', 'jan.jansen@almelo.nl']]);
  refuses(parseEmail, [
    'jan',
    'jan@',
    '@almelo.nl',
    'jan@almelo',
    'jan@@almelo.nl',
    'jan @almelo.nl',
    'jan@almelo..nl',
    `${'a'.repeat(65)}@almelo.nl`,
    `a@${'b'.repeat(250)}.nl`,
    1,
  ]);
});

describe('text', () => {
  it('composes accents and trims', () => expect(parseText('  Cafe\u0301 ', { max: 4 })).toBe('Café'));
  it('counts characters, not UTF-16 units', () => expect(parseText('👍👍', { max: 2 })).toBe('👍👍'));
  it('keeps newlines and tabs of multiline text, with one kind of newline', () => expect(parseText('a\r\nb\tc', { max: 9, multiline: true })).toBe('a\nb\tc'));
  it('takes empty text only when told', () => expect(parseText('  ', { max: 5, min: 0 })).toBe(''));
  refuses((value) => parseText(value, { max: 10 }), ['', '   ', 'elf letters', 'a\nb', 'a\tb', 'a\u0000b', 'a\u007fb', 'a\u202eb', 'a\ud800b', 5, null]);
  refuses((value) => parseText(value, { max: 10, multiline: true }), ['a\u0000b', 'a\rb']);

  it('changes nothing when it normalises twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (written, multiline) => {
        const rules = { max: 1000, min: 0, multiline };
        const parsed = (() => {
          try {
            return parseText(written, rules);
          } catch {
            return null;
          }
        })();
        fc.pre(parsed !== null);
        return parseText(parsed, rules) === parsed;
      }),
    );
  });
});

it('exports every scalar from one place', () => expect(Object.keys(scalars).filter((name) => name.endsWith('Scalar'))).toHaveLength(13));
