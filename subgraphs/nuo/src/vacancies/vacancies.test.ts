import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { Vacancy } from './vacancy.entity.ts';
import { probablySame, statusOn, storedStatuses, type VacancyFacts, type VacancyStatus, vacancyTransitions } from './vacancy.rules.ts';

const fields = 'id title status version places filled closesOn';
const registerDocument = `mutation ($input: RegisterVacancyInput!) { nuo { registerVacancy(input: $input) {
  __typename
  ... on VacancyRegistered { warnings vacancy { ${fields} demand { occupation { code text } postcode4 hoursMin } employer { name } organisation { name } } }
  ... on VacancyProbablyKnown { vacancies { id } }
} } }`;
const statusDocument = `mutation ($input: ChangeVacancyStatusInput!) { nuo { changeVacancyStatus(input: $input) {
  __typename
  ... on VacancyChanged { vacancy { ${fields} } }
  ... on VacancyVersionConflict { vacancy { version } }
  ... on VacancyTransitionRefused { from allowed }
} } }`;
const changeDocument = `mutation ($input: ChangeVacancyInput!) { nuo { changeVacancy(input: $input) {
  __typename
  ... on VacancyChanged { vacancy { ${fields} } }
  ... on VacancyVersionConflict { vacancy { version } }
} } }`;

const question = (name: string): string => readFileSync(resolve(import.meta.dirname, '../../../../docs/questions', `${name}.graphql`), 'utf8');
let requests = 0;
const requestId = (): string => `vacancy-${String((requests += 1)).padStart(6, '0')}`;
const facts = { title: 'Groenmedewerker', occupation: 'Groenmedewerker', places: 2, hoursMin: 16, hoursMax: 24, closesOn: '2026-09-30' };
const registering = (nuo: TestNuo, more: object = {}, user = 'nuo.accountmanager') =>
  nuo.ask(user, registerDocument, { input: { requestId: requestId(), employerId: idOf('employer', 0), ...facts, ...more } });
const vacancyOf = async (nuo: TestNuo, more: object = {}): Promise<string> => {
  const { data, errors } = await registering(nuo, more);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.nuo.registerVacancy.vacancy.id as string;
};
const changingStatus = async (nuo: TestNuo, vacancyId: string, expectedVersion: number, to: string) =>
  (await nuo.ask('nuo.accountmanager', statusDocument, { input: { requestId: requestId(), vacancyId, expectedVersion, to } })).data.nuo.changeVacancyStatus;

describe('the state of a vacancy', () => {
  it.each<[string, string | null, VacancyStatus]>([
    ['OPEN', null, 'OPEN'],
    ['OPEN', '2026-08-03', 'OPEN'],
    ['OPEN', '2026-08-02', 'EXPIRED'],
    ['PAUSED', '2026-08-02', 'EXPIRED'],
    ['CONCEPT', '2026-08-02', 'CONCEPT'],
    ['FILLED', '2026-08-02', 'FILLED'],
    ['WITHDRAWN', '2026-08-02', 'WITHDRAWN'],
  ])('%s with last open day %s is %s on 3 August', (status, closesOn, expected) => {
    expect(statusOn({ status: status as 'OPEN', closesOn }, '2026-08-03')).toBe(expected);
  });
});

describe('two vacancies of one employer', () => {
  const one: VacancyFacts = { id: 'a', occupationCode: null, occupation: 'Inpakker', closesOn: '2026-09-30', places: 2 };
  it.each<[string, Partial<VacancyFacts>, boolean]>([
    ['equal', {}, true],
    ['of another spelling', { occupation: ' INPAKKER ' }, true],
    ['ending two weeks later', { closesOn: '2026-10-14' }, true],
    ['ending 15 days later', { closesOn: '2026-10-15' }, false],
    ['without an end', { closesOn: null }, false],
    ['with more places', { places: 3 }, false],
    ['of another occupation', { occupation: 'Bakker' }, false],
    ['the same one', { id: 'a' }, false],
  ])('%s are probably the same: %s', (_, more, expected) => {
    expect(probablySame(one, { ...one, id: 'b', ...more })).toBe(expected);
  });
});

