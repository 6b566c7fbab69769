import { randomUUID } from 'node:crypto';
import { localDay } from '@werkplein/kernel';
import { person } from '@werkplein/client-regie/testing';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, vi } from 'vitest';
import { type Mover, type MovingProcesses, movingProcesses } from './moving-processes.ts';

// H6 and H11 at real processes: whoever dies after whichever step, and comes back, one of the two has the regie and the NUO knows which.

const bsn = '999990019';
const anna = { id: 'demo-almelo-klantregisseur', name: 'Anna Almelo' };

const register = `mutation ($input: RegisterClientInput!) { wierden { registerClient(input: $input) { ... on WierdenClientRegistered { client { id } } } } }`;
const share = `mutation ($input: ShareWithNuoInput!) { wierden { shareWithNuo(input: $input) { __typename } } }`;
const join = `mutation ($input: RegisterParticipantInput!) { nuo { registerParticipant(input: $input) { ... on ParticipantRegistered { participant { id } } } } }`;
const offer = `mutation ($input: OfferTransferInput!) { wierden { offerTransfer(input: $input) { ... on WierdenTransferOffered { transfer { id } } } } }`;
const accept = `mutation ($input: AcceptTransferInput!) { almelo { acceptTransfer(input: $input) { __typename } } }`;
const letters = "SELECT kind, state FROM letter_out WHERE state <> 'DELIVERED'";

const stateAt = async ({ rows }: MovingProcesses, name: Mover): Promise<string | undefined> =>
  (await rows<{ state: string }>(name, 'SELECT state FROM transfer'))[0]?.state;
const until = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 60_000, interval: 100 });

describe.each(dialects)('a move between processes on %s', (dialect) => {
  it('is completed once, whoever is killed after each step', { timeout: 300_000 }, async () => {
    const world = await movingProcesses(dialect);
    const { ask, kill, start, rows } = world;
    const today = localDay(new Date());
    const command = async (name: Mover, user: string, document: string, input: object) => {
      const { data, errors } = await ask(name, user, document, { input: { requestId: randomUUID(), ...input } });
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    };
    const clientId = (await command('wierden', 'wierden.klantregisseur', register, person({ bsn }))).wierden.registerClient.client.id as string;
    const participantId = (await command('nuo', 'nuo.jobcoach', join, { clientId, municipality: '0189' })).nuo.registerParticipant.participant.id as string;
    await command('wierden', 'wierden.klantregisseur', share, { clientId, parts: ['NAME'], purpose: 'BEMIDDELING', until: today });
    await kill('nuo');
    await start('nuo');
    await until(async () =>
      expect(await rows('nuo', `SELECT p.token FROM person p JOIN participant q ON q.personId = p.id WHERE q.id = '${participantId}'`)).toMatchObject([
        { token: expect.stringMatching(/^[0-9a-f]{8}\.[0-9a-f]{64}$/) },
      ]),
    );

    // As if the file were older: who was registered today moves tomorrow at the earliest.
    await kill('wierden');
    const yesterday = localDay(new Date(Date.now() - 86_400_000));
    await world.write('wierden', `UPDATE dossier SET openedOn = '${localDay(new Date(Date.now() - 10 * 86_400_000))}'`);
    await start('wierden');
    await kill('almelo');
    const { transfer } = (await command('wierden', 'wierden.klantregisseur', offer, { clientId, to: '0141', cutoverOn: today })).wierden.offerTransfer;
    await kill('wierden');
    await start('almelo');
    expect(await stateAt(world, 'almelo')).toBeUndefined();
    await start('wierden');
    await until(async () => expect(await stateAt(world, 'almelo')).toBe('OFFERED'));

    await kill('wierden', 'nuo');
    await command('almelo', 'almelo.klantregisseur', accept, { transferId: transfer.id, expectedVersion: 1, klantregisseur: anna });
    await kill('almelo');
    await start('wierden');
    expect(await stateAt(world, 'wierden')).toBe('OFFERED');
    await start('almelo');
    // Wierden dies as soon as it has closed, whether or not Almelo has heard.
    await until(async () => expect(await stateAt(world, 'wierden')).not.toBe('OFFERED'));
    await kill('wierden');
    await kill('almelo');
    await start('almelo');
    await start('wierden');
    await until(async () => expect(await stateAt(world, 'wierden')).toBe('COMPLETED'));
    // Beside it may wait what was taken in by another before Wierden, killed, had noted that.
    expect(await rows('wierden', letters)).toContainEqual(expect.objectContaining({ kind: 'RegieChanged', state: 'WAITING' }));
    await start('nuo');
    await until(async () => expect(await rows('wierden', letters)).toEqual([]));

    expect(await stateAt(world, 'almelo')).toBe('COMPLETED');
    const dossiers = (name: Mover) => rows(name, 'SELECT status, openedOn, closedOn FROM dossier');
    expect(await dossiers('wierden')).toMatchObject([{ status: 'TRANSFERRED', closedOn: yesterday }]);
    expect(await dossiers('almelo')).toMatchObject([{ status: 'REGISTERED', openedOn: today, closedOn: null }]);
    const [{ id: newId }] = (await rows<{ id: string }>('almelo', 'SELECT id FROM client')) as [{ id: string }];
    expect(await rows('nuo', 'SELECT clientId, municipality FROM participant')).toEqual([{ clientId: newId, municipality: '0141' }]);
    expect(await rows('nuo', 'SELECT municipality, validUntil FROM participant_client ORDER BY validFrom IS NOT NULL')).toEqual([
      { municipality: '0189', validUntil: yesterday },
      { municipality: '0141', validUntil: null },
    ]);
    expect(await rows('nuo', 'SELECT oldClientId, newClientId FROM regie_change')).toEqual([{ oldClientId: clientId, newClientId: newId }]);
    expect(await world.stop()).toEqual([0, 0, 0]);
  });
});
