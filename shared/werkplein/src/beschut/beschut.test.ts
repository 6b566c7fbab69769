import { newIds, systemClock } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import type { AxisPeriod } from '../doelgroep/doelgroep.rules.ts';
import { LawParameterRow } from '../law-parameters/law-parameter.entity.ts';
import { ProvisionRow } from '../provisions/provision.entity.ts';
import { dossierIn } from '../testing/dossiers.ts';
import { loggingStatements, registered, sharedWerkplein } from '../testing/index.ts';

const newId = newIds('0141', systemClock);
const asked = `query ($first: Int! = 50, $after: String) { almelo { beschutWaitingList(first: $first, after: $after) {
  nodes { position since client { id displayName } } pageInfo { hasNextPage endCursor } order source } } }`;
const places = 'query ($year: Int) { almelo { taakstelling(year: $year) { year places source confirmed waiting } } }';
const regie = 'almelo.klantregisseur';

describe.each(dialects)('who waits for beschut werk on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  const axis = (clientId: string, wanted: Omit<AxisPeriod, 'validUntil'> & { validUntil?: string | null }) =>
    served().db.write(({ em }) =>
      em.insert(DoelgroepRow, { validUntil: null, ...wanted, id: newId(), clientId, source: 'test', recordedAt: new Date(0), supersededAt: null }),
    );
  const waiting = async (since: string, grondslag: AxisPeriod['value'] = 'NUG'): Promise<string> => {
    const clientId = await registered(served());
    await axis(clientId, { axis: 'GRONDSLAG', value: grondslag, validFrom: '2020-01-01' });
    await axis(clientId, { axis: 'BESCHUT', value: 'VASTGESTELD', validFrom: since });
    return clientId;
  };

  it('stands in the order of the verordening, page by page, without those who have a place or are gone', async () => {
    const second = await waiting('2026-03-01');
    const leaver = await waiting('2026-09-01', 'PRO_VSO_ENTREE');
    const first = await waiting('2025-12-01');
    const placed = await waiting('2025-01-01');
    const closed = await waiting('2025-01-01');
    const ended = await registered(served());
    await axis(ended, { axis: 'BESCHUT', value: 'VASTGESTELD', validFrom: '2025-01-01', validUntil: '2026-11-22' });
    await served().db.write(({ em }) =>
      em.insert(ProvisionRow, { id: newId(), clientId: placed, kind: 'BESCHUT_WERK', status: 'RUNNING', executor: 'NUO', version: 1 }),
    );
    await dossierIn(served(), closed, 'CLOSED');
    const { data, statements } = await served().ask(regie, asked);
    const list = data.almelo.beschutWaitingList;
    expect(list.nodes.map(({ position, since, client }: { position: number; since: string; client: { id: string } }) => [position, since, client.id])).toEqual([
      [1, '2026-09-01', leaver],
      [2, '2025-12-01', first],
      [3, '2026-03-01', second],
    ]);
    expect([list.order.length, list.source]).toEqual([2, 'Testverordening']);
    // The list, and its clients.
    expect(statements).toBe(2 + loggingStatements);
    const page = (await served().ask(regie, asked, { first: 2 })).data.almelo.beschutWaitingList;
    expect(page.pageInfo.hasNextPage).toBe(true);
    // Somebody comes in before the page: the next goes on where the last one is.
    await waiting('2024-01-01', 'PRO_VSO_ENTREE');
    const next = (await served().ask(regie, asked, { first: 2, after: page.pageInfo.endCursor })).data.almelo.beschutWaitingList;
    expect(next.nodes.map(({ client }: { client: { id: string } }) => client.id)).toEqual([second]);
  });

  it('is counted beside the taakstelling of the year, of which the source is named; unknown is not zero', async () => {
    expect((await served().ask(regie, places)).data.almelo.taakstelling).toMatchObject({ year: 2026, places: null, source: null, confirmed: null, waiting: 4 });
    const row = {
      code: 'BESCHUT_TAAKSTELLING' as const,
      unit: 'PLACES' as const,
      confirmed: true,
      source: 'Ministeriële regeling 2027',
      note: null,
      version: '2027-01',
    };
    await served().db.write(({ em }) => em.insert(LawParameterRow, { ...row, value: 25, validFrom: '2027-01-01', validUntil: '2027-12-31' }));
    expect((await served().ask(regie, places, { year: 2027 })).data.almelo.taakstelling).toMatchObject({
      year: 2027,
      places: 25,
      source: 'Ministeriële regeling 2027',
    });
    expect((await served().ask(regie, places, { year: 2028 })).data.almelo.taakstelling.places).toBeNull();
    expect((await served().ask(regie, places, { year: 1900 })).errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
    expect((await served().ask('nuo.coordinator', places, { year: 2027 })).data.almelo.taakstelling.places).toBe(25);
  });

  it.each(['nuo.coordinator', 'wierden.klantregisseur', 'almelo.rapporteur'])('is not for %s to see', async (user) => {
    const { data, errors } = await served().ask(user, asked);
    expect([data.almelo?.beschutWaitingList ?? null, errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
  });
});
