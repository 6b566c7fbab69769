import { STATEMENT_HEADER } from '@werkplein/kernel';
import { demoUser, dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { idOf, loggingStatements, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { Employer, EmployerAlias } from './employer.entity.ts';

const register = `mutation ($input: RegisterEmployerInput!) { nuo { registerEmployer(input: $input) { ... on EmployerRegistered { alreadyKnown employer { id legalName kvkNumber } } } } }`;
const donald = { legalName: 'Test BV Donald', kvkNumber: '68750110' };
const user = 'nuo.accountmanager';

const wide = `{ employers(first: 200) { nodes { name kvkNumber contactMoments(last: 3) { nodes { occurredAt organisation { name } } } placements { nodes { kind client { id } } } } } }`;
const wider = `{ employers(first: 200) { nodes { sbi { code } branches { name } contactPersons { name } lastContact { subject participants { name } contactPerson { name } employer { id } } activePlacementCount
  placements { nodes { participant { id } branch { name } employer { id } } } } } }`;

const page = (nuo: TestNuo, after: string | null) =>
  nuo.ask(user, 'query ($after: String) { employers(first: 4, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }', { after });

describe.each(dialects)('employers on %s', (dialect) => {
  it('have the tables that their entities describe', async () => {
    const { db } = await nuoForTest(dialect);
    expect(await db.drift()).toEqual([]);
  });

  it('come in pages by name, none twice and none lost while others are added', async () => {
    const nuo = await nuoForTest(dialect, testDemo(10));
    const names: string[] = [];
    let after: string | null = null;
    for (let i = 0; ; i += 1) {
      const { data } = await page(nuo, after);
      names.push(...data.employers.nodes.map(({ name }: { name: string }) => name));
      if (!data.employers.pageInfo.hasNextPage) break;
      after = data.employers.pageInfo.endCursor;
      await nuo.ask(user, register, { input: { requestId: `insert-${i}`, legalName: `Aaa ${i}`, registrationReason: 'test' } });
    }
    expect(names).toEqual(Array.from(testDemo(10).employers, ({ legalName }) => legalName));
  });

  it('take as many statements for 200 as for 5, with contacts and placements', async () => {
    const few = await nuoForTest(dialect, testDemo(5));
    const many = await nuoForTest(dialect, testDemo(200));
    const [a, b] = [await few.ask('nuo.jobcoach', wide), await many.ask('nuo.jobcoach', wide)];
    expect(b.errors).toBeUndefined();
    expect(b.data.employers.nodes).toHaveLength(200);
    expect(b.data.employers.nodes[199].contactMoments.nodes.map((node: { occurredAt: string }) => node.occurredAt.slice(0, 7))).toEqual([
      '2026-05',
      '2026-04',
      '2026-03',
    ]);
    expect(b.data.employers.nodes[199].contactMoments.nodes[1].organisation).toEqual({ name: 'Wierden' });
    expect(b.data.employers.nodes[199].placements.nodes).toHaveLength(2);
    expect([a.statements, b.statements]).toEqual([3 + loggingStatements, 3 + loggingStatements]);
  });

  it('take as many statements for 200 as for 5, with everything around them', async () => {
    const few = await nuoForTest(dialect, testDemo(5));
    const many = await nuoForTest(dialect, testDemo(200));
    const [a, b] = [await few.ask('nuo.jobcoach', wider), await many.ask('nuo.jobcoach', wider)];
    expect(b.errors).toBeUndefined();
    expect(b.data.employers.nodes[7]).toMatchObject({
      activePlacementCount: 2,
      branches: [{ name: 'Bedrijf 7' }],
      lastContact: { subject: 'Contact 4', employer: { id: idOf('employer', 7) } },
    });
    expect([a.statements, b.statements]).toEqual([11 + loggingStatements, 11 + loggingStatements]);
  });

  it('are found by part of a name, status and municipality', async () => {
    const nuo = await nuoForTest(dialect, testDemo(12));
    const find = async (filter: string) => (await nuo.ask(user, `{ employers(filter: ${filter}) { nodes { name } } }`)).data.employers.nodes.length;
    expect(
      await Promise.all(
        ['{ name: "BEDRIJF 001" }', '{ status: DORMANT }', '{ municipality: "0141", keyAccount: false }', '{ municipality: "0189" }'].map(find),
      ),
    ).toEqual([2, 0, 12, 0]);
  });

  it('answer under an old id after a merge, with the contacts of both', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    const [gone, kept] = [idOf('employer', 0), idOf('employer', 1)];
    await nuo.db.write((tx) => tx.em.update(EmployerAlias, { employerId: gone }, { employerId: kept }));
    const { data } = await nuo.ask(
      user,
      `{ a: employer(id: "${gone}") { id contactMoments(last: 50) { nodes { id } } placements { nodes { id } } } b: employer(id: "${idOf('employer', 9)}") { id } }`,
    );
    expect(data.a.id).toBe(kept);
    expect(data.a.contactMoments.nodes).toHaveLength(10);
    expect(data.a.placements.nodes).toHaveLength(4);
    expect(data.b).toBeNull();
  });

  it('are made once of 20 registrations at once with one KvK number', async () => {
    const nuo = await nuoForTest(dialect);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => nuo.ask(user, register, { input: { requestId: `request-${i}`, ...donald } })));
    const results = answers.map(({ data }) => data.nuo.registerEmployer);
    expect(new Set(results.map(({ employer }) => JSON.stringify(employer))).size).toBe(1);
    expect(results.filter(({ alreadyKnown }) => !alreadyKnown)).toHaveLength(1);
    expect(await nuo.db.read.em.count(Employer)).toBe(1);
    expect((await nuo.ask(user, '{ employerByKvkNumber(kvkNumber: "68750110") { legalName } }')).data.employerByKvkNumber).toEqual({
      legalName: 'Test BV Donald',
    });
  });

  it('give a repeated request its first answer, and refuse its id for another', async () => {
    const nuo = await nuoForTest(dialect);
    const input = { requestId: 'request-1', ...donald };
    const [first, second] = [await nuo.ask(user, register, { input }), await nuo.ask(user, register, { input })];
    expect(second.data).toEqual(first.data);
    expect(first.data.nuo.registerEmployer.alreadyKnown).toBe(false);
    const other = await nuo.ask(user, register, { input: { ...input, legalName: 'Anders' } });
    expect(other.errors?.[0]?.extensions['code']).toBe('REQUEST_ID_REUSED');
    expect(await nuo.db.read.em.count(Employer)).toBe(1);
  });

  it('refuse bad input with all that is wrong, and write nothing', async () => {
    const nuo = await nuoForTest(dialect);
    const input = {
      requestId: 'request-1',
      legalName: ' ',
      kvkNumber: '6875011',
      rsin: '857587974',
      tradeNames: ['goed', ''],
      sbiCode: '12',
      sbiVersion: 'SBI2025',
      employees: -1,
    };
    const { errors } = await nuo.ask(user, register, { input });
    expect(errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
    const paths = errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path.slice(1).join('.'));
    expect(paths.toSorted()).toEqual(['employees', 'kvkNumber', 'legalName', 'rsin', 'sbiCode', 'tradeNames.1']);
    const without = await nuo.ask(user, register, { input: { requestId: 'request-2', legalName: 'Zonder nummer' } });
    expect(without.errors?.[0]?.extensions['problems'][0].path).toEqual(['input', 'registrationReason']);
    expect(await nuo.db.read.em.count(Employer)).toBe(0);
  });

  it('get branches and contact persons; a vestigingsnummer is used once', async () => {
    const nuo = await nuoForTest(dialect);
    const { id } = (await nuo.ask(user, register, { input: { requestId: 'request-1', ...donald } })).data.nuo.registerEmployer.employer;
    const add =
      'mutation ($input: AddBranchInput!) { nuo { addBranch(input: $input) { __typename ... on BranchAdded { branch { postcode main } } ... on VestigingsnummerTaken { branch { name } } } } }';
    const branch = {
      employerId: id,
      vestigingsnummer: '000037178598',
      name: 'Donald Almelo',
      street: 'Dorpsstraat',
      houseNumber: '1a',
      postcode: '7607 ab',
      city: 'Almelo',
      municipality: 'GM0141',
    };
    const added = await nuo.ask(user, add, { input: { requestId: 'request-2', ...branch } });
    expect(added.data.nuo.addBranch).toEqual({ __typename: 'BranchAdded', branch: { postcode: '7607AB', main: true } });
    const again = await nuo.ask(user, add, { input: { requestId: 'request-3', ...branch, name: 'Ander' } });
    expect(again.data.nuo.addBranch).toEqual({ __typename: 'VestigingsnummerTaken', branch: { name: 'Donald Almelo' } });
    const person =
      'mutation ($input: AddContactPersonInput!) { nuo { addContactPerson(input: $input) { ... on ContactPersonAdded { contactPerson { email phone } } } } }';
    const input = { requestId: 'request-4', employerId: id, name: 'Katrien', email: 'K@Donald.example', phone: '0546-123456' };
    expect((await nuo.ask(user, person, { input })).data.nuo.addContactPerson.contactPerson).toEqual({ email: 'k@donald.example', phone: '+31546123456' });
    const nowhere = await nuo.ask(user, person, { input: { ...input, requestId: 'request-5', employerId: idOf('employer', 9) } });
    expect(nowhere.errors?.[0]?.extensions['problems'][0].path).toEqual(['input', 'employerId']);
  });

  it('are closed to a rapporteur, to whoever has no statement, and to a statement for another', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const refused = await nuo.ask('nuo.rapporteur', '{ employers { nodes { id } } }');
    expect([refused.data, refused.errors?.[0]?.extensions['code']]).toEqual([{ employers: null }, 'FORBIDDEN']);
    const body = '{"query":"{ __typename }"}';
    const post = async (headers: Record<string, string>) =>
      (
        await fetch(`${nuo.server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body,
        })
      ).status;
    expect(await post({})).toBe(401);
    expect(await post({ [STATEMENT_HEADER]: nuo.sign(demoUser(user), 'wierden', undefined, body) })).toBe(401);
    const statement = nuo.sign(demoUser(user), 'nuo', undefined, body);
    expect(await post({ [STATEMENT_HEADER]: statement })).toBe(200);
    expect(await post({ [STATEMENT_HEADER]: statement })).toBe(401);
  });
});
