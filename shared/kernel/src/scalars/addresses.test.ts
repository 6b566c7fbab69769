import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmail, parsePhone, parsePostcode, parsePostcode4, parseText, pc4 } from './index.ts';
import { accepts, refuses, same } from './tables.testing.ts';

describe('postcode (domain §11.5)', () => {
  accepts(parsePostcode, [...same(['7607AB', '7681ZZ', '7607SB']), ['7607 AB', '7607AB'], ['7607ab', '7607AB'], [' 7607  ab ', '7607AB']]);
  refuses(parsePostcode, ['0607AB', '7607SA', '7607SD', '7607SS', '7607sa', '7607A', '76071AB', '7607-AB', '7607ÄB', '7607ſb', 7607, '']);

  it('gives the four digits for the match view', () => expect(pc4('7607AB')).toBe('7607'));
  accepts(parsePostcode4, same(['7607', '1000', '9999']));
  refuses(parsePostcode4, ['0607', '760', '76070', '7607AB', ' 7607', '', 7607, null]);
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
