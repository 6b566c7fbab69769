import type { Clock } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { requestId } from '../testing/index.ts';
import { type MovingWerkplein, movingWerkpleinen } from '../testing/moving.ts';
import { dayOf, registeredAt, transferCommand, untilState } from '../testing/moving-steps.ts';
import { closeDue } from '../transfers/day-of-transition.ts';
import { evaluators } from './evaluators.ts';

describe.each(dialects)('who moves, in figures on %s', (dialect) => {
  const ends: (() => unknown)[] = [];
  let now = new Date('2026-03-02T11:00:00Z');
  const clock: Clock = () => now;
  const at = (day: string): void => void (now = new Date(`${day}T11:00:00Z`));
  let wierden: MovingWerkplein;
  let almelo: MovingWerkplein;
  beforeAll(async () => ({ wierden, almelo } = await movingWerkpleinen(dialect, clock, ['wierden', 'almelo'], (end) => void ends.push(end))));
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
  });

  const counted = async ({ db }: MovingWerkplein, indicator: string, code: string, knownAt = clock()) => {
    const found = await evaluators[indicator]?.count(db.read, { from: '2026-01-01', until: '2026-12-31', measuredOn: '2026-12-31', knownAt });
    return found?.get(code)?.numerator ?? 0;
  };

  it('is handed over, not outflow, also when the old Werkplein closed on the day itself; what was known before stays', async () => {
    const clientId = (await registeredAt(wierden, 'wierden', { bsn: '999990019' })) as string;
    await wierden.db.write(({ em }) => em.update(DossierRow, { clientId }, { status: 'IN_PROGRAMME' }));
    const { transfer } = await transferCommand(wierden, 'wierden', 'offerTransfer', { clientId, to: '0141', cutoverOn: '2026-03-09' });
    const { version } = await untilState(almelo, 'almelo', 'incomingTransfers', 'OFFERED', transfer.id);
    const klantregisseur = { id: 'anna', name: 'Anna Almelo' };
    await transferCommand(almelo, 'almelo', 'acceptTransfer', { transferId: transfer.id, expectedVersion: version, klantregisseur });
    await untilState(wierden, 'wierden', 'outgoingTransfers', 'ACCEPTED', transfer.id);
    at('2026-03-09');
    const row = await wierden.db.read.em.findOneByOrFail(DossierRow, { clientId });
    const close = `mutation ($input: CloseDossierInput!) { wierden { closeDossier(input: $input) { __typename } } }`;
    const confirmed = ['SERVICE_ORDERS', 'SUPPORTED_PLACEMENTS'];
    const input = { requestId: requestId(), clientId, expectedVersion: row.version, outflow: 'WORK', confirmed };
    expect((await wierden.ask('wierden.klantregisseur', close, { input })).data.wierden.closeDossier.__typename).toBe('WierdenDossierChanged');
    expect(await counted(wierden, 'UITSTROOM_NAAR_WERK', '0189')).toBe(1);
    const then = clock();
    now = new Date(now.getTime() + 60_000);
    await closeDue(dayOf(wierden, '0189', clock), wierden.module);
    await untilState(almelo, 'almelo', 'incomingTransfers', 'COMPLETED', transfer.id);
    expect(await counted(wierden, 'UITSTROOM_NAAR_WERK', '0189')).toBe(0);
    expect(await counted(wierden, 'UITSTROOM_NAAR_WERK', '0189', then)).toBe(1);
    // The organisation that has the regie changed: one hand-over, where the client is now.
    expect(await counted(almelo, 'OVERDRACHTEN_PER_CLIENT', '0141')).toBe(1);
    expect(await counted(wierden, 'OVERDRACHTEN_PER_CLIENT', '0189')).toBe(0);
  });
});
