import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursOf, isPhone, kilometresOf, levelOf, type MessageKind, patterns, problemsOf, repairs, sbiReadings, straatadresOf, werktijdenOf } from './index.ts';
import { profileShapes } from './profile.shapes.ts';
import { repaired } from './repairs.ts';
import type { Shapes } from './shape.ts';
import { anyMessage } from './testing/index.ts';
import { vacancyShapes } from './vacancy.shapes.ts';
import { repairedShapes, validator } from './validate.ts';

const postcodes = ['7607AB', '7607ab', '7681ZZ', '7607SB'];
const without = (code: string) => (shapes: Shapes) => repairs.filter((each) => each.code !== code).reduce((done, { apply }) => apply(done), shapes);
const vacancyAt = (postcode: string) => ({ werkgever: { adresHouding: [{ adres: { adresNederland: { postcode } } }] } });

describe('the published shape', () => {
  it.each(postcodes)('takes no postcode, not even %s; the repaired one does', (postcode) => {
    expect(validator(without('POSTCODE')(vacancyShapes), 'Vacature')(vacancyAt(postcode))).toBe(false);
    expect(problemsOf('Vacature', vacancyAt(postcode))).toEqual([]);
    expect(problemsOf('Werkzoekende', { idWerkzoekende: 'x', mobiliteit: { bemiddelingspostcode: postcode } })).toEqual([]);
  });

  it('matches a postcode only with the letters of its flag after the end, which cannot be', () => {
    for (const postcode of [...postcodes, '7607ab/i']) expect(new RegExp(patterns.publishedPostcode, 'u').test(postcode)).toBe(false);
  });

  it('never ends at an occupation; the repaired one does', () => {
    const vacancy = { beroep: { naamBeroepOngecodeerd: 'Inpakker' } };
    expect(() => validator(without('UNION')(vacancyShapes), 'Vacature')(vacancy)).toThrow(RangeError);
    expect(problemsOf('Vacature', vacancy)).toEqual([]);
  });

  it('takes no SBI code with its zero; the repaired one does', () => {
    const vacancy = { sector: { codeSbi: '01110' } };
    expect(validator(without('SBI')(vacancyShapes), 'Vacature')(vacancy)).toBe(false);
    expect(problemsOf('Vacature', vacancy)).toEqual([]);
  });

  it('takes an e-mail address of any length; the repaired one as long as one can be, and is not kept busy by another', () => {
    const vacancy = (emailadres: string) => ({ werkgever: { contactpersoon: [{ emailadres: [emailadres] }] } });
    const long = `${'a'.repeat(300)}@voorbeeld.example`;
    expect(validator(without('EMAIL')(vacancyShapes), 'Vacature')(vacancy(long))).toBe(true);
    for (const refused of [long, '@'.repeat(1_000_000)]) expect(problemsOf('Vacature', vacancy(refused))).toHaveLength(1);
    expect(problemsOf('Vacature', vacancy('info@voorbeeld.example'))).toEqual([]);
  });

  it('has no other defect that keeps a shape from being compiled', () => {
    for (const kind of Object.keys(repairedShapes) as MessageKind[]) expect(validator(repairedShapes[kind], kind)({ idWerkzoekende: 'x' })).toBe(true);
    expect(Object.keys(repaired(profileShapes))).not.toContain('BeroepsnaamGecodeerd');
  });
});

