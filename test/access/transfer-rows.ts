import type { BsnVault } from '@werkplein/client-regie';
import type { Database } from '@werkplein/kernel';
import { idIn, secretOf, today, type World } from './worlds.ts';

// Who moves from or to the municipality of each world, and what the organisations write each other about it; every column is filled.

const at = new Date(`${today}T09:00:00Z`);

const packageOf = (world: World) => ({
  format: 'werkplein-transfer/1',
  identity: {
    givenNames: `${secretOf(world)}-voornaam`,
    prefix: 'van',
    familyName: `${secretOf(world)}-achternaam`,
    birthDate: '1985-04-03',
    street: `${secretOf(world)}-straat`,
    houseNumber: 12,
    houseNumberAddition: 'a',
    postcode: '7607AB',
    city: 'Almelo',
  },
  klantregisseur: 'Klantregisseur',
  openedOn: '2026-01-01',
  doelgroep: [{ axis: 'BESCHUT', value: 'VASTGESTELD', validFrom: '2026-01-01', validUntil: '2027-12-31', employedAtWswClosing: null }],
  exemptions: [{ ground: 'SINGLE_PARENT', municipality: '0363', months: 4 }],
  plan: {
    goals: [{ text: 'Werk', fromStep: 2, toStep: 4, term: '2026-12-31' }],
    support: ['Jobcoach'],
    obligations: [{ code: 'SOLLICITEREN', legalBasis: 'Participatiewet art. 9', validFrom: '2026-01-01', validUntil: '2026-12-31' }],
    nextEvaluationOn: '2026-12-01',
  },
  decisions: [{ kind: 'JOBCOACH', decidedOn: '2026-09-15', startsOn: '2026-10-01', endsOn: '2027-03-31', legalBasis: `${secretOf(world)}-grondslag` }],
  provisions: [{ kind: 'JOBCOACH', executor: 'NUO', since: '2026-10-01', expectedEndOn: '2026-12-31' }],
  ladder: [{ measuredOn: '2026-08-01', step: 3 }],
});

/** One client who leaves and one who comes. No move shows both a BSN and a client, so that of the comer is no fact of life. */
export const fillTransfers = async (db: Database, vault: BsnVault, world: World): Promise<void> => {
  const { municipality, index, clientId } = world;
  const id = (kind: number): string => `${municipality.code}:00000000-0000-7000-8063-${String(kind * 100 + index).padStart(12, '0')}`;
  const transfer = {
    clientId,
    municipality: '0363',
    otherClientId: null,
    state: 'OFFERED',
    cutoverOn: '2026-12-01',
    openOf: null,
    klantregisseurId: 'e2',
    klantregisseurName: 'Klantregisseur',
    note: `${secretOf(world)}-verhuizing`,
    reason: `${secretOf(world)}-reden`,
    offeredById: 'e1',
    offeredByName: 'Medewerker',
    offeredAt: at,
    decidedAt: at,
    endedAt: at,
    version: 1,
  };
  const { bsnCipher, bsnKeyId, bsnIndex } = vault.seal(id(2), world.bsn);
  const letter = {
    addressee: 'nuo',
    kind: 'PersonToken',
    aggregateId: clientId,
    body: null,
    writtenAt: at,
    traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    state: 'WAITING',
    tries: 9,
    nextTryAt: new Date('2026-12-01T09:00:00Z'),
    problem: 'UNREACHABLE',
    endedAt: null,
  };
  await db.write(async ({ em }) => {
    await em.insert('transfer', { ...transfer, id: id(1), direction: 'OUT', package: null });
    await em.insert('transfer', { ...transfer, id: id(2), direction: 'IN', package: packageOf(world), bsnCipher, bsnKeyId, bsnIndex });
    await em.insert('letter_out', { ...letter, id: id(3) });
  });
};

/** At the NUO: a participant whose regie changed, and another who is the client of this world no longer but went on in a placement. */
export const fillRegieChanges = (db: Database, world: World): Promise<void> =>
  db.write(async ({ em }) => {
    const { municipality, clientId } = world;
    const regie = { municipality: municipality.code, validFrom: '2026-01-01', transferId: idIn(world, 'transfer') };
    const mover = idIn(world, 'mover');
    const participant = await em.findOneByOrFail('participant', { id: idIn(world, 'participant') });
    const placement = await em.findOneByOrFail('placement', { id: idIn(world, 'placement') });
    const moved = { clientId: `${municipality.code}:${mover.slice(4)}`, municipality: municipality.code };
    await em.insert('participant', { ...participant, ...moved, id: mover, personId: null });
    const running = { participantId: mover, kind: 'REGULAR', status: 'ACTIVE', startsOn: '2026-02-01', endedOn: null };
    const apart = { serviceOrderId: null, proposalId: null, vacancyId: null, workplaceId: null };
    await em.insert('placement', { ...placement, ...moved, ...running, ...apart, id: idIn(world, 'movedPlacement') });
    await em.insert('participant_client', [
      { ...regie, id: idIn(world, 'regie'), participantId: idIn(world, 'participant'), clientId, validUntil: '2027-12-31' },
      { ...regie, id: idIn(world, 'formerRegie'), participantId: mover, clientId, validUntil: '2026-10-31' },
    ]);
    const employment = await em.findOneByOrFail('sheltered_employment', { id: idIn(world, 'employment') });
    const terms = await em.findOneByOrFail('employment_terms', { id: idIn(world, 'terms') });
    await em.insert('sheltered_employment', { ...employment, participantId: mover, continuesId: null, id: idIn(world, 'movedEmployment') });
    await em.insert('employment_terms', { ...terms, employmentId: idIn(world, 'movedEmployment'), id: idIn(world, 'movedTerms') });
    await em.insert('letter_out', {
      id: idIn(world, 'letter'),
      addressee: municipality.code,
      kind: 'ServiceOrderEnded',
      aggregateId: idIn(world, 'order'),
      body: null,
      writtenAt: at,
      traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
      state: 'WAITING',
      tries: 9,
      nextTryAt: new Date('2026-12-01T09:00:00Z'),
      problem: 'UNREACHABLE',
      endedAt: null,
    });
  });
