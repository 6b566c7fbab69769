import { everyTriple, type LetterPost, newTrace } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { type MovingWerkplein, movingWerkpleinen } from '../testing/moving.ts';
import { dayOf, registeredAt, transferCommand } from '../testing/moving-steps.ts';
import { closeDue } from './day-of-transition.ts';
import { TransferRow } from './transfer.entity.ts';
import { sealContent } from './transfer.letters.ts';
import { incomingTransferMachine, outgoingTransferMachine, type TransferDirection, type TransferState } from './transfer.machines.ts';
import type { SealedContent } from './transfer.package.ts';

const clock = () => new Date('2026-11-23T10:00:00Z');
const identity = {
  givenNames: 'A',
  prefix: null,
  familyName: 'B',
  birthDate: '1990-01-01',
  street: null,
  houseNumber: null,
  houseNumberAddition: null,
  postcode: null,
  city: null,
};
const contents = { format: 'werkplein-transfer/1' as const, identity, klantregisseur: null, openedOn: '2026-01-01', doelgroep: [], exemptions: [], plan: null };
const content: SealedContent = {
  clientId: '0189:00000000-0000-7000-8000-000000000001',
  offeredBy: { id: 'e', name: 'E' },
  note: null,
  bsn: null,
  package: { ...contents, decisions: [], provisions: [], ladder: [] },
};