describe('a message', () => {
  it.each<[MessageKind, object, string]>([
    ['Vacature', vacancyAt('7607SA'), 'werkgever.adresHouding.0.adres.adresNederland.postcode'],
    ['Vacature', vacancyAt('0607AB'), 'werkgever.adresHouding.0.adres.adresNederland.postcode'],
    ['Vacature', { naamVacature: 'x'.repeat(121) }, 'naamVacature'],
    ['Vacature', { sluitingsDatumVacature: '2026-02-30' }, 'sluitingsDatumVacature'],
    ['Vacature', { indicatieLdrRegistratie: 0 }, 'indicatieLdrRegistratie'],
    ['Vacature', { contractvorm: [{ codeTypeOvereenkomst: '05' }] }, 'contractvorm.0.codeTypeOvereenkomst'],
    ['Vacature', { werktijden: { aantalWerkurenPerWeekMinimaal: 16.5 } }, 'werktijden.aantalWerkurenPerWeekMinimaal'],
    ['Werkzoekende', {}, 'idWerkzoekende'],
    ['Werkzoekende', { idWerkzoekende: 'x', mobiliteit: { maximaleReisafstand: 1000 } }, 'mobiliteit.maximaleReisafstand'],
  ])('%s %j is refused at %s, without its value', (kind, message, path) => {
    const problems = problemsOf(kind, message);
    expect(problems.map((each) => each.path.join('.'))).toEqual([path]);
    expect(problems[0]?.message).toMatch(/^(Verwacht: .+\.|is verplicht)$/);
  });

  it.each<MessageKind>(['Vacature', 'MPVacature', 'Werkzoekende', 'MPWerkzoekende'])('of the kind %s, made at random, is right', (kind) => {
    fc.assert(
      fc.property(anyMessage(kind), (message) => {
        expect(problemsOf(kind, message)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a code', () => {
  it.each(['0546123456', '+31546123456', '0031546123456', '06-12345678', '0612345678', '0546-123456', '088-1234567'])('takes the phone number %s', (phone) => {
    expect(isPhone(phone)).toBe(true);
  });
  it.each(['0546 123456', '0900-1234', '112', '+3154612345', '+319001234', null])('takes no phone number %s', (phone) => {
    expect(isPhone(phone)).toBe(false);
  });
  it.each<[number | string | undefined, string[]]>([
    [47110, ['47110']],
    [1110, ['1110', '01110']],
    [111, ['0111']],
    [11, []],
    ['01110', ['01110']],
    [undefined, []],
  ])('SBI %s may be %j', (code, readings) => expect(sbiReadings(code)).toEqual(readings));

  it.each([
    [16.25, 23.5, 16, 24],
    [0.25, 40, 0, 40],
  ])('hours %s to %s go out as %s to %s', (hoursMin, hoursMax, least, most) => {
    expect(werktijdenOf({ hoursMin, hoursMax })).toEqual({
      werktijden: { aantalWerkurenPerWeekMinimaal: least, aantalWerkurenPerWeekMaximaal: most },
      rounded: true,
    });
  });
  it('hours of a message are 40 at most, and 0 is none', () => {
    expect(hoursOf({ aantalWerkurenPerWeekMinimaal: 0, aantalWerkurenPerWeekMaximaal: 60 })).toEqual({ hoursMin: null, hoursMax: 40, capped: true });
    expect(hoursOf(undefined)).toEqual({ hoursMin: null, hoursMax: null, capped: false });
  });
  it('a level is 1 to 6', () => expect(['0', 1, '6', 7, undefined].map(levelOf)).toEqual([null, 1, 6, null, null]));
  it('a radius is in kilometres', () => expect([0, 1, 4, 9, undefined].map(kilometresOf)).toEqual([null, 5, 25, 150, null]));
  it.each<[string | null, object | null]>([
    ['12', { huisnummer: 12 }],
    ['12a', { huisnummer: 12, huisletter: 'a' }],
    ['12-3', { huisnummer: 12, huisnummertoevoeging: '3' }],
    ['12 bis', { huisnummer: 12, huisnummertoevoeging: 'bis' }],
    [null, {}],
    ['naast 3', null],
  ])('house number %s is %j', (houseNumber, expected) => {
    const straat = { naamOpenbareRuimte: 'Dorpsstraat', straatnaam: 'Dorpsstraat' };
    expect(straatadresOf('Dorpsstraat', houseNumber)).toEqual(expected && { ...straat, ...expected });
  });
});
