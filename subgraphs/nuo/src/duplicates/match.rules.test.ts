import { describe, expect, it } from 'vitest';
import { classify, differ, hostOf, keysOf, likeness, type MatchFacts, nameTrigrams } from './match.rules.ts';

const compare = (a: MatchFacts, b: MatchFacts) => {
  const theirs = new Set(keysOf(b));
  const shared = keysOf(a).filter((key) => theirs.has(key));
  return classify(shared, () => likeness(nameTrigrams(a.names), nameTrigrams(b.names)), differ(a.kvkNumber, b.kvkNumber));
};
const at = (name: string, postcode?: string, more: Partial<MatchFacts> = {}): MatchFacts => ({
  names: [name],
  ...(postcode && { postcodes: [postcode] }),
  ...more,
});

describe('two employers', () => {
  it.each<[string, MatchFacts, MatchFacts, string | null, string[]]>([
    // domain.md §11.9
    ['one name at one postcode', at("Bakkerij 't Hoekje B.V.", '7607AB'), at('bakkerij t hoekje bv', '7607AB'), 'STRONG', ['SAME_NAME', 'SAME_POSTCODE']],
    ['one name elsewhere', at('Jansen & Zn. VOF', '7607AB'), at('Jansen en Zn', '8011AA'), 'WEAK', ['SAME_NAME']],
    ['names of legal forms only', at('Groep B.V.', '7607AB'), at('Holding B.V.', '7607AB'), null, []],
    [
      'a letter less in one area',
      at('Installatiebedrijf Ten Brinke', '7607AB'),
      at('Instalatiebedrijf Ten Brinke', '7607XZ'),
      'MEDIUM',
      ['SIMILAR_NAME', 'SAME_AREA'],
    ],
    ['accents', at('Café Zürich', '7607AB'), at('Cafe Zurich', '7607AB'), 'STRONG', ['SAME_NAME', 'SAME_POSTCODE']],
    [
      'two KvK numbers with one name at one postcode',
      at('Test BV Donald', '7607AB', { kvkNumber: '68750110' }),
      at('Donald', '7607AB', { kvkNumber: '90001354', emails: [] }),
      null,
      [],
    ],
    [
      'two KvK numbers with equal names at one postcode',
      at('Test BV Donald', '7607AB', { kvkNumber: '68750110' }),
      at('Test Donald B.V.', '7607AB', { kvkNumber: '90001354' }),
      'STRONG',
      ['SAME_NAME', 'SAME_POSTCODE', 'OTHER_KVK_NUMBER'],
    ],
    ['free mail on both', at('Appel', '7607AB', { emails: ['a@gmail.com'] }), at('Peer', '8011AA', { emails: ['b@gmail.com'] }), null, []],
    // and what §6.4 says besides
    ['one KvK number', at('Appel', undefined, { kvkNumber: '68750110' }), at('Peer', undefined, { kvkNumber: '68750110' }), 'EXACT', ['SAME_KVK_NUMBER']],
    ['one RSIN', at('Appel', undefined, { rsin: '857587973' }), at('Peer', undefined, { rsin: '857587973' }), 'EXACT', ['SAME_RSIN']],
    ['one domain', at('Appel', undefined, { emails: ['a@fruit.example'] }), at('Peer', undefined, { domains: ['fruit.example'] }), 'EXACT', ['SAME_DOMAIN']],
    [
      'one domain with two KvK numbers: a chain',
      at('Appel', undefined, { domains: ['fruit.example'], kvkNumber: '68750110' }),
      at('Peer', undefined, { domains: ['fruit.example'], kvkNumber: '90001354' }),
      'WEAK',
      ['SAME_DOMAIN', 'OTHER_KVK_NUMBER'],
    ],
    [
      'a similar name with one phone',
      at('Bakker Jansen', '7607AB', { phones: ['+31546123456'] }),
      at('Bakker Janssen', '8011AA', { phones: ['+31546123456'] }),
      'MEDIUM',
      ['SIMILAR_NAME', 'SAME_PHONE'],
    ],
    ['one phone with other names', at('Appel', undefined, { phones: ['+31546123456'] }), at('Peer', undefined, { phones: ['+31546123456'] }), null, []],
    ['a similar name elsewhere', at('Bakker Jansen', '7607AB'), at('Bakker Janssen', '8011AA'), null, []],
    [
      'one of several trade names',
      { names: ['Appel B.V.', 'De Fruitmand'], postcodes: ['7607AB'] },
      at('de fruitmand', '7607AB'),
      'STRONG',
      ['SAME_NAME', 'SAME_POSTCODE'],
    ],
  ])('with %s', (_, a, b, expected, reasons) => {
    const [there, back] = [compare(a, b), compare(b, a)];
    expect([there?.class ?? null, there?.reasons ?? []]).toEqual([expected, reasons]);
    expect(back).toEqual(there);
  });
});

describe('a website', () => {
  it.each([
    ['https://www.Voorbeeld.nl/contact?x=1', 'voorbeeld.nl'],
    ['voorbeeld.nl', 'voorbeeld.nl'],
    ['www.shop.voorbeeld.nl:443', 'shop.voorbeeld.nl'],
    ['geen', null],
    ['', null],
    ['a b.nl', null],
  ])('%s has the host %s', (website, host) => {
    expect(hostOf(website)).toBe(host);
  });
});
