import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { agreed, frozen, steer, termsOf } from '../testing/agreements.ts';
import { command } from '../testing/colleagues.ts';
import { nuoForTest, nuoPairForTest, testId, type TestNuo } from '../testing/index.ts';
import { AgreementVersion, PerformanceAgreement } from './agreement.entity.ts';

const [nuoSide, municipality] = ['nuo.coordinator', 'wierden.kwaliteitsmedewerker'];
const terms = { target: 40, direction: 'HIGHER', amberBeyond: 2, redBeyond: 5, source: 'BUDGET' };
const wanted = { year: 2026, municipality: '0189', indicator: 'CONTACTEN', terms };
const changed = '... on AgreementChanged { agreement { id version status terms { number target establishedOn } proposal { number target } } }';
const shown = `${changed} ... on AgreementRefused { code text } ... on AgreementVersionConflict { agreement { id version proposal { number } } } ... on StepRefused { text from }`;
const proposed = `${changed} ... on AgreementExists { agreement { id } }`;
const propose = (nuo: TestNuo, more: object = {}) => command(nuo, nuoSide, 'proposePerformanceAgreement', { ...wanted, ...more }, proposed);
const accept = (nuo: TestNuo, user: string, agreementId: string, number: number, name = 'acceptPerformanceAgreement') =>
  command(nuo, user, name, { agreementId, number }, shown);
const whole = `id year municipality indicator title definition unit manual status version settledAt settledByName settlementNote settledBy { id }
  versions { number target direction amberBeyond redBeyond source definitionVersion reason proposedAt proposedBy { name } proposedByName establishedAt establishedOn withdrawnAt
    acceptedByNuo { at by { name } } acceptedByMunicipality { at by { name organisation { name } } } }
  terms { number } proposal { number } manualValues { measuredOn value reason recordedByName recordedAt replacedAt }`;

