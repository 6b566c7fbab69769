import { addDays, homeOf, type Knowing, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { valueOn } from '../doelgroep/doelgroep.rules.ts';
import { doelgroepOf } from '../doelgroep/doelgroep.store.ts';
import { type LawParameter, parameterOn } from '../law-parameters/law-parameter.rules.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';
import { lastDayOfWeeks } from '../loonwaarde/loonwaarde.rules.ts';
import { DossierRow, DossierStepRow } from './dossier.entity.ts';
import { type DossierStatus, isEnd } from './dossier.rules.ts';

/** A phase of an open dossier; `code`: its status, UNKNOWN for days of which no step was kept. Both days belong to it. */
export const DOSSIER = 'DOSSIER';
/** A dossier was opened, on that day. */
export const OPENED = 'OPENED';
/** A placement that regie confirmed, as long as the dossier says so; `other`: the placement at the NUO. */
export const PLACED = 'PLACED';
/**
 * Outflow, from the day of closing to the last day of the term after which it is looked at whether it lasts; `code`: the reason,
 * `facet`: WSW of who was in the Wsw on that day. Who moved was transferred, and is none.
 */
export const OUTFLOW = 'OUTFLOW';
/** A placement lasted the term of lasting work, on that day. */
export const PLACEMENT_LASTED = 'PLACEMENT_LASTED';
const kinds = [OPENED, DOSSIER, PLACED, PLACEMENT_LASTED, OUTFLOW];

/** What the facts of dossiers are made of. */
export interface DossierRecord {
  dossier: DossierRow;
  /** Oldest first. */
  steps: readonly DossierStepRow[];
  doelgroep: readonly DoelgroepRow[];
  parameters: readonly LawParameter[];
}

interface Phase {
  status: DossierStatus | 'UNKNOWN';
  from: string;
}

/** Where the dossier came, and on which day; of days before the first known step as much as is known. */
const phasesOf = ({ status, openedOn, statusSince }: DossierRow, steps: readonly DossierStepRow[]): Phase[] => {
  const [first] = steps;
  if (first) {
    const before = first.fromStatus === null ? [] : [{ status: first.fromStatus, from: openedOn }];
    return [...before, ...steps.map(({ toStatus, takenOn }) => ({ status: toStatus, from: takenOn }))];
  }
  return [...(statusSince > openedOn ? [{ status: 'UNKNOWN' as const, from: openedOn }] : []), { status, from: statusSince }];
};

const earliest = (...days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).toSorted()[0] ?? null;

/** The last day of something that began on `from` and makes place on `next`: within one day both are of that day. */
const lastBefore = (from: string, next: string): string => (next > from ? addDays(next, -1) : from);

const phaseFacts = ({ dossier, steps }: DossierRecord): StatedFact[] => {
  const { closedOn } = dossier;
  const phases = phasesOf(dossier, steps);
  return phases.flatMap(({ status, from }, at) => {
    if ((status !== 'UNKNOWN' && isEnd(status)) || (closedOn !== null && from > closedOn)) return [];
    const next = phases[at + 1];
    const ends = next && (next.status !== 'UNKNOWN' && isEnd(next.status) ? next.from : lastBefore(from, next.from));
    return [{ kind: DOSSIER, code: status, validFrom: from, validUntil: earliest(ends ?? null, closedOn) }];
  });
};

const placedFacts = ({ dossier, steps }: DossierRecord): StatedFact[] => {
  const { closedOn, status, statusSince, placedOn } = dossier;
  const confirmed = steps.flatMap((step, at) => (step.step === 'confirmPlacement' ? [{ step, at }] : []));
  // Of before steps were kept: what the dossier says now.
  if (confirmed.length === 0 && (placedOn !== null || status === 'PLACED' || status === 'AFTERCARE'))
    return [{ kind: PLACED, validFrom: placedOn ?? statusSince, validUntil: closedOn, other: dossier.placementId }];
  return confirmed.map(({ step, at }) => {
    const from = step.placedOn ?? step.takenOn;
    const left = steps.slice(at + 1).find(({ step: name }) => name === 'resumeProgramme');
    return { kind: PLACED, validFrom: from, validUntil: earliest(left ? lastBefore(from, left.takenOn) : null, closedOn), other: step.placementId };
  });
};

const lastedFacts = (placed: readonly StatedFact[], parameters: readonly LawParameter[]): StatedFact[] =>
  placed.flatMap(({ validFrom, validUntil }) => {
    const weeks = parameterOn(parameters, 'SUSTAINED_WORK_TERM', validFrom)?.value;
    const day = weeks === undefined ? null : lastDayOfWeeks(validFrom, weeks);
    if (day === null || (validUntil ?? day) < day) return [];
    return [{ kind: PLACEMENT_LASTED, validFrom: day, validUntil: day }];
  });

const outflowFacts = ({ dossier: { status, outflow, closedOn }, doelgroep, parameters }: DossierRecord): StatedFact[] => {
  if (status !== 'CLOSED' || outflow === null || closedOn === null) return [];
  const weeks = parameterOn(parameters, 'SUSTAINED_WORK_TERM', closedOn)?.value;
  const wsw = valueOn(doelgroep, 'WSW_STATUS', closedOn);
  return [
    {
      kind: OUTFLOW,
      code: outflow,
      facet: wsw === null || wsw === 'GEEN' ? null : 'WSW',
      validFrom: closedOn,
      // Without a term that held then it is in no cohort.
      validUntil: weeks === undefined ? null : lastDayOfWeeks(closedOn, weeks),
    },
  ];
};

/** What figures count of one dossier. */
export const dossierFacts = (record: DossierRecord): StatedFact[] => {
  const { clientId: subject, openedOn } = record.dossier;
  const municipality = homeOf(subject);
  const placed = placedFacts(record);
  const opened = { kind: OPENED, validFrom: openedOn, validUntil: openedOn };
  return [opened, ...phaseFacts(record), ...placed, ...lastedFacts(placed, record.parameters), ...outflowFacts(record)].map((fact) => ({
    ...fact,
    subject,
    municipality,
  }));
};

/** States what the dossiers of these clients come to; whoever calls holds the clients. Seven statements at most, however many clients. */
export const stateDossiers = async (tx: WriteTx, knowing: Knowing, clientIds: readonly string[]): Promise<void> => {
  const where = { clientId: In([...clientIds]) };
  const dossiers = await tx.em.findBy(DossierRow, where);
  const steps = Map.groupBy(await tx.em.find(DossierStepRow, { where, order: { number: 'ASC' } }), ({ dossierId }) => dossierId);
  const hasEnded = dossiers.some(({ status }) => status === 'CLOSED');
  const doelgroep = hasEnded ? await doelgroepOf(tx, clientIds) : new Map<string, DoelgroepRow[]>();
  const parameters = await allLawParameters(tx);
  const record = (dossier: DossierRow): DossierRecord => ({
    dossier,
    steps: steps.get(dossier.id) ?? [],
    doelgroep: doelgroep.get(dossier.clientId) ?? [],
    parameters,
  });
  await stateAllFacts(tx, knowing, kinds, new Map(dossiers.map((dossier) => [dossier.id, dossierFacts(record(dossier))])));
};
