import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { dossierIn } from '../testing/dossiers.ts';
import { loggingStatements, registered, type TestWerkplein, werkpleinForTest } from '../testing/index.ts';

const query = `query ($first: Int! = 50, $after: String, $filter: ClientFilter) { almelo { clients(first: $first, after: $after, filter: $filter) {
  totalCount nodes { id familyName } pageInfo { hasNextPage endCursor } } } }`;
const list = async ({ ask }: TestWerkplein, variables: object, user = 'almelo.klantregisseur') => {
  const answer = await ask(user, query, variables as Record<string, unknown>);
  return { ...answer, page: answer.data?.almelo?.clients };
};
const familyNames = (page: { nodes: { familyName: string }[] }): string[] => page.nodes.map(({ familyName }) => familyName);

describe.each(dialects)('the list of clients on %s', (dialect) => {
  it('finds by name without accents or prefix, birth date, own number, BSN, klantregisseur and status', async () => {
    const served = await werkpleinForTest(dialect);
    await registered(served, { familyName: 'Bérg', bsn: '999990019', ownReference: 'A-1' });
    await registered(served, { familyName: 'Berging', birthDate: '1990-01-02', klantregisseur: { id: 'k2', name: 'K Twee' } });
    await registered(served, { familyName: 'Zand' });
    const found = async (filter: object) => {
      const { page } = await list(served, { filter });
      // However it is counted, the total is of the same clients.
      expect(page.totalCount).toBe(page.nodes.length);
      return familyNames(page);
    };
    expect(await found({})).toEqual(['Bérg', 'Berging', 'Zand']);
    expect(await found({ search: 'BERG' })).toEqual(['Bérg', 'Berging']);
    expect(await found({ search: 'van der berg' })).toEqual(['Bérg', 'Berging']);
    expect(await found({ search: 'berg j' })).toEqual(['Bérg']);
    expect(await found({ birthDate: '1990-01-02' })).toEqual(['Berging']);
    expect(await found({ ownReference: 'A-1' })).toEqual(['Bérg']);
    expect(await found({ bsn: '999990019' })).toEqual(['Bérg']);
    expect(await found({ bsn: '999993653' })).toEqual([]);
    expect(await found({ mine: true })).toEqual(['Bérg', 'Zand']);
    expect(await found({ status: 'REGISTERED', mine: true, search: 'zand' })).toEqual(['Zand']);
    expect(await found({ status: 'REGISTERED' })).toEqual(['Bérg', 'Berging', 'Zand']);
    expect(await found({ status: 'REGISTERED', search: 'berg' })).toEqual(['Bérg', 'Berging']);
    expect(await found({ status: 'REGISTERED', mine: true })).toEqual(['Bérg', 'Zand']);
    expect(await found({ status: 'CLOSED' })).toEqual([]);
    const [gone] = (await list(served, { filter: { search: 'berging' } })).page.nodes;
    await dossierIn(served, gone.id, 'CLOSED');
    expect(await found({ status: 'CLOSED' })).toEqual(['Berging']);
    expect(await found({ status: 'CLOSED', search: 'zand' })).toEqual([]);
    expect(await found({ status: 'REGISTERED' })).toEqual(['Bérg', 'Zand']);
    expect(await found({ status: 'CLOSED', mine: true })).toEqual([]);
    const caseload = await served.ask('almelo.klantregisseur', '{ almelo { caseload { totalCount nodes { familyName } } } }');
    expect(caseload.data.almelo.caseload).toEqual({ totalCount: 2, nodes: [{ familyName: 'Bérg' }, { familyName: 'Zand' }] });
  });

  it('pages without a gap or a double, also when clients come in between', async () => {
    const served = await werkpleinForTest(dialect);
    for (let index = 0; index < 25; index += 1) await registered(served, { familyName: index % 2 ? 'Gelijk' : `Naam${String.fromCodePoint(97 + index)}` });
    const before = (await list(served, { first: 200 })).page.nodes.map(({ id }: { id: string }) => id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { page } = await list(served, { first: 4, after });
      seen.push(...page.nodes.map(({ id }: { id: string }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      await registered(served, { familyName: 'Aaa' });
    } while (after !== null);
    expect(seen).toEqual(before);
  });

  it('takes one statement, two with the total, and dossiers of a whole page in one more', async () => {
    const served = await werkpleinForTest(dialect);
    for (let index = 0; index < 20; index += 1) await registered(served);
    const statements = async (selection: string) => (await served.ask('almelo.klantregisseur', `{ almelo { clients { ${selection} } } }`)).statements;
    const counts = [
      await statements('nodes { id }'),
      await statements('totalCount nodes { id }'),
      await statements('nodes { dossier { id } doelgroep { grondslag } }'),
    ];
    expect(counts, `statements: ${counts.join(', ')}`).toEqual([1, 2, 3].map((reads) => reads + loggingStatements));
  });

  it('refuses a page or filter that cannot be, and repeats no value', async () => {
    const served = await werkpleinForTest(dialect);
    expect((await list(served, { first: 201 })).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', problems: [{ path: ['first'] }] });
    expect((await list(served, { after: 'x' })).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', problems: [{ path: ['after'] }] });
    const { errors } = await list(served, { filter: { bsn: '999990018', search: 'a', birthDate: '1-1-1' } });
    expect(errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path[1])).toEqual(['search', 'birthDate', 'bsn']);
    expect(JSON.stringify(errors)).not.toContain('999990018');
  });

  it.each(['wierden.klantregisseur', 'nuo.jobcoach', 'nuo.accountmanager', 'almelo.rapporteur'])(
    'is null for %s, who still sees the Werkplein itself',
    async (user) => {
      const { ask } = await werkpleinForTest(dialect);
      const { data, errors } = await ask(user, '{ almelo { name municipality clients { totalCount } caseload { totalCount } } }');
      expect(data.almelo).toEqual({ name: 'Werkplein Almelo', municipality: '0141', clients: null, caseload: null });
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    },
  );
});
