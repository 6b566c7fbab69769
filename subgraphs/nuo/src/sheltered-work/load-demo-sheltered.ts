import type { DemoShelteredWorker, DemoWorkGroup, DemoWorkplace } from '@werkplein/demo';
import { insertMissing, insertRows, type WriteTx } from '@werkplein/kernel';
import { In, IsNull } from 'typeorm';
import { demoKnowing, REGISTERED } from '../demo-knowing.ts';
import { stateHandicaps } from '../indications/indication.facts.ts';
import { Indication, IndicationHandicap } from '../indications/indication.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { FallbackClaim } from '../workplaces/fallback-claim.entity.ts';
import { WorkGroup, Workplace } from '../workplaces/workplace.entity.ts';
import { WorkplaceStay } from '../workplaces/workplace-stay.entity.ts';
import { nuoVault } from '../wsw-workers/nuo-vault.ts';
import { Residence, WswWorker } from '../wsw-workers/wsw-worker.entity.ts';
import { stateEmployments } from './employment.facts.ts';
import { EmploymentTerms, ShelteredEmployment } from './employment.entity.ts';

const OPENED = '2021-01-01';

export const writeWorkGroups = (tx: WriteTx, demos: readonly DemoWorkGroup[]): Promise<void> =>
  insertMissing(
    tx,
    WorkGroup,
    demos.map(({ id, name, municipality }) => ({
      id,
      name,
      kind: 'GREEN' as const,
      employerAliasId: null,
      hirerMunicipality: municipality,
      commissionerMunicipality: municipality,
      supervisorId: null,
      startsOn: OPENED,
      endsOn: null,
      version: 1,
    })),
  );

export const writeWorkplaces = (tx: WriteTx, demos: readonly DemoWorkplace[]): Promise<void> =>
  insertMissing(
    tx,
    Workplace,
    demos.map((demo) => ({ ...demo, supervisorId: null, opensOn: OPENED, closesOn: null, version: 1 })),
  );

const writeWsw = async (tx: WriteTx, demos: readonly DemoShelteredWorker[]): Promise<void> => {
  const workers = demos.flatMap(({ participantId, wsw }) => (wsw === null ? [] : [{ participantId, ...wsw }]));
  const open = { bsnCipher: null, bsnKeyId: null, bsnIndex: null };
  await insertMissing(
    tx,
    WswWorker,
    workers.map(({ participantId: id, bsn, birthDate, gender, firstRequestedOn }) => ({
      ...(bsn === null ? open : nuoVault.seal(id, bsn)),
      id,
      birthDate,
      gender,
      firstRequestedOn,
      inClosingPopulation: true,
      version: 1,
    })),
  );
  await insertMissing(
    tx,
    Residence,
    workers.map(({ participantId, residenceId: id, residence: municipality }) => ({
      id,
      participantId,
      municipality,
      validFrom: '2015-01-01',
      validUntil: null,
      recordedAt: REGISTERED,
      replacedAt: null,
    })),
  );
  await insertMissing(
    tx,
    Indication,
    workers.map(({ participantId, indication: { id, requestedOn, decidedOn, validUntil, category } }) => ({
      id,
      requestedOn,
      decidedOn,
      validUntil,
      category,
      participantId,
      targetGroup: 'BELONGS' as const,
      advisedForm: 'NOT_BEGELEID_WERKEN' as const,
      reindicationRequestedOn: null,
      version: 1,
    })),
  );
  await insertMissing(
    tx,
    IndicationHandicap,
    workers.map(({ indication: { id: indicationId, handicapId: id, handicapCode: code } }) => ({ id, indicationId, position: 1, code })),
  );
  await stateHandicaps(
    tx,
    demoKnowing,
    workers.map(({ participantId }) => participantId),
  );
};

/** The place of each since the placement began; who was given one already keeps it. */
const writePlaces = async (tx: WriteTx, demos: readonly DemoShelteredWorker[]): Promise<void> => {
  const places = new Map(demos.flatMap(({ placementId, workplaceId }) => (workplaceId === null ? [] : [[placementId, workplaceId]])));
  const rows = await tx.em.findBy(Placement, { id: In([...places.keys()]), workplaceId: IsNull() });
  const known = new Set((await tx.em.findBy(WorkplaceStay, { placementId: In([...places.keys()]) })).map(({ placementId }) => placementId));
  const stays = rows
    .filter(({ id }) => !known.has(id))
    .map(({ id, startsOn }) => ({ id, placementId: id, workplaceId: places.get(id) as string, fromDay: startsOn, untilDay: null }));
  for (const { placementId: id, workplaceId } of stays) await tx.em.update(Placement, { id }, { workplaceId });
  await insertRows(tx, WorkplaceStay, stays);
};

/** Workers with their employment, place and claim; after the participants, placements and workplaces. */
export const writeShelteredWorkers = async (tx: WriteTx, demos: readonly DemoShelteredWorker[]): Promise<void> => {
  await writeWsw(tx, demos);
  await insertMissing(
    tx,
    ShelteredEmployment,
    demos.map(({ employmentId: id, participantId, kind, startsOn, employerId, municipality, decision }) => ({
      id,
      participantId,
      kind,
      state: 'AGREED' as const,
      startsOn,
      endsOn: null,
      employerAliasId: employerId,
      responsibleMunicipality: municipality,
      adaptations: [],
      decisionId: decision?.id ?? null,
      decidedOn: decision?.decidedOn ?? null,
      continuesId: null,
      endReason: null,
      destination: null,
      note: null,
      version: 1,
      recordedAt: REGISTERED,
    })),
  );
  await insertMissing(
    tx,
    EmploymentTerms,
    demos.map(({ termsId: id, employmentId, termsFrom, kind, municipality, payingMunicipality, hoursPerWeek }) => ({
      id,
      employmentId,
      validFrom: termsFrom,
      validUntil: null,
      formalEmployer: kind === 'WSW_BEGELEID_WERKEN_ART7' ? null : municipality,
      payingMunicipality,
      responsibleMunicipality: municipality,
      hoursPerWeek,
      paidWagePct: 100,
      cao: kind === 'BESCHUT_10B' ? ('CAO_AAN_DE_SLAG' as const) : kind === 'WSW_ART2' ? ('CAO_SW' as const) : ('OTHER' as const),
      recordedAt: REGISTERED,
      replacedAt: null,
    })),
  );
  await stateEmployments(
    tx,
    demoKnowing,
    demos.map(({ employmentId }) => employmentId),
  );
  await writePlaces(tx, demos);
  await insertMissing(
    tx,
    FallbackClaim,
    demos.flatMap(({ claim, employmentId, participantId, placementId }) =>
      claim === null
        ? []
        : [
            {
              ...claim,
              employmentId,
              participantId,
              placementId,
              state: 'OPEN' as const,
              neededFrom: null,
              hoursPerWeek: null,
              workplaceId: null,
              note: null,
              version: 1,
            },
          ],
    ),
  );
};
