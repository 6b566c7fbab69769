import type { Database } from '@werkplein/kernel';
import { nuoVault } from '@werkplein/nuo';
import { idIn, type Kind, regieIdsOf, type World, workerOf } from './worlds.ts';

// The personnel file of the participant of each world, and where they work; every column is filled, so that every field shows something.

const recordedAt = new Date('2026-01-01T09:00:00Z');

const workerRow = (world: World) => {
  const id = idIn(world, 'participant');
  return {
    ...nuoVault.seal(id, world.bsn),
    id,
    birthDate: '1970-01-01',
    gender: 'MALE',
    inClosingPopulation: true,
    firstRequestedOn: '2003-01-01',
    version: 1,
  };
};

/** The latest is to be followed by another, which nobody has asked for; for the one before it somebody did. */
const indicationsOf = (world: World) => {
  const facts = {
    participantId: idIn(world, 'participant'),
    requestedOn: '2014-12-01',
    targetGroup: 'BELONGS',
    category: 'MATIG',
    advisedForm: 'BEGELEID_WERKEN',
    version: 1,
  };
  return [
    { ...facts, id: idIn(world, 'earlierIndication'), decidedOn: '2015-02-01', validUntil: '2020-02-01', reindicationRequestedOn: '2019-09-01' },
    { ...facts, id: idIn(world, 'indication'), decidedOn: '2020-01-01', validUntil: '2027-01-15', reindicationRequestedOn: null },
  ];
};

/** Each goes on with the other: no facts of life, but every field has something to show. */
const employmentsOf = (world: World) =>
  (
    [
      ['employment', 'earlierEmployment'],
      ['earlierEmployment', 'employment'],
    ] as [Kind, Kind][]
  ).map(([kind, other]) => ({
    id: idIn(world, kind),
    participantId: idIn(world, 'participant'),
    kind: 'WSW_ART2',
    state: 'AGREED',
    startsOn: '2026-01-01',
    endsOn: '2027-12-31',
    employerAliasId: idIn(world, 'employer'),
    responsibleMunicipality: world.municipality.code,
    adaptations: ['SEATED_WORK'],
    decisionId: regieIdsOf(world).decision,
    decidedOn: '2025-12-01',
    continuesId: idIn(world, other),
    endReason: 'OTHER',
    destination: 'OTHER',
    note: 'Reden',
    version: 1,
    recordedAt,
  }));

const termsOf = (world: World) => {
  const { code } = world.municipality;
  const terms = { validFrom: '2026-01-01', validUntil: '2027-12-31', formalEmployer: code, payingMunicipality: code, responsibleMunicipality: code };
  const agreed = { hoursPerWeek: 18, paidWagePct: 100, cao: 'CAO_SW', recordedAt, replacedAt: null };
  return (['employment', 'earlierEmployment'] as const).map((kind, at) => ({
    ...terms,
    ...agreed,
    id: idIn(world, at === 0 ? 'terms' : 'earlierTerms'),
    employmentId: idIn(world, kind),
  }));
};

export const fillSheltered = (db: Database, world: World): Promise<void> =>
  db.write(async ({ em }) => {
    const { code } = world.municipality;
    const supervisorId = `${workerOf(world).organisation}:${workerOf(world).id}`;
    const participantId = idIn(world, 'participant');
    await em.insert('wsw_worker', workerRow(world));
    const home = { municipality: code, validFrom: '2000-01-01', validUntil: '2027-12-31', recordedAt, replacedAt: null };
    await em.insert('residence', { ...home, id: idIn(world, 'residence'), participantId });
    await em.insert('indication', indicationsOf(world));
    await em.insert('indication_handicap', { id: idIn(world, 'handicap'), indicationId: idIn(world, 'indication'), position: 1, code: '101' });
    await em.insert('sheltered_employment', employmentsOf(world));
    await em.insert('employment_terms', termsOf(world));
    const group = { name: 'Groep', kind: 'ON_LOCATION', employerAliasId: idIn(world, 'employer'), hirerMunicipality: code, commissionerMunicipality: code };
    await em.insert('work_group', { ...group, id: idIn(world, 'workGroup'), supervisorId, startsOn: '2026-01-01', endsOn: '2027-12-31', version: 1 });
    const place = {
      name: `Plek ${world.index}`,
      kind: 'ON_LOCATION',
      location: 'Almelo',
      municipality: code,
      capacityHours: 100,
      adaptations: ['SEATED_WORK'],
    };
    const open = { supervisorId, workGroupId: idIn(world, 'workGroup'), opensOn: '2026-01-01', closesOn: '2027-12-31', version: 1 };
    await em.insert('workplace', { ...place, ...open, id: idIn(world, 'workplace') });
    await em.update('placement', { id: idIn(world, 'placement') }, { workplaceId: idIn(world, 'workplace') });
    const stay = { placementId: idIn(world, 'placement'), workplaceId: idIn(world, 'workplace'), fromDay: '2026-01-01' };
    await em.insert('workplace_stay', { ...stay, id: idIn(world, 'workplaceStay') });
    const claim = { state: 'RESERVED', neededFrom: '2026-12-01', hoursPerWeek: 18, note: 'Reden', version: 1 };
    const places = { lastWorkplaceId: idIn(world, 'workplace'), workplaceId: idIn(world, 'workplace') };
    const whose = { employmentId: idIn(world, 'employment'), participantId, placementId: idIn(world, 'placement') };
    await em.insert('fallback_claim', { ...claim, ...places, ...whose, id: idIn(world, 'claim') });
    const counts = { written: 1, rejected: 1, sha256: 'a'.repeat(64) };
    await em.insert('wsw_delivery', {
      ...counts,
      id: idIn(world, 'delivery'),
      period: '20261',
      municipality: code,
      deliveredAt: recordedAt,
      employeeId: 'e1',
      organisation: code,
    });
  });
