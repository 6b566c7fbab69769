import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { dossierCommand, dossierIn, nothingRuns } from '../testing/dossiers.ts';
import { loggingStatements, registered, sharedWerkplein } from '../testing/index.ts';
import { ResponsibilityRow } from './responsibility.entity.ts';

const fields = '{ employee { id } standIn from until }';
const asked = `query ($r: [_Any!]!, $on: String) { _entities(representations: $r) { ... on AlmeloClient {
  responsible(on: $on) { employee { id } standIn } responsibilities ${fields} handOvers } } }`;
const regie = 'almelo.klantregisseur';

describe.each(dialects)('who is responsible for a client on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  const of = async (ids: string[], on?: string, user = regie) =>
    (await served().ask(user, asked, { r: ids.map((id) => ({ __typename: 'AlmeloClient', id })), on })).data._entities;
  const assign = async (clientId: string, id: string, until?: string) =>
    (await dossierCommand(served(), 'assignKlantregisseur', { clientId, klantregisseur: { id, name: id.toUpperCase() }, until })).result;

  it('is known for each day: who stood in, and else the klantregisseur', async () => {
    const clientId = await registered(served());
    served().travel('2026-12-01');
    await assign(clientId, 'k2', '2026-12-14');
    served().travel('2026-12-20');
    await assign(clientId, 'k3');
    served().travel('2027-01-10');
    await assign(clientId, 'k4');
    await dossierIn(served(), clientId, 'IN_PROGRAMME');
    await dossierCommand(served(), 'closeDossier', { clientId, outflow: 'MOVED', confirmed: nothingRuns });
    const days = ['2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01', '2026-12-14', '2026-12-15', '2026-12-20', '2027-01-10', '2027-01-11'];
    const found = [];
    for (const day of days) found.push((await of([clientId], day))[0].responsible?.employee.id ?? null);
    expect(found).toEqual([null, 'demo-almelo-klantregisseur', 'demo-almelo-klantregisseur', 'k2', 'k2', 'demo-almelo-klantregisseur', 'k3', 'k4', null]);
    const [client] = await of([clientId]);
    expect(client.handOvers).toBe(2);
    expect(client.responsibilities).toEqual([
      { employee: { id: 'demo-almelo-klantregisseur' }, standIn: false, from: '2026-11-23', until: '2026-12-19' },
      { employee: { id: 'k2' }, standIn: true, from: '2026-12-01', until: '2026-12-14' },
      { employee: { id: 'k3' }, standIn: false, from: '2026-12-20', until: '2027-01-09' },
      { employee: { id: 'k4' }, standIn: false, from: '2027-01-10', until: '2027-01-10' },
    ]);
  });

  it('stands in for the days that the Werkplein allows and no longer; a hand-over ends it', async () => {
    const clientId = await registered(served());
    const { errors } = await dossierCommand(served(), 'assignKlantregisseur', { clientId, klantregisseur: { id: 'k2', name: 'K' }, until: '2026-12-07' });
    expect(errors?.[0]?.extensions['problems']).toEqual([{ path: ['input', 'until'], message: expect.stringContaining('hooguit 14 dagen') }]);
    expect(await assign(clientId, 'k2', '2026-12-06')).toMatchObject({
      client: { klantregisseur: { id: 'demo-almelo-klantregisseur' }, responsible: { standIn: true } },
    });
    served().travel('2026-11-25');
    await assign(clientId, 'k3', '2026-11-26');
    expect((await of([clientId]))[0].responsible.employee.id).toBe('k3');
    served().travel('2026-11-27');
    await assign(clientId, 'k4', '2026-12-01');
    await assign(clientId, 'k5');
    const [client] = await of([clientId]);
    expect([client.responsible, client.handOvers]).toEqual([{ employee: { id: 'k5' }, standIn: false }, 1]);
    expect(client.responsibilities.filter(({ standIn }: { standIn: boolean }) => standIn).map(({ until }: { until: string }) => until)).toEqual([
      '2026-11-24',
      '2026-11-26',
    ]);
  });

  it('is one a day: of several on one day the last counts, and the same again changes nothing', async () => {
    const clientId = await registered(served());
    await assign(clientId, 'k2');
    await Promise.all(['k3', 'k4', 'k3', 'k5'].map((id) => assign(clientId, id)));
    const rows = await served().db.read.em.findBy(ResponsibilityRow, { clientId });
    expect(rows.map(({ startsOn, endsOn, standIn }) => [startsOn, endsOn, standIn])).toEqual([['2026-11-23', null, false]]);
    expect((await of([clientId]))[0].responsible.employee.id).toBe(rows[0]?.employeeId);
    await assign(clientId, rows[0]?.employeeId as string);
    expect(await served().db.read.em.findBy(ResponsibilityRow, { clientId })).toEqual(rows);
  });

  it('is not for the NUO to see, whoever it is', async () => {
    const clientId = await registered(served());
    for (const user of ['nuo.jobcoach', 'nuo.trajectbegeleider', 'wierden.klantregisseur'])
      expect(Object.values((await of([clientId], undefined, user))[0] ?? {}).filter((value) => value !== null)).toEqual([]);
  });

  it('takes one statement for however many clients, beside client, parameters and logging', async () => {
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push(await registered(served()));
    const r = ids.map((id) => ({ __typename: 'AlmeloClient', id }));
    expect((await served().ask(regie, asked, { r })).statements).toBe(3 + loggingStatements);
  });
});
