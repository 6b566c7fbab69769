import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Employer } from '../employers/employer.entity.ts';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { DuplicateSignal, EmployerMatch } from './duplicate.entity.ts';

const register = `mutation ($input: RegisterEmployerInput!) { nuo { registerEmployer(input: $input) { ... on EmployerRegistered {
  alreadyKnown warnings employer { id branches { postcode main } } duplicateSignals { id class score reasons status version employers { id } } } } } }`;
const decide = `mutation ($input: DecideDuplicateInput!) { nuo { decideDuplicate(input: $input) { __typename
  ... on DuplicateDecided { signal { status note decidedBy { name } version } } ... on DuplicateSignalVersionConflict { currentVersion signal { status } } } } }`;
const scan = `mutation ($input: ScanDuplicatesInput!) { nuo { scanDuplicates(input: $input) { ... on DuplicatesScanned { employers raised remaining next } } } }`;
const signals = '{ duplicateSignals { nodes { id status class employers { legalName } } } }';
const user = 'wierden.accountmanager';
const coordinator = 'nuo.coordinator';

let requests = 0;
const requestId = (): string => `duplicate-test-${(requests += 1)}`;
const registered = async (nuo: TestNuo, more: object) =>
  (
    await nuo.ask(user, register, {
      input: { requestId: requestId(), legalName: "Bakkerij 't Hoekje B.V.", registrationReason: 'eenmanszaak', postcode: '7607AB', ...more },
    })
  ).data.nuo.registerEmployer;
const decided = async (nuo: TestNuo, signalId: string, decision: string, expectedVersion = 1) =>
  (await nuo.ask(coordinator, decide, { input: { requestId: requestId(), signalId, decision, expectedVersion, note: 'Bekeken' } })).data.nuo.decideDuplicate;
const open = async (nuo: TestNuo) => (await nuo.ask(coordinator, signals)).data.duplicateSignals.nodes;

describe.each(dialects)('a registration on %s', (dialect) => {
  it('without a KvK number is one, however twenty write it at once', async () => {
    const nuo = await nuoForTest(dialect);
    const names = ["Bakkerij 't Hoekje B.V.", 'bakkerij t hoekje bv', 'BAKKERIJ ’T HOEKJE'];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => registered(nuo, { legalName: names[i % 3], postcode: i % 2 ? '7607 ab' : '7607AB' })),
    );
    expect(new Set(answers.map(({ employer }) => employer.id)).size).toBe(1);
    expect(answers.filter(({ alreadyKnown }) => !alreadyKnown)).toHaveLength(1);
    expect(answers[0].employer.branches).toEqual([{ postcode: '7607AB', main: true }]);
    expect(await nuo.db.read.em.count(Employer)).toBe(1);
  });

  it('of one name and postcode, with and without a number at once, makes no silent second', async () => {
    const nuo = await nuoForTest(dialect);
    const numbers = ['68750110', '69599084', null, null];
    await Promise.all(Array.from({ length: 12 }, (_, i) => registered(nuo, { kvkNumber: numbers[i % 4] })));
    const employers = await nuo.db.read.em.find(Employer);
    expect(employers.length).toBeGreaterThanOrEqual(2);
    const pairs = (employers.length * (employers.length - 1)) / 2;
    expect(await nuo.db.read.em.countBy(DuplicateSignal, { class: 'STRONG' })).toBe(pairs);
  });

  it('makes another when asked, with a signal; a neighbour with the same name is another with a signal too', async () => {
    const nuo = await nuoForTest(dialect);
    const first = await registered(nuo, {});
    const again = await registered(nuo, { createAnyway: true });
    expect(again.duplicateSignals).toMatchObject([{ class: 'STRONG', reasons: ['SAME_NAME', 'SAME_POSTCODE'], status: 'OPEN' }]);
    expect(again.duplicateSignals[0].employers.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [first.employer.id as string, again.employer.id as string].toSorted(),
    );
    const neighbour = await registered(nuo, { postcode: '7607XX' });
    expect([neighbour.alreadyKnown, neighbour.duplicateSignals.map((signal: { class: string }) => signal.class)]).toEqual([false, ['MEDIUM', 'MEDIUM']]);
    const far = await registered(nuo, { postcode: '8011AA', registrationReason: 'zie 999990019' });
    expect([far.alreadyKnown, far.duplicateSignals, far.warnings.length]).toEqual([false, [], 1]);
  });
});