describe.each(dialects)('performance agreements on %s', (dialect) => {
  it('hold from the moment that both sides have accepted the same terms', async () => {
    const nuo = await nuoForTest(dialect);
    const { agreement } = await propose(nuo);
    expect(agreement).toMatchObject({ status: 'CONCEPT', version: 1, terms: null, proposal: { number: 1, target: 40 } });
    expect((await accept(nuo, nuoSide, agreement.id, 1)).agreement).toMatchObject({ status: 'CONCEPT', terms: null });
    expect(await accept(nuo, nuoSide, agreement.id, 1)).toMatchObject({ __typename: 'AgreementRefused', code: 'ACCEPTED_ALREADY' });
    expect((await accept(nuo, municipality, agreement.id, 1)).agreement).toMatchObject({
      status: 'AGREED',
      terms: { number: 1, target: 40, establishedOn: '2026-08-03' },
      proposal: null,
    });
    const { data, errors } = await nuo.ask(municipality, `{ performanceAgreements(year: 2026, municipality: "0189") { ${whole} } }`);
    expect(errors).toBeUndefined();
    expect(data.performanceAgreements).toMatchObject([
      {
        title: 'Contacten met werkgevers',
        unit: 'FACTS',
        manual: false,
        status: 'AGREED',
        settledBy: null,
        versions: [
          {
            definitionVersion: 1,
            source: 'BUDGET',
            proposedBy: { name: 'NUO' },
            acceptedByNuo: { by: { name: expect.stringContaining('coordinator') } },
            acceptedByMunicipality: { by: { organisation: { name: 'Wierden' } } },
          },
        ],
      },
    ]);
  });

  it('ask again who had accepted other terms', async () => {
    const nuo = await nuoForTest(dialect);
    const { agreement } = await propose(nuo);
    await accept(nuo, municipality, agreement.id, 1);
    const other = { agreementId: agreement.id, expectedVersion: 2, terms: { ...terms, target: 50 } };
    expect((await command(nuo, nuoSide, 'changePerformanceAgreement', other, shown)).agreement).toMatchObject({ proposal: { number: 2, target: 50 } });
    expect(await accept(nuo, nuoSide, agreement.id, 1)).toMatchObject({ __typename: 'AgreementVersionConflict', agreement: { proposal: { number: 2 } } });
    expect((await accept(nuo, nuoSide, agreement.id, 2)).agreement.status).toBe('CONCEPT');
    expect((await accept(nuo, municipality, agreement.id, 2)).agreement).toMatchObject({ status: 'AGREED', terms: { target: 50 } });
  });

  it.each([[nuoSide], [municipality]])('lapse as a concept when %s says so, and can be proposed again', async (user) => {
    const nuo = await nuoForTest(dialect);
    const { agreement } = await propose(nuo);
    const agreementId = agreement.id as string;
    await accept(nuo, municipality, agreementId, 1);
    const withdraw = (number: number) => command(nuo, user, 'withdrawPerformanceAgreement', { agreementId, number }, shown);
    expect(await withdraw(2)).toMatchObject({ __typename: 'AgreementVersionConflict' });
    expect((await withdraw(1)).agreement).toMatchObject({ status: 'WITHDRAWN', version: 3, terms: null, proposal: null });
    expect(await accept(nuo, nuoSide, agreementId, 1)).toMatchObject({ __typename: 'StepRefused', from: 'WITHDRAWN' });
    // The same municipality, year and indicator is still the same agreement.
    expect(await propose(nuo)).toMatchObject({ __typename: 'AgreementExists', agreement: { id: agreementId } });
    const again = { agreementId, expectedVersion: 3, terms: { ...terms, target: 45 } };
    expect((await command(nuo, nuoSide, 'changePerformanceAgreement', again, shown)).agreement).toMatchObject({
      status: 'CONCEPT',
      proposal: { number: 2, target: 45 },
    });
    await accept(nuo, nuoSide, agreementId, 2);
    expect((await accept(nuo, municipality, agreementId, 2)).agreement).toMatchObject({ status: 'AGREED', terms: { target: 45 } });
  });

  it('are agreed or lapse, never both, when one side withdraws while the other accepts', async () => {
    const [one, two] = await nuoPairForTest(dialect);
    for (const year of [2026, 2027, 2028]) {
      const { agreement } = await propose(one, { year });
      await accept(one, nuoSide, agreement.id, 1);
      const [accepted, lapsed] = await Promise.all([
        accept(one, municipality, agreement.id, 1),
        command(two, nuoSide, 'withdrawPerformanceAgreement', { agreementId: agreement.id, number: 1 }, shown),
      ]);
      expect([accepted.__typename, lapsed.__typename].toSorted()).toEqual(['AgreementChanged', 'StepRefused']);
      const { data } = await one.ask(nuoSide, `{ performanceAgreement(id: "${agreement.id}") { status version terms { number } } }`);
      const agreedFirst = accepted.__typename === 'AgreementChanged';
      expect(data.performanceAgreement).toEqual({ status: agreedFirst ? 'AGREED' : 'WITHDRAWN', version: 3, terms: agreedFirst ? { number: 1 } : null });
    }
  });

  it('are adjusted by terms that both accept, and tell what held when', async () => {
    const nuo = await nuoForTest(dialect);
    await steer(nuo.db, { agreements: [agreed(1)], versions: [termsOf(testId(90, 1), 1)] });
    const agreementId = testId(90, 1);
    const other = { agreementId, expectedVersion: 1, terms: { ...terms, target: 30, source: 'AMENDMENT' }, reason: 'Minder geld' };
    expect((await command(nuo, municipality, 'adjustPerformanceAgreement', other, shown)).agreement).toMatchObject({
      status: 'AGREED',
      terms: { number: 1 },
      proposal: { number: 2 },
    });
    await accept(nuo, municipality, agreementId, 2, 'acceptAgreementAdjustment');
    expect((await accept(nuo, nuoSide, agreementId, 2, 'acceptAgreementAdjustment')).agreement).toMatchObject({ status: 'ADJUSTED', terms: { target: 30 } });
    const { data } = await nuo.ask(
      'wierden.rapporteur',
      `{ performanceAgreement(id: "${agreementId}") { before: terms(knownOn: "2026-07-01T00:00:00Z") { target } never: terms(knownOn: "2025-07-01T00:00:00Z") { target } terms { target reason } } }`,
    );
    expect(data.performanceAgreement).toEqual({ before: { target: 40 }, never: null, terms: { target: 30, reason: 'Minder geld' } });
    // A proposal that lapses leaves what holds.
    await command(nuo, nuoSide, 'adjustPerformanceAgreement', { ...other, expectedVersion: 4, terms: { ...terms, target: 1 } }, shown);
    const lapsed = await command(nuo, municipality, 'withdrawAgreementAdjustment', { agreementId, number: 3 }, shown);
    expect(lapsed.agreement).toMatchObject({ status: 'ADJUSTED', terms: { target: 30 }, proposal: null });
    expect(await accept(nuo, nuoSide, agreementId, 3, 'acceptAgreementAdjustment')).toMatchObject({ code: 'NOTHING_PROPOSED' });
  });

  it('are one for a year, municipality and indicator, also of two at once', async () => {
    const [one, two] = await nuoPairForTest(dialect);
    const answers = await Promise.all([propose(one), propose(two), propose(one), propose(two)]);
    const kinds = answers.map(({ __typename }) => String(__typename)).toSorted();
    expect(kinds).toEqual(['AgreementChanged', 'AgreementExists', 'AgreementExists', 'AgreementExists']);
    expect(new Set(answers.map(({ agreement }) => agreement.id)).size).toBe(1);
    expect([await one.db.read.em.count(PerformanceAgreement), await one.db.read.em.count(AgreementVersion)]).toEqual([1, 1]);
  });

  it('hold when both sides accept at once', async () => {
    const [one, two] = await nuoPairForTest(dialect);
    const { agreement } = await propose(one);
    const both = await Promise.all([accept(one, nuoSide, agreement.id, 1), accept(two, municipality, agreement.id, 1)]);
    expect(both.map(({ __typename }) => __typename)).toEqual(['AgreementChanged', 'AgreementChanged']);
    const { data } = await one.ask(nuoSide, `{ performanceAgreement(id: "${agreement.id}") { status version terms { number } } }`);
    expect(data.performanceAgreement).toEqual({ status: 'AGREED', version: 3, terms: { number: 1 } });
  });

  it('never hold by terms that one side did not accept, when these change while it accepts', async () => {
    const [one, two] = await nuoPairForTest(dialect);
    for (const year of [2026, 2027, 2028]) {
      const { agreement } = await propose(one, { year });
      await accept(one, nuoSide, agreement.id, 1);
      const other = { agreementId: agreement.id, expectedVersion: 2, terms: { ...terms, target: 99 } };
      const [accepted, changed] = await Promise.all([
        accept(one, municipality, agreement.id, 1),
        command(two, nuoSide, 'changePerformanceAgreement', other, shown),
      ]);
      const kinds = [accepted.__typename, changed.__typename];
      expect([
        ['AgreementChanged', 'StepRefused'],
        ['AgreementVersionConflict', 'AgreementChanged'],
      ]).toContainEqual(kinds);
      const { data } = await one.ask(nuoSide, `{ performanceAgreement(id: "${agreement.id}") { status terms { target } } }`);
      expect(data.performanceAgreement).toEqual(
        kinds[0] === 'AgreementChanged' ? { status: 'AGREED', terms: { target: 40 } } : { status: 'CONCEPT', terms: null },
      );
    }
  });

  it('give the same answer to a request that comes again', async () => {
    const nuo = await nuoForTest(dialect);
    const again = { requestId: 'propose-once' };
    const [first, second] = [await propose(nuo, again), await propose(nuo, again)];
    expect([second, (await propose(nuo, { ...again, year: 2027 })).code]).toEqual([first, 'REQUEST_ID_REUSED']);
    expect(await nuo.db.read.em.count(PerformanceAgreement)).toBe(1);
  });

  it.each([
    ['an indicator that is none', { indicator: 'GELUK' }, ['indicator']],
    ['a year long ago', { year: 1999 }, ['year']],
    ['a municipality that takes no part', { municipality: '0363' }, ['municipality']],
    ['half a contact', { terms: { ...terms, target: 40.5 } }, ['terms.target']],
    ['limits the wrong way round', { terms: { ...terms, amberBeyond: 6 } }, ['terms.redBeyond']],
  ])('refuse %s', async (_, more, paths) => {
    expect((await propose(await nuoForTest(dialect), more)).paths).toEqual(paths);
  });

  it('keep what is recorded by hand with who and why, and what it replaced', async () => {
    const nuo = await nuoForTest(dialect);
    const manual = agreed(1, { indicator: 'EXPLOITATIERESULTAAT' });
    await steer(nuo.db, { agreements: [manual, agreed(2)], versions: [termsOf(manual.id, 1), termsOf(testId(90, 2), 1)] });
    const record = (more: object) =>
      command(
        nuo,
        nuoSide,
        'recordManualValue',
        { agreementId: manual.id, expectedVersion: 1, measuredOn: '2026-06-30', value: -1250.5, reason: 'Halfjaarcijfers', ...more },
        shown,
      );
    expect(await record({ agreementId: testId(90, 2) })).toMatchObject({ __typename: 'AgreementRefused', code: 'COMPUTED' });
    expect((await record({ measuredOn: '2026-08-04' })).paths).toEqual(['measuredOn']);
    expect((await record({ measuredOn: '2025-12-31' })).paths).toEqual(['measuredOn']);
    expect((await record({ value: 0.001 })).paths).toEqual(['value']);
    expect((await record({ reason: ' ' })).paths).toEqual(['reason']);
    await record({});
    await record({ expectedVersion: 2, value: -1300, reason: 'Verbeterd' });
    const { data } = await nuo.ask(nuoSide, `{ performanceAgreement(id: "${manual.id}") { manual manualValues { value reason recordedByName replacedAt } } }`);
    const by = { recordedByName: expect.stringContaining('coordinator') };
    expect(data.performanceAgreement.manualValues).toEqual([
      { value: -1250.5, reason: 'Halfjaarcijfers', replacedAt: '2026-08-03T10:00:00.000Z', ...by },
      { value: -1300, reason: 'Verbeterd', replacedAt: null, ...by },
    ]);
  });

  it('are settled by the municipality after the year, by its frozen report', async () => {
    const nuo = await nuoForTest(dialect);
    const old = agreed(1, { year: 2025 });
    await steer(nuo.db, {
      reports: [frozen(1), frozen(2, { quarter: 3 }), frozen(3, { municipality: '0141' })],
      agreements: [old, agreed(2), agreed(3, { year: 2025, indicator: 'PROEFPLAATSEN' })],
      versions: [termsOf(old.id, 1), termsOf(testId(90, 2), 1), termsOf(testId(90, 3), 1), termsOf(testId(90, 3), 2, { open: true })],
    });
    const settle = (agreementId: string, report: number) =>
      command(
        nuo,
        municipality,
        'settlePerformanceAgreement',
        { agreementId, expectedVersion: 1, reportId: testId(92, report), note: 'Jaarrekening 2025' },
        shown,
      );
    expect((await settle(testId(90, 2), 1)).code).toBe('YEAR_NOT_OVER');
    expect((await settle(testId(90, 3), 1)).code).toBe('ADJUSTMENT_OPEN');
    expect([(await settle(old.id, 2)).code, (await settle(old.id, 3)).code]).toEqual(['NO_YEAR_REPORT', 'NO_YEAR_REPORT']);
    expect((await settle(old.id, 1)).agreement.status).toBe('SETTLED');
    const { data } = await nuo.ask('wierden.rapporteur', `{ performanceAgreement(id: "${old.id}") { settlementNote settledBy { id document } } }`);
    expect(data.performanceAgreement).toEqual({ settlementNote: 'Jaarrekening 2025', settledBy: { id: testId(92, 1), document: '{"lines":[null]}' } });
  });

  it('of another municipality are not there', async () => {
    const nuo = await nuoForTest(dialect);
    await steer(nuo.db, {
      agreements: [agreed(1), agreed(2, { municipality: '0141' })],
      versions: [termsOf(testId(90, 1), 1), termsOf(testId(90, 2), 1)],
      reports: [frozen(1), frozen(2, { municipality: '0141' })],
    });
    const list = '{ performanceAgreements(year: 2026) { municipality } quarterReports { municipality } }';
    const of = async (user: string, query: string) => (await nuo.ask(user, query)).data;
    expect((await of('nuo.rapporteur', list)).performanceAgreements).toHaveLength(2);
    expect(await of('wierden.klantregisseur', list)).toEqual({ performanceAgreements: [{ municipality: '0189' }], quarterReports: [{ municipality: '0189' }] });
    const theirs = `{ performanceAgreements(year: 2026, municipality: "0141") { id } performanceAgreement(id: "${testId(90, 2)}") { id } quarterReports(municipality: "0141") { id } quarterReport(id: "${testId(92, 2)}") { id } }`;
    expect(await of('wierden.klantregisseur', theirs)).toEqual({
      performanceAgreements: [],
      performanceAgreement: null,
      quarterReports: [],
      quarterReport: null,
    });
    expect(await accept(nuo, municipality, testId(90, 2), 1, 'acceptAgreementAdjustment')).toMatchObject({ code: 'NOT_FOUND' });
    for (const user of ['nuo.privacyofficer', 'wierden.privacyofficer']) {
      const { errors } = await nuo.ask(user, list);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    }
  });

  it('take four statements to list with their terms, however many', async () => {
    const nuo = await nuoForTest(dialect);
    const count = async () => (await nuo.ask(nuoSide, `{ performanceAgreements(year: 2026) { ${whole} } }`)).statements;
    await steer(nuo.db, { agreements: [agreed(1)], versions: [termsOf(testId(90, 1), 1)] });
    const one = await count();
    const many = ['PROEFPLAATSEN', 'LADDER_STIJGERS', 'VERZUIM_PCT', 'WSW_SE'];
    await steer(nuo.db, {
      agreements: many.map((indicator, n) => agreed(n + 2, { indicator })),
      versions: many.map((_, n) => termsOf(testId(90, n + 2), 1)),
    });
    // The municipality of who accepted is looked up for all at once.
    expect([one, await count()]).toEqual([4, 4]);
  });
});
