import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { Employer } from './employer.entity.ts';

const change = `mutation ($input: ChangeEmployerInput!) { nuo { changeEmployer(input: $input) { __typename
  ... on EmployerChanged { warnings duplicateSignals { class } employer { id legalName tradeNames kvkNumber status coolDownDays keyAccount indNonMailing websites domains employees sbi { code version } version changedBy { name organisation { code } } } }
  ... on EmployerVersionConflict { currentVersion employer { changedBy { name } } } ... on KvkNumberTaken { employer { id } }
  ... on EmployerStatusRefused { allowed } ... on ConcernCycle { employer { id } } } } }`;
const [a, b, c] = [idOf('employer', 0), idOf('employer', 1), idOf('employer', 2)];
const user = 'wierden.accountmanager';
const coordinator = 'nuo.coordinator';

let requests = 0;
const ask = (nuo: TestNuo, more: object, as = user) =>
  nuo.ask(as, change, { input: { requestId: `change-test-${(requests += 1)}`, employerId: a, expectedVersion: 1, ...more } });
const changeOf = async (nuo: TestNuo, more: object, as = user) => (await ask(nuo, more, as)).data.nuo.changeEmployer;

describe.each(dialects)('a change of an employer on %s', (dialect) => {
  it('writes what it names, keeps the rest, and says who did it', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const input = { tradeNames: ['De Winkel'], employees: null, indNonMailing: true, websites: ['https://www.winkel.example/'], domains: ['WWW.Post.example'] };
    const { employer, warnings } = await changeOf(nuo, input);
    expect(employer).toMatchObject({
      legalName: 'Bedrijf 0000 B.V.',
      tradeNames: ['De Winkel'],
      employees: null,
      sbi: { code: '47110', version: 'SBI2025' },
      websites: ['https://www.winkel.example/'],
      domains: ['post.example'],
      indNonMailing: true,
      coolDownDays: 14,
      version: 2,
      changedBy: { name: 'Demo accountmanager Wierden', organisation: { code: '0189' } },
    });
    expect(warnings).toEqual([]);
    const found = await nuo.ask(
      user,
      '{ one: employers(filter: { name: "winkel" }) { nodes { id } } two: possibleDuplicates(domain: "post.example") { class employer { id } } }',
    );
    expect(found.data).toEqual({ one: { nodes: [{ id: a }] }, two: [{ class: 'EXACT', employer: { id: a } }] });
  });

  it('of a version that has passed is answered with the current one and who made it', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const answers = await Promise.all([1, 2, 3].map((n) => changeOf(nuo, { employees: n })));
    expect(answers.map(({ __typename }) => __typename as string).toSorted()).toEqual(['EmployerChanged', 'EmployerVersionConflict', 'EmployerVersionConflict']);
    const lost = answers.find(({ __typename }) => __typename === 'EmployerVersionConflict');
    expect(lost).toMatchObject({ currentVersion: 2, employer: { changedBy: { name: 'Demo accountmanager Wierden' } } });
  });

  it('to a KvK number that another has, also at the same moment, names the other', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    const answers = await Promise.all([a, b, c].map((employerId) => changeOf(nuo, { employerId, kvkNumber: '68750110' })));
    const won = answers.find(({ __typename }) => __typename === 'EmployerChanged');
    const lost = answers.filter(({ __typename }) => __typename === 'KvkNumberTaken');
    expect(lost.map(({ employer }) => employer.id)).toEqual([won.employer.id, won.employer.id]);
    expect(await nuo.db.read.em.countBy(Employer, { kvkNumber: '68750110' })).toBe(1);
  });

  it('of key account, cool-down and blocking is for the coordinator', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    for (const more of [{ coolDownDays: 30 }, { keyAccount: true }]) expect((await ask(nuo, more)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await changeOf(nuo, { status: 'BLOCKED' })).toEqual({ __typename: 'EmployerStatusRefused', allowed: ['DORMANT', 'DISSOLVED'] });
    const { employer } = await changeOf(nuo, { status: 'BLOCKED', coolDownDays: 0, keyAccount: true }, coordinator);
    expect(employer).toMatchObject({ status: 'BLOCKED', coolDownDays: 0, keyAccount: true });
    expect(await changeOf(nuo, { status: 'ACTIVE', expectedVersion: 2 })).toMatchObject({ allowed: [] });
    expect((await ask(nuo, { employees: 1 }, 'nuo.rapporteur')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('with mistakes is refused with all of them, and writes nothing', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const input = { legalName: null, kvkNumber: '1', coolDownDays: 91, status: null, domains: ['x'], employees: -1, sbiCode: '1', sbiVersion: 'SBI2025' };
    const { errors } = await ask(nuo, input, coordinator);
    const paths = errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path.slice(1).join('.'));
    expect(paths.toSorted()).toEqual(['coolDownDays', 'domains.0', 'employees', 'kvkNumber', 'legalName', 'sbiCode', 'status']);
    expect((await ask(nuo, { registrationReason: null })).errors?.[0]?.extensions['problems'][0].path).toEqual(['input', 'registrationReason']);
    expect((await ask(nuo, { employerId: idOf('employer', 9) })).errors?.[0]?.extensions['problems'][0].path).toEqual(['input', 'employerId']);
    expect((await nuo.db.read.em.findOneByOrFail(Employer, { id: a })).version).toBe(1);
  });

  it('warns of a number that may be a BSN, and of another that it now resembles', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const answer = await changeOf(nuo, { legalName: 'Bedrijf 0001', registrationReason: 'van 999990019' });
    expect(answer.warnings).toHaveLength(1);
    expect(answer.duplicateSignals).toEqual([{ class: 'EXACT' }]);
  });

  it('of a concern shows parent and children, and never closes a circle, also not by three at once', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    const links = await Promise.all(
      [
        [a, b],
        [b, c],
        [c, a],
      ].map(([employerId, parentId]) => changeOf(nuo, { employerId, parentId })),
    );
    expect(links.map(({ __typename }) => __typename as string).toSorted()).toEqual(['ConcernCycle', 'EmployerChanged', 'EmployerChanged']);
    const rows = new Map((await nuo.db.read.em.find(Employer)).map(({ id, parentId }) => [id, parentId]));
    const top = [...rows].find(([, parentId]) => parentId === null)?.[0];
    const query = 'query ($id: ID!) { employer(id: $id) { concern { parent { id } children { id concern { children { id concern { parent { id } } } } } } } }';
    const { concern } = (await nuo.ask(user, query, { id: top })).data.employer;
    expect([concern.parent, concern.children.length, concern.children[0].concern.children.length]).toEqual([null, 1, 1]);
    const version = async (id: string) => (await nuo.db.read.em.findOneByOrFail(Employer, { id })).version;
    expect(await changeOf(nuo, { employerId: top, parentId: top, expectedVersion: await version(top as string) })).toMatchObject({
      __typename: 'ConcernCycle',
    });
    const child = concern.children[0].id as string;
    expect((await changeOf(nuo, { employerId: child, parentId: null, expectedVersion: await version(child) })).__typename).toBe('EmployerChanged');
  });
});
