import { addDays, AuditEvent, type Clock, LetterOut, ProcessingLogLine, rotateBsnKeys } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientRow } from '../clients/client.entity.ts';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { CarriedExemptionRow } from '../exemptions/exemption.entity.ts';
import { LadderRow } from '../ladder/ladder.entity.ts';
import { type MovingWerkplein, movingWerkpleinen } from '../testing/moving.ts';
import { dayOf, registeredAt, transferCommand, untilState } from '../testing/moving-steps.ts';
import { requestId } from '../testing/index.ts';
import { closeDue } from './day-of-transition.ts';
import { TransferRow } from './transfer.entity.ts';

const bsns = ['999990019', '999993653', '999994669', '999992740', '999990925', '999993276', '999993252', '999991176', '999993136', '999993215', '999990317'];
bsns.push('999994281', '999990743', '999993070', '999991334', '999995492', '999991802', '999994141');
const anna = { klantregisseur: { id: 'anna', name: 'Anna Almelo' } };

describe.each(dialects)('moving house on %s', (dialect) => {
  const ends: (() => unknown)[] = [];
  let now = new Date('2026-11-23T10:00:00Z');
  const clock: Clock = () => now;
  const at = (day: string): void => void (now = new Date(`${day}T10:00:00Z`));
  let wierden: MovingWerkplein;
  let almelo: MovingWerkplein;
  let used = 0;
  const nextBsn = (): string => bsns[(used += 1) - 1] as string;

  beforeAll(async () => {
    const world = await movingWerkpleinen(dialect, clock, ['wierden', 'almelo'], (end) => void ends.push(end));
    wierden = world.wierden;
    almelo = world.almelo;
  });
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
  });

  /** A client of Wierden, registered on 1 May 2026. */
  const client = async (more: object = {}): Promise<string> => {
    const before = now;
    at('2026-05-01');
    const id = (await registeredAt(wierden, 'wierden', more)) as string;
    now = before;
    return id;
  };
  const offer = (clientId: string, cutoverOn: string, more: object = {}, role?: string) =>
    transferCommand(wierden, 'wierden', 'offerTransfer', { clientId, to: '0141', cutoverOn, ...more }, role);
  const incoming = (transferId: string, state: string) => untilState(almelo, 'almelo', 'incomingTransfers', state, transferId);
  const outgoing = (transferId: string, state: string) => untilState(wierden, 'wierden', 'outgoingTransfers', state, transferId);
  /** Offered by Wierden and arrived at Almelo. */
  const offered = async (clientId: string, cutoverOn: string, role?: string) => {
    const { transfer } = await offer(clientId, cutoverOn, {}, role);
    return incoming(transfer.id, 'OFFERED');
  };
  const accept = ({ id, version }: { id: string; version: number }, role?: string) =>
    transferCommand(almelo, 'almelo', 'acceptTransfer', { transferId: id, expectedVersion: version, ...anna }, role);
  const dossiers = (db: MovingWerkplein['db'], clientId: string) => db.read.em.find(DossierRow, { where: { clientId }, order: { openedOn: 'ASC' } });
  const dayComes = () => closeDue(dayOf(wierden, '0189', clock), wierden.module);

  it('closes at the old Werkplein on the day before and opens at the new one on the day, with what goes along', async () => {
    const bsn = nextBsn();
    const clientId = await client({ bsn });
    const set = `mutation ($input: SetDoelgroepAxisInput!) { wierden { setDoelgroepAxis(input: $input) { __typename } } }`;
    await wierden.ask('wierden.klantregisseur', set, {
      input: { requestId: requestId(), clientId, axis: 'GRONDSLAG', value: 'ALGEMENE_BIJSTAND', validFrom: '2026-05-01' },
    });
    await wierden.db.write(async ({ em }) => {
      const recorded = { recordedById: 'e', recordedAt: now };
      await em.insert(CarriedExemptionRow, {
        id: `0189:${clientId.slice(5)}`,
        clientId,
        ground: 'SINGLE_PARENT',
        municipality: '0183',
        months: 7,
        ...recorded,
      });
      const ladder = { id: `0189:l${clientId.slice(6)}`, clientId, measuredOn: '2026-06-01', currentDay: '2026-06-01', step: 3 };
      await em.insert(LadderRow, { ...ladder, recordedByName: 'E', supersededAt: null, ...recorded });
    });
    const transfer = await offered(clientId, '2026-11-23');
    expect(transfer).toMatchObject({
      direction: 'IN',
      bsn: `*****${bsn.slice(-4)}`,
      from: { code: '0189' },
      to: { code: '0141' },
      client: null,
      toDo: [{ task: 'NEW_REGIE_DECIDES' }],
      package: {
        identity: { familyName: 'Bérg' },
        doelgroep: [{ axis: 'GRONDSLAG', value: 'ALGEMENE_BIJSTAND', validFrom: '2026-11-23', validUntil: null }],
        exemptions: [{ ground: 'SINGLE_PARENT', municipality: '0183', months: 7 }],
        ladder: [{ measuredOn: '2026-06-01', step: 3 }],
      },
    });
    expect((await accept(transfer)).__typename).toBe('AlmeloTransferAccepted');
    const done = await incoming(transfer.id, 'COMPLETED');
    const out = await outgoing(transfer.id, 'COMPLETED');
    const newId = done.client.id as string;
    expect(out).toMatchObject({ klantregisseur: { name: 'Anna Almelo' }, package: null, toDo: [] });
    expect(await dossiers(wierden.db, clientId)).toMatchObject([{ status: 'TRANSFERRED', closedOn: '2026-11-22', openClientId: null }]);
    expect(await dossiers(almelo.db, newId)).toMatchObject([
      { status: 'REGISTERED', openedOn: '2026-11-23', closedOn: null, klantregisseurName: 'Anna Almelo' },
    ]);
    const em = almelo.db.read.em;
    expect(await em.findBy(DoelgroepRow, { clientId: newId })).toMatchObject([{ value: 'ALGEMENE_BIJSTAND', validFrom: '2026-11-23', source: transfer.id }]);
    expect(await em.findBy(CarriedExemptionRow, { clientId: newId })).toMatchObject([{ municipality: '0183', months: 7 }]);
    expect(await em.findBy(LadderRow, { clientId: newId })).toMatchObject([{ measuredOn: '2026-06-01', step: 3, recordedByName: 'Overgenomen van Wierden' }]);
    const row = await em.findOneByOrFail(ClientRow, { id: newId });
    expect(almelo.module.vault.open(newId, row.bsnCipher as string)).toBe(bsn);
    // The NUO hears it from the old Werkplein; nothing of it is a name or a number of the person.
    const [told] = await wierden.db.read.em.findBy(LetterOut, { addressee: 'nuo', kind: 'RegieChanged', aggregateId: clientId });
    expect(JSON.parse(told?.body ?? '')).toEqual({ transferId: transfer.id, oldClientId: clientId, newClientId: newId, cutoverOn: '2026-11-23' });
    expect(await em.findOneByOrFail(TransferRow, { id: transfer.id })).toMatchObject({ bsnCipher: null, bsnIndex: null, openOf: null });
  });

  it('says in both logs what was done with whose data, and by which letter', async () => {
    const clientId = await client();
    const transfer = await offered(clientId, '2026-11-23');
    await accept(transfer);
    await outgoing(transfer.id, 'COMPLETED');
    const actions = async ({ db }: MovingWerkplein) =>
      (await db.read.em.find(AuditEvent))
        .filter(({ subjectIds }) => JSON.stringify(subjectIds).includes(transfer.id))
        .map(({ action, organisation }) => `${organisation} ${action}`)
        .toSorted();
    expect(await actions(wierden)).toEqual(['0141 letter TransferAccepted', '0141 letter TransferOpened']);
    expect(await actions(almelo)).toEqual(['0141 acceptTransfer', '0189 letter TransferClosed', '0189 letter TransferOffered']);
    const activities = new Set((await almelo.db.read.em.find(ProcessingLogLine)).map(({ processingActivityId }) => processingActivityId.split('/').at(-1)));
    expect(activities).toContain('overnemen-client');
  });

  it('leaves the regie where it is until the day comes', async () => {
    const clientId = await client();
    const transfer = await offered(clientId, '2026-12-01');
    await accept(transfer);
    const waiting = await outgoing(transfer.id, 'ACCEPTED');
    expect(waiting.toDo).toEqual([{ task: 'WAITS_FOR_DAY' }]);
    expect(await dayComes()).toBe(0);
    expect(await dossiers(wierden.db, clientId)).toMatchObject([{ status: 'REGISTERED', closedOn: null }]);
    at('2026-12-01');
    expect(await dayComes()).toBe(1);
    expect(await dayComes()).toBe(0);
    const { client: opened } = await incoming(transfer.id, 'COMPLETED');
    at('2026-11-23');
    expect(await dossiers(wierden.db, clientId)).toMatchObject([{ status: 'TRANSFERRED', closedOn: '2026-11-30' }]);
    expect(await dossiers(almelo.db, opened.id)).toMatchObject([{ openedOn: '2026-12-01' }]);
  });

  it('leaves it for good when the new Werkplein refuses, which then keeps nothing of the person', async () => {
    const clientId = await client({ bsn: nextBsn() });
    const transfer = await offered(clientId, '2026-11-23');
    const refused = await transferCommand(almelo, 'almelo', 'refuseTransfer', { transferId: transfer.id, expectedVersion: 1, reason: 'Woont hier niet' });
    expect(refused).toMatchObject({ __typename: 'AlmeloTransferEnded', transfer: { state: 'REFUSED', package: null, bsn: null } });
    expect(await outgoing(transfer.id, 'REFUSED')).toMatchObject({ reason: 'Woont hier niet' });
    expect(await dossiers(wierden.db, clientId)).toMatchObject([{ status: 'REGISTERED', closedOn: null }]);
    expect(await almelo.db.read.em.findOneByOrFail(TransferRow, { id: transfer.id })).toMatchObject({ package: null, bsnCipher: null, bsnIndex: null });
    expect((await offer(clientId, '2026-11-23')).__typename).toBe('WierdenTransferOffered');
  });

  it('ends when the old Werkplein withdraws, also when the new one accepts at that moment', async () => {
    const clientId = await client({ bsn: nextBsn() });
    const transfer = await offered(clientId, '2026-11-23');
    // The acceptance is held up on its way.
    const held = wierden.postman.to;
    wierden.postman.to = null;
    expect((await accept(transfer)).__typename).toBe('AlmeloTransferAccepted');
    const withdraw = { transferId: transfer.id, expectedVersion: 1, reason: 'Blijft wonen' };
    expect(await transferCommand(wierden, 'wierden', 'withdrawTransfer', withdraw)).toMatchObject({ transfer: { state: 'WITHDRAWN' } });
    expect(await incoming(transfer.id, 'WITHDRAWN')).toMatchObject({ reason: 'Blijft wonen', package: null });
    wierden.postman.to = held;
    await expect
      .poll(async () => (await almelo.db.read.em.findOneByOrFail(LetterOut, { aggregateId: transfer.id })).state, { timeout: 10_000 })
      .toBe('DELIVERED');
    expect(await outgoing(transfer.id, 'WITHDRAWN')).toMatchObject({ klantregisseur: null });
    expect(await dossiers(wierden.db, clientId)).toMatchObject([{ status: 'REGISTERED' }]);
    const again = await transferCommand(wierden, 'wierden', 'withdrawTransfer', { ...withdraw, expectedVersion: 2 });
    expect(again).toMatchObject({ __typename: 'StepRefused', from: 'WITHDRAWN', allowedFrom: ['OFFERED'] });
  });

  it('reopens a person whom the new Werkplein knew, and refuses one whom it serves', async () => {
    const bsn = nextBsn();
    const known = (await registeredAt(almelo, 'almelo', { bsn, familyName: 'Oud' })) as string;
    const clientId = await client({ bsn, familyName: 'Nieuw' });
    const transfer = await offered(clientId, '2026-11-23');
    expect(await accept(transfer)).toEqual({ __typename: 'AlmeloClientAlreadyServed', until: null, client: { id: known } });
    await almelo.db.write(({ em }) => em.update(DossierRow, { clientId: known }, { status: 'CLOSED', openClientId: null, closedOn: '2026-11-23' }));
    expect(await accept(transfer)).toMatchObject({ __typename: 'AlmeloClientAlreadyServed', until: '2026-11-23' });
    await almelo.db.write(({ em }) => em.update(DossierRow, { clientId: known }, { openedOn: '2024-01-01', closedOn: '2025-03-31' }));
    expect((await accept(transfer)).__typename).toBe('AlmeloTransferAccepted');
    const done = await incoming(transfer.id, 'COMPLETED');
    expect(done.client.id).toBe(known);
    expect(await almelo.db.read.em.findOneByOrFail(ClientRow, { id: known })).toMatchObject({ familyName: 'Nieuw', version: 2 });
    expect((await dossiers(almelo.db, known)).map(({ openedOn, closedOn }) => [openedOn, closedOn])).toEqual([
      ['2024-01-01', '2025-03-31'],
      ['2026-11-23', null],
    ]);
  });

  it('is found by who registers the person while it is offered', async () => {
    const bsn = nextBsn();
    const transfer = await offered(await client({ bsn }), '2026-12-01');
    expect(await registeredAt(almelo, 'almelo', { bsn })).toEqual({
      __typename: 'ClientOffered',
      transferId: transfer.id,
      cutoverOn: '2026-12-01',
      from: { code: '0189' },
    });
    expect(await almelo.db.read.em.countBy(ClientRow, { bsnIndex: almelo.module.vault.index(bsn) })).toBe(0);
  });

  it('runs once for a client, however often it is offered, and is accepted once by two', async () => {
    const clientId = await client({ bsn: nextBsn() });
    const answers = await Promise.all([offer(clientId, '2026-12-01'), offer(clientId, '2026-12-01'), offer(clientId, '2026-12-02')]);
    expect(answers.map(({ __typename }): string => __typename).toSorted()).toEqual([
      'WierdenTransferOffered',
      'WierdenTransferRunning',
      'WierdenTransferRunning',
    ]);
    const transfer = await incoming(answers[0].transfer.id, 'OFFERED');
    const accepted = await Promise.all([accept(transfer), accept(transfer, 'kwaliteitsmedewerker')]);
    expect(accepted.map(({ __typename }): string => __typename).toSorted()).toEqual(['AlmeloTransferAccepted', 'StepRefused']);
    expect(await almelo.db.read.em.countBy(LetterOut, { aggregateId: transfer.id })).toBe(1);
  });

  it('gives the same answer to the same request', async () => {
    const clientId = await client();
    const input = { requestId: requestId() };
    const [first, second] = [await offer(clientId, '2026-12-01', input), await offer(clientId, '2026-12-01', input)];
    expect([first.__typename, second.transfer.id]).toEqual(['WierdenTransferOffered', first.transfer.id]);
    expect(await wierden.db.read.em.countBy(TransferRow, { clientId })).toBe(1);
    expect(await offer(clientId, '2026-12-02', input)).toMatchObject({ code: 'REQUEST_ID_REUSED' });
  });

  it('goes back in time by a kwaliteitsmedewerker only, at either side', async () => {
    const clientId = await client();
    expect(await offer(clientId, '2026-11-22')).toEqual({ __typename: 'CutoverPast', cutoverOn: '2026-11-22', today: '2026-11-23' });
    const transfer = await offered(clientId, '2026-11-22', 'kwaliteitsmedewerker');
    expect(await accept(transfer)).toMatchObject({ __typename: 'CutoverPast' });
    expect((await accept(transfer, 'kwaliteitsmedewerker')).__typename).toBe('AlmeloTransferAccepted');
    const { client: opened } = await incoming(transfer.id, 'COMPLETED');
    expect(await dossiers(wierden.db, clientId)).toMatchObject([{ closedOn: '2026-11-21' }]);
    expect(await dossiers(almelo.db, opened.id)).toMatchObject([{ openedOn: '2026-11-22' }]);
  });

  it('is refused with all that is wrong, of a closed dossier, and of a client who is not there', async () => {
    const clientId = await client();
    expect(await offer(clientId, '2026-02-30', { to: '0189', note: 'x'.repeat(301) })).toEqual({
      code: 'BAD_INPUT',
      paths: ['input.to', 'input.cutoverOn', 'input.note'],
    });
    expect(await offer(clientId, '2028-01-01')).toMatchObject({ code: 'BAD_INPUT', paths: ['input.cutoverOn'] });
    expect(await offer(clientId, '2026-05-01', {}, 'kwaliteitsmedewerker')).toMatchObject({ code: 'BAD_INPUT', paths: ['input.cutoverOn'] });
    expect(await offer('0189:00000000-0000-7000-8000-000000000000', '2026-12-01')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await offer(clientId, '2026-12-01', {}, 'accountmanager')).toMatchObject({ code: 'FORBIDDEN' });
    await wierden.db.write(({ em }) => em.update(DossierRow, { clientId }, { status: 'CLOSED', openClientId: null, closedOn: '2026-10-31' }));
    expect(await offer(clientId, '2026-12-01')).toEqual({ __typename: 'DossierClosed', closedOn: '2026-10-31' });
    expect(await wierden.db.read.em.countBy(TransferRow, { clientId })).toBe(0);
  });

  it('arrives although letters are lost, come twice or are not answered', async () => {
    const clientId = await client({ bsn: nextBsn() });
    almelo.postman.fates = ['lost', 'unanswered', 'twice', 'unanswered', 'lost', 'twice'];
    wierden.postman.fates = ['unanswered', 'lost', 'twice', 'lost', 'unanswered'];
    const transfer = await offered(clientId, '2026-11-23');
    await accept(transfer);
    const { client: opened } = await incoming(transfer.id, 'COMPLETED');
    await outgoing(transfer.id, 'COMPLETED');
    expect(await dossiers(almelo.db, opened.id)).toHaveLength(1);
    expect(await wierden.db.read.em.countBy(LetterOut, { kind: 'RegieChanged', aggregateId: clientId })).toBe(1);
  });

  it('leaves one regie for every day, whatever the day of transition and whether it is accepted, refused or withdrawn', async () => {
    const outcome = fc.constantFrom('accept' as const, 'refuse' as const, 'withdraw' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 260 }),
        outcome,
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 }),
        async (after, wanted, asked) => {
          const clientId = await client();
          const cutoverOn = addDays('2026-05-01', after);
          const past = cutoverOn < '2026-11-23';
          const role = past ? 'kwaliteitsmedewerker' : 'klantregisseur';
          const transfer = await offered(clientId, cutoverOn, role);
          const end = { transferId: transfer.id, expectedVersion: 1, reason: 'Reden' };
          if (wanted === 'withdraw') await transferCommand(wierden, 'wierden', 'withdrawTransfer', end);
          if (wanted === 'refuse') await transferCommand(almelo, 'almelo', 'refuseTransfer', end);
          let opened: string | null = null;
          if (wanted === 'accept') {
            await accept(transfer, role);
            await outgoing(transfer.id, past || cutoverOn === '2026-11-23' ? 'COMPLETED' : 'ACCEPTED');
            if (!past) {
              at(cutoverOn);
              await dayComes();
              await outgoing(transfer.id, 'COMPLETED');
              at('2026-11-23');
            }
            opened = (await incoming(transfer.id, 'COMPLETED')).client.id as string;
          }
          const periods = [
            ...(await dossiers(wierden.db, clientId)).map((row) => ({ ...row, of: 'wierden' })),
            ...(opened === null ? [] : (await dossiers(almelo.db, opened)).map((row) => ({ ...row, of: 'almelo' }))),
          ];
          for (const days of asked) {
            const day = addDays('2026-05-01', days);
            const holding = periods.filter(({ openedOn, closedOn }) => openedOn <= day && (closedOn === null || closedOn >= day)).map(({ of }) => of);
            expect([day, cutoverOn, wanted, holding]).toEqual([day, cutoverOn, wanted, [wanted === 'accept' && day >= cutoverOn ? 'almelo' : 'wierden']]);
          }
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);

  it('can be read after a change of the BSN keys, also while it is only offered', async () => {
    const bsn = nextBsn();
    const transfer = await offered(await client({ bsn }), '2026-12-01');
    const row = await almelo.db.read.em.findOneByOrFail(TransferRow, { id: transfer.id });
    await almelo.db.write(({ em }) => em.update(TransferRow, { id: row.id }, { bsnKeyId: 'an older one' }));
    expect(await rotateBsnKeys(almelo.db, almelo.module.vault, TransferRow)).toBe(1);
    expect((await accept(transfer)).__typename).toBe('AlmeloTransferAccepted');
  });

  it('is named by subject access with what came along and who looked before the file was opened', async () => {
    const clientId = await client();
    const transfer = await offered(clientId, '2026-11-23');
    await accept(transfer);
    const { client: opened } = await incoming(transfer.id, 'COMPLETED');
    const document = 'query ($id: ID!) { almelo { subjectAccess(clientId: $id) { json } } }';
    const { data } = await almelo.ask('almelo.privacyofficer', document, { id: opened.id });
    const found = JSON.parse(data.almelo.subjectAccess.json);
    expect(found.data.find(({ table }: { table: string }) => table === 'transfer').rows).toMatchObject([
      { Van: 'Wierden', Status: 'COMPLETED', 'Wat meekwam': { openedOn: '2026-05-01' } },
    ]);
    expect(found.accesses.map(({ activity, organisation }: Record<string, string>) => `${organisation} ${activity}`)).toContain(
      'Almelo Overnemen van een cliënt van het Werkplein van een andere gemeente',
    );
  });
});