describe.each(dialects)('possible duplicates on %s', (dialect) => {
  it('come surest first with their reasons, and say nothing of what is half typed', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    const { employer } = await registered(nuo, { kvkNumber: '68750110', email: 'info@hoekje.example', phone: '0546123456' });
    const ask = async (args: string) => (await nuo.ask(user, `{ possibleDuplicates(${args}) { class reasons employer { id } } }`)).data.possibleDuplicates;
    const one = (duplicateClass: string, ...reasons: string[]) => [{ class: duplicateClass, reasons, employer: { id: employer.id } }];
    expect(await ask('kvkNumber: "68750110"')).toEqual(one('EXACT', 'SAME_KVK_NUMBER'));
    expect(await ask('email: "jan@hoekje.example"')).toEqual(one('EXACT', 'SAME_DOMAIN'));
    expect(await ask('domain: "https://www.hoekje.example/brood"')).toEqual(one('EXACT', 'SAME_DOMAIN'));
    expect(await ask('name: "Bakkerij t Hoekje", postcode: "7607ab"')).toEqual(one('STRONG', 'SAME_NAME', 'SAME_POSTCODE'));
    expect(await ask('name: "Bakerij t Hoekje", postcode: "7607XX"')).toEqual(one('MEDIUM', 'SIMILAR_NAME', 'SAME_AREA'));
    expect(await ask('name: "Bakkerij t Hoekje"')).toEqual(one('WEAK', 'SAME_NAME'));
    expect(await ask('name: "Bedrijf 0001", postcode: "7607AB", first: 1')).toMatchObject([{ class: 'STRONG', employer: { id: idOf('employer', 1) } }]);
    for (const half of ['kvkNumber: "6875"', 'postcode: "76"', 'email: "jan@"', 'name: " "', 'email: "a@gmail.com"']) expect(await ask(half)).toEqual([]);
    expect((await nuo.ask('nuo.rapporteur', '{ possibleDuplicates(name: "x") { score } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

describe.each(dialects)('a duplicate signal on %s', (dialect) => {
  const twins = async () => {
    const nuo = await nuoForTest(dialect);
    await registered(nuo, {});
    const second = await registered(nuo, { createAnyway: true });
    return { nuo, second: second.employer.id as string, signal: second.duplicateSignals[0].id as string };
  };
  const rescan = async (nuo: TestNuo) => (await nuo.ask(coordinator, scan, { input: { requestId: requestId() } })).data.nuo.scanDuplicates;

  it('is decided once of two opposite decisions at the same moment', async () => {
    const { nuo, signal } = await twins();
    const answers = await Promise.all([decided(nuo, signal, 'CONFIRMED'), decided(nuo, signal, 'NOT_DUPLICATE')]);
    const won = answers.find(({ __typename }) => __typename === 'DuplicateDecided');
    const lost = answers.find(({ __typename }) => __typename === 'DuplicateSignalVersionConflict');
    expect(won.signal).toMatchObject({ note: 'Bekeken', decidedBy: { name: 'Demo coordinator NUO' }, version: 2 });
    expect(lost).toMatchObject({ currentVersion: 2, signal: { status: won.signal.status } });
  });

  it('stays decided until a name, number or address of either changes', async () => {
    const { nuo, second, signal } = await twins();
    await decided(nuo, signal, 'NOT_DUPLICATE');
    expect(await rescan(nuo)).toEqual({ employers: 2, raised: 0, remaining: 0, next: null });
    expect(await open(nuo)).toEqual([]);
    await nuo.ask(
      user,
      `mutation { nuo { changeEmployer(input: { requestId: "${requestId()}", employerId: "${second}", expectedVersion: 1, employees: 7 }) { __typename } } }`,
    );
    expect(await open(nuo)).toEqual([]);
    await nuo.ask(
      user,
      `mutation { nuo { changeEmployer(input: { requestId: "${requestId()}", employerId: "${second}", expectedVersion: 2, domains: ["nieuw.example"] }) { __typename } } }`,
    );
    expect(await open(nuo)).toMatchObject([{ id: signal, status: 'OPEN' }]);
    expect(await nuo.db.read.em.count(DuplicateSignal)).toBe(1);
  });

  it('is for coordinators, and leaves the list when its pair is merged', async () => {
    const { nuo, signal } = await twins();
    expect((await nuo.ask(user, signals)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const refused = await nuo.ask(user, decide, { input: { requestId: requestId(), signalId: signal, decision: 'CONFIRMED', expectedVersion: 1 } });
    expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const [first, second] = await nuo.db.read.em.find(Employer, { order: { id: 'ASC' } });
    const input = { requestId: requestId(), survivorId: first?.id, vanishingId: second?.id, survivorVersion: 1, vanishingVersion: 1 };
    await nuo.ask(coordinator, 'mutation ($input: MergeEmployersInput!) { nuo { mergeEmployers(input: $input) { __typename } } }', { input });
    expect(await open(nuo)).toEqual([]);
  });

  it('comes before those that are less alike, page after page; by how sure it is and by municipality', async () => {
    const nuo = await nuoForTest(dialect);
    await registered(nuo, {});
    await registered(nuo, { postcode: '7607XX', municipality: '0141' });
    await registered(nuo, { createAnyway: true });
    const page = async (args: string) =>
      (await nuo.ask(coordinator, `{ duplicateSignals(${args}) { nodes { id class score } pageInfo { hasNextPage endCursor } } }`)).data.duplicateSignals;
    const all = await page('first: 9');
    expect(all.nodes.map((each: { class: string }) => each.class)).toEqual(['STRONG', 'MEDIUM', 'MEDIUM']);
    const found: object[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const { nodes, pageInfo } = await page(`first: 1${after && `, after: "${after}"`}`);
      found.push(...nodes);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    }
    expect(found).toEqual(all.nodes);
    expect((await page('first: 9, class: STRONG')).nodes).toEqual(all.nodes.slice(0, 1));
    expect((await page('first: 9, municipality: "0141"')).nodes).toEqual(all.nodes.slice(1));
    expect((await page('first: 9, municipality: "0183"')).nodes).toEqual([]);
  });

  it('is found by a scan, which also makes lost search keys again', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    await nuo.db.write(async (tx) => {
      await tx.em.clear(EmployerMatch);
      await tx.em.update(Employer, { id: idOf('employer', 1) }, { legalName: 'Bedrijf 0000', nameKey: 'oud' });
    });
    expect(await rescan(nuo)).toEqual({ employers: 2, raised: 1, remaining: 0, next: null });
    expect(await open(nuo)).toMatchObject([{ class: 'EXACT', employers: [{ legalName: 'Bedrijf 0000 B.V.' }, { legalName: 'Bedrijf 0000' }] }]);
    expect((await nuo.db.read.em.findOneByOrFail(Employer, { id: idOf('employer', 1) })).nameKey).toBe('bedrijf 0000');
    expect((await rescan(nuo)).raised).toBe(0);
  });
});