describe.each(dialects)('vacancies on %s', (dialect) => {
  it('are registered with their place from the branch', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const { data } = await registering(nuo, { branchId: idOf('branch', 0), description: 'Bel 123456782' }, 'wierden.accountmanager');
    expect(data.nuo.registerVacancy).toMatchObject({
      __typename: 'VacancyRegistered',
      warnings: [expect.stringContaining('burgerservicenummer')],
      vacancy: {
        status: 'OPEN',
        version: 1,
        filled: 0,
        demand: { occupation: { code: null, text: 'Groenmedewerker' }, postcode4: '7607', hoursMin: 16 },
        employer: { name: 'Bedrijf 0000 B.V.' },
        organisation: { name: 'Wierden' },
      },
    });
  });

  it('are registered once when two organisations enter one at the same moment', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const answers = await Promise.all(['nuo.accountmanager', 'almelo.accountmanager', 'wierden.accountmanager'].map((user) => registering(nuo, {}, user)));
    const kinds = answers.map(({ data }) => String(data.nuo.registerVacancy.__typename));
    expect(kinds.filter((kind) => kind === 'VacancyRegistered')).toHaveLength(1);
    const [winner] = await nuo.db.read.em.find(Vacancy);
    const told = answers.flatMap(({ data }) => data.nuo.registerVacancy.vacancies ?? []);
    expect(told).toEqual([{ id: winner?.id }, { id: winner?.id }]);
    expect((await registering(nuo, { confirm: true })).data.nuo.registerVacancy.__typename).toBe('VacancyRegistered');
  });

  it.each(storedStatuses.flatMap((from) => ['OPEN', 'PAUSED', 'WITHDRAWN', 'FILLED', 'CONCEPT', 'EXPIRED'].map((to) => [from, to] as const)))(
    'go from %s to %s only when the table says so',
    async (from, to) => {
      const nuo = await nuoForTest(dialect, testDemo(1));
      const id = await vacancyOf(nuo);
      await nuo.db.write((tx) => tx.em.update(Vacancy, { id }, { status: from }));
      const answer = await changingStatus(nuo, id, 1, to);
      const allowed = (vacancyTransitions[from] as readonly string[]).includes(to);
      expect(answer).toMatchObject(
        allowed
          ? { __typename: 'VacancyChanged', vacancy: { status: to, version: 2 } }
          : { __typename: 'VacancyTransitionRefused', from, allowed: vacancyTransitions[from] },
      );
    },
  );

  it('are changed by one of two at once; the other is told', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const id = await vacancyOf(nuo);
    const change = (title: string) =>
      nuo.ask('nuo.accountmanager', changeDocument, { input: { requestId: requestId(), vacancyId: id, expectedVersion: 1, ...facts, title } });
    const kinds = (await Promise.all([change('Een'), change('Twee')])).map(({ data }) => String(data.nuo.changeVacancy.__typename));
    expect(new Set(kinds)).toEqual(new Set(['VacancyChanged', 'VacancyVersionConflict']));
  });

  it('of an employer are read in the same number of statements whatever their number', async () => {
    const nuo = await nuoForTest(dialect, testDemo(20));
    for (let i = 0; i < 20; i += 1) await vacancyOf(nuo, { employerId: idOf('employer', i) });
    const query = (first: number) => `{ employers(first: ${first}) { nodes { vacancies(open: true) { nodes { id employer { id } } } } } }`;
    const [few, many] = [await nuo.ask('nuo.accountmanager', query(2)), await nuo.ask('nuo.accountmanager', query(20))];
    expect(many.data.employers.nodes.flatMap((node: { vacancies: { nodes: unknown[] } }) => node.vacancies.nodes)).toHaveLength(20);
    expect([few.statements, many.statements]).toEqual([3, 3]);
  });

  it('are found by text and postcode, page by page', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    for (const [occupation, postcode4] of [
      ['Inpakker', '7607'],
      ['100%_werk', '7607'],
      ['Inpakker', '7641'],
    ] as const)
      await vacancyOf(nuo, { occupation, title: occupation, postcode4, confirm: true });
    const titles = async (filter: string) =>
      (await nuo.ask('nuo.accountmanager', `{ vacancies(filter: ${filter}) { nodes { title } } }`)).data.vacancies.nodes.map(
        (each: { title: string }) => each.title,
      );
    expect(await titles('{ text: "inpak" }')).toEqual(['Inpakker', 'Inpakker']);
    expect(await titles('{ text: "%_" }')).toEqual(['100%_werk']);
    expect(await titles('{ postcode: "764", open: true }')).toEqual(['Inpakker']);
    const first = await nuo.ask('nuo.accountmanager', '{ vacancies(first: 2) { nodes { id } pageInfo { endCursor } } }');
    const rest = await nuo.ask('nuo.accountmanager', `{ vacancies(first: 2, after: "${first.data.vacancies.pageInfo.endCursor}") { nodes { id } } }`);
    expect(new Set([...first.data.vacancies.nodes, ...rest.data.vacancies.nodes].map(({ id }) => id)).size).toBe(3);
  });

  it('are listed in pairs when they are probably entered twice (Q21)', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const [one, two] = [await vacancyOf(nuo), await vacancyOf(nuo, { confirm: true, occupation: 'groenMEDEWERKER' })];
    await vacancyOf(nuo, { confirm: true, closesOn: '2026-12-31' });
    await vacancyOf(nuo, { employerId: idOf('employer', 1) });
    await changingStatus(nuo, await vacancyOf(nuo, { confirm: true }), 1, 'WITHDRAWN');
    const { data, statements } = await nuo.ask('nuo.accountmanager', question('q21-vacancies-entered-twice'));
    expect(data.vacancyDuplicates).toHaveLength(1);
    const [{ first, second }] = data.vacancyDuplicates;
    expect(new Set([first.id, second.id])).toEqual(new Set([one, two]));
    expect(statements).toBe(3);
  });

  it('refuse what cannot be, all in one answer', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const wrong = { title: '', places: 0, hoursMin: 24, hoursMax: 16, workingLevelMin: 9, postcode4: '12', drivingLicences: ['E'], closesOn: '2026-08-02' };
    const { errors } = await registering(nuo, wrong);
    const paths = errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path.slice(1).join('.'));
    expect(new Set(paths)).toEqual(new Set(['title', 'places', 'hoursMax', 'workingLevelMin', 'postcode4', 'drivingLicences.0', 'closesOn']));
    expect(await nuo.db.read.em.count(Vacancy)).toBe(0);
  });

  it.each(['nuo.rapporteur', 'almelo.rapporteur', 'nuo.functioneelbeheerder'])('are not for %s', async (user) => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    expect((await nuo.ask(user, '{ vacancies { nodes { id } } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await registering(nuo, {}, user)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