describe.each(dialects)('every step of a transfer, from every state and by everybody, on %s', (dialect) => {
  const ends: (() => unknown)[] = [];
  let wierden: MovingWerkplein;
  let almelo: MovingWerkplein;
  let posts: Map<string, LetterPost>;
  let rows = 0;

  beforeAll(async () => {
    ({ wierden, almelo, posts } = await movingWerkpleinen(dialect, clock, ['wierden', 'almelo', 'tubbergen'], (end) => void ends.push(end)));
  });
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
  });

  /** A transfer in a state, at the side of this direction: Wierden gives away, Almelo takes over. */
  const inState = async (direction: TransferDirection, state: TransferState): Promise<TransferRow> => {
    rows += 1;
    const { db } = direction === 'OUT' ? wierden : almelo;
    const clientId = direction === 'OUT' ? ((await registeredAt(wierden, 'wierden', { familyName: `Rij ${rows}` })) as string) : null;
    if (clientId) await db.write(({ em }) => em.update(DossierRow, { clientId }, { openedOn: '2026-01-01' }));
    const row: TransferRow = {
      id: `0189:00000000-0000-7000-8000-${String(rows).padStart(12, '0')}`,
      direction,
      clientId,
      municipality: direction === 'OUT' ? '0141' : '0189',
      otherClientId: null,
      state,
      cutoverOn: '2026-11-23',
      package: null,
      bsnCipher: null,
      bsnKeyId: null,
      bsnIndex: null,
      openOf: null,
      klantregisseurId: 'k',
      klantregisseurName: 'K',
      note: null,
      reason: null,
      offeredById: 'e',
      offeredByName: 'E',
      offeredAt: clock(),
      decidedAt: null,
      endedAt: null,
      version: 1,
    };
    await db.write(({ em }) => em.insert(TransferRow, row));
    return row;
  };
  const stateOf = async ({ id, direction }: TransferRow): Promise<TransferState> =>
    (await (direction === 'OUT' ? wierden : almelo).db.read.em.findOneByOrFail(TransferRow, { id })).state;

  const letter = async (from: string, to: MovingWerkplein, code: string, kind: string, id: string, body: object): Promise<[number, string]> => {
    const text = JSON.stringify({ transferId: id, ...body });
    const statement = (posts.get(from) as LetterPost).sign(code, { id: `${from}:${crypto.randomUUID()}`, kind, aggregateId: id, trace: newTrace() }, text);
    const headers = { 'content-type': 'application/json', 'x-werkplein-letter': statement };
    const answer = await fetch(`${to.server.url}/letters`, { method: 'POST', headers, body: text });
    return [answer.status, ((await answer.json()) as { code?: string }).code ?? ''];
  };
  const command = (field: 'wierden' | 'almelo', role: string, name: 'withdrawTransfer' | 'acceptTransfer' | 'refuseTransfer', { id }: TransferRow) => {
    const more = name === 'acceptTransfer' ? { klantregisseur: { id: 'a', name: 'A' } } : { reason: 'Reden' };
    return transferCommand(field === 'wierden' ? wierden : almelo, field, name, { transferId: id, expectedVersion: 1, ...more }, role);
  };

  const regie = { withdraw: ['wierden', 'withdrawTransfer'], accept: ['almelo', 'acceptTransfer'], refuse: ['almelo', 'refuseTransfer'] } as const;
  const bodyOf = async (step: string): Promise<[string, object]> => {
    const sealed = (): Promise<string> => sealContent(wierden.module.keys, '0141', content);
    const letters: Record<string, [string, object]> = {
      hearAccepted: ['TransferAccepted', { klantregisseur: { id: 'a', name: 'A' } }],
      hearRefused: ['TransferRefused', { reason: 'Nee' }],
      hearOpened: ['TransferOpened', { clientId: '0141:00000000-0000-7000-8000-000000000001' }],
      hearWithdrawn: ['TransferWithdrawn', { reason: 'Blijft' }],
      hearClosed: ['TransferClosed', step === 'hearClosed' ? { sealed: await sealed() } : {}],
    };
    return letters[step] as [string, object];
  };

  const attempt = async (row: TransferRow, step: string, actor: string): Promise<unknown> => {
    const commanded = regie[step as keyof typeof regie];
    // Whoever is not regie of this side has no such command, whatever the state.
    if (commanded) return command(commanded[0], actor === 'REGIE' ? 'klantregisseur' : 'functioneelbeheerder', commanded[1], row);
    if (step === 'close') return actor === 'DAY' ? closeDue(dayOf(wierden, '0189', clock), wierden.module) : null;
    const [kind, body] = await bodyOf(step);
    const [to, code, from] = row.direction === 'OUT' ? [wierden, '0189', '0141'] : [almelo, '0141', '0189'];
    return letter(actor === 'OTHER' ? from : '0183', to, code, kind, row.id, body);
  };

  const cases = [
    ...everyTriple(outgoingTransferMachine).map((triple) => ({ ...triple, direction: 'OUT' as const, machine: outgoingTransferMachine })),
    ...everyTriple(incomingTransferMachine).map((triple) => ({ ...triple, direction: 'IN' as const, machine: incomingTransferMachine })),
  ].filter(({ step }) => !['offer', 'hearOffered'].includes(step));

  it('is taken exactly where the machine has it, and says who may', async () => {
    for (const { direction, machine, state, step, actor, allowed } of cases) {
      const row = await inState(direction, state);
      const answer = await attempt(row, step, actor);
      const after = await stateOf(row);
      const about = `${direction} ${state} ${step} ${actor}`;
      const { to } = machine.steps[step as keyof typeof machine.steps] as { to: string };
      // What is accepted on the day itself is closed at once.
      const reached = step === 'hearAccepted' ? 'CLOSED' : to;
      expect([about, after]).toEqual([about, allowed ? reached : state]);
      const commanded = step in regie;
      if (commanded && actor === 'REGIE' && !allowed) expect([about, (answer as { __typename: string }).__typename]).toEqual([about, 'StepRefused']);
      if (commanded && actor !== 'REGIE') expect([about, answer]).toMatchObject([about, { code: 'FORBIDDEN' }]);
      if (!commanded && step !== 'close' && actor !== 'OTHER') expect([about, answer]).toEqual([about, [422, 'NOT_YOURS']]);
    }
    expect(cases).toHaveLength(6 * 5 * 3 + 5 * 4 * 2);
  }, 300_000);
});
