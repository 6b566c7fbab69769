import { demoKnowing } from '../demo-knowing.ts';
import { stateHandicaps } from '../indications/indication.facts.ts';
import { Indication } from '../indications/indication.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import { noCommissioner } from '../participants/commissioner.rules.ts';
import { newPersons } from '../persons/person.store.ts';
import { freshPlacement } from '../placements/fresh.ts';
import { Placement } from '../placements/placement.entity.ts';
import { statePlacements } from '../placements/placement.facts.ts';
import { stateEmployments } from '../sheltered-work/employment.facts.ts';
import { EmploymentTerms, ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import { Workplace } from '../workplaces/workplace.entity.ts';
import { WorkplaceStay } from '../workplaces/workplace-stay.entity.ts';
import { WswWorker } from '../wsw-workers/wsw-worker.entity.ts';
import { idOf, testId, type TestNuo } from './index.ts';

let made = 0;
const nextId = (kind: number): string => testId(kind, (made += 1));

/** A participant with a name, as a row. */
export const newParticipant = async ({ db }: TestNuo, more: Partial<Participant> = {}): Promise<string> => {
  const id = nextId(60);
  const rest = {
    ...noCommissioner,
    clientId: null,
    municipality: '0189',
    name: `Persoon ${id.slice(-4)}`,
    registeredOn: '2015-01-01',
    version: 1,
    sourceSystem: null,
    sourceKey: null,
  };
  await db.write(async (tx) => {
    await newPersons(tx, [id]);
    await tx.em.insert(Participant, { ...rest, id, personId: id, ...more });
  });
  return id;
};

/** A Wsw worker without a BSN, with an indication from 2015 to 2040 unless told otherwise, as rows. */
export const newWorker = async (
  nuo: TestNuo,
  indication: Partial<Indication> | null = {},
  more: Partial<WswWorker> = {},
  municipality = '0189',
): Promise<string> => {
  const id = await newParticipant(nuo, { municipality });
  const facts = { bsnCipher: null, bsnKeyId: null, bsnIndex: null, birthDate: '1970-01-01', gender: 'MALE' as const };
  await nuo.db.write(async (tx) => {
    await tx.em.insert(WswWorker, { ...facts, id, inClosingPopulation: true, firstRequestedOn: '2000-01-01', version: 1, ...more });
    if (indication) await tx.em.insert(Indication, { ...indicationRow(id), ...indication });
    await stateHandicaps(tx, demoKnowing, [id]);
  });
  return id;
};

export const indicationRow = (participantId: string): Indication => ({
  id: nextId(61),
  participantId,
  requestedOn: '2014-10-01',
  decidedOn: '2015-01-01',
  validUntil: '2040-12-31',
  targetGroup: 'BELONGS',
  category: 'MATIG',
  advisedForm: 'NOT_BEGELEID_WERKEN',
  reindicationRequestedOn: null,
  version: 1,
});

/** An employment of Wierden that is agreed, as rows. */
export const newEmployment = async (
  { db }: TestNuo,
  participantId: string,
  more: Partial<ShelteredEmployment> = {},
  terms: Partial<EmploymentTerms> = {},
): Promise<ShelteredEmployment> => {
  const recordedAt = new Date('2026-01-01T00:00:00Z');
  const employment: ShelteredEmployment = {
    id: nextId(62),
    participantId,
    kind: 'WSW_ART2',
    state: 'AGREED',
    startsOn: '2020-01-01',
    endsOn: null,
    employerAliasId: null,
    responsibleMunicipality: '0189',
    adaptations: [],
    decisionId: null,
    decidedOn: null,
    continuesId: null,
    endReason: null,
    destination: null,
    note: null,
    version: 1,
    recordedAt,
    ...more,
  };
  await db.write(async (tx) => {
    await tx.em.insert(ShelteredEmployment, employment);
    await tx.em.insert(EmploymentTerms, {
      id: nextId(63),
      employmentId: employment.id,
      validFrom: employment.startsOn,
      validUntil: null,
      formalEmployer: '0189',
      payingMunicipality: '0189',
      responsibleMunicipality: employment.responsibleMunicipality,
      hoursPerWeek: 24,
      paidWagePct: 100,
      cao: 'CAO_SW',
      recordedAt,
      replacedAt: null,
      ...terms,
    });
    await stateEmployments(tx, demoKnowing, [employment.id]);
  });
  return employment;
};

/** A placement that runs, as a row. */
export const newPlacement = async ({ db }: TestNuo, participantId: string, more: Partial<Placement> = {}): Promise<Placement> => {
  const row: Placement = {
    ...freshPlacement,
    id: nextId(64),
    participantId,
    clientId: null,
    municipality: '0189',
    employerAliasId: idOf('employer', 0),
    kind: 'SECONDMENT_INDIVIDUAL',
    status: 'ACTIVE',
    startsOn: '2026-01-01',
    hoursPerWeek: 24,
    ...more,
  };
  await db.write(async (tx) => {
    await tx.em.insert(Placement, row);
    await statePlacements(tx, demoKnowing, [row]);
    if (row.workplaceId !== null)
      await tx.em.insert(WorkplaceStay, { id: row.id, placementId: row.id, workplaceId: row.workplaceId, fromDay: row.startsOn, untilDay: null });
  });
  return row;
};

/** A place inside in Almelo with room for 24 hours, as a row. */
export const newWorkplace = async ({ db }: TestNuo, more: Partial<Workplace> = {}): Promise<Workplace> => {
  const id = nextId(65);
  const row: Workplace = {
    id,
    name: `Plek ${id.slice(-6)}`,
    kind: 'INSIDE',
    location: 'Plesmanweg',
    municipality: '0141',
    capacityHours: 24,
    supervisorId: null,
    workGroupId: null,
    adaptations: [],
    opensOn: '2020-01-01',
    closesOn: null,
    version: 1,
    ...more,
  };
  await db.write(({ em }) => em.insert(Workplace, row));
  return row;
};
