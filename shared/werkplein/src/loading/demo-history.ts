import { type DemoClient, type DemoHistoryStep, derivedId } from '@werkplein/demo';
import { addDays } from '@werkplein/kernel';
import type { DossierRow, DossierStepRow } from '../dossiers/dossier.entity.ts';
import type { DossierStatus, DossierStep } from '../dossiers/dossier.rules.ts';
import type { LoonwaardeRow } from '../loonwaarde/loonwaarde.entity.ts';
import type { OutflowFollowUpRow } from '../outflow/follow-up.entity.ts';
import type { ResponsibilityRow } from '../responsibility/responsibility.entity.ts';

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const lastOf = ({ history }: DemoClient): DemoHistoryStep => history.steps.at(-1) as DemoHistoryStep;
const placedOnOf = ({ history }: DemoClient): string | null => history.steps.find(({ status }) => status === 'PLACED')?.on ?? null;

/** Until when the next step should be taken, in days from registration. */
const dueDays: Partial<Record<DemoClient['status'], number>> = { REGISTERED: 14, INTAKE: 70 };

export const dossierRow = (demo: DemoClient): DossierRow => {
  const { id, status, klantregisseur, registeredOn, history } = demo;
  const closedOn = status === 'CLOSED' ? lastOf(demo).on : null;
  return {
    id: derivedId(id, 'dossier'),
    clientId: id,
    openClientId: closedOn === null ? id : null,
    status,
    suspendedFrom: status === 'SUSPENDED' ? 'IN_PROGRAMME' : null,
    statusReason: null,
    statusSince: lastOf(demo).on,
    klantregisseurId: klantregisseur.id,
    klantregisseurName: klantregisseur.name,
    openedOn: registeredOn,
    closedOn,
    outflow: history.outflow,
    placementId: null,
    placedOn: placedOnOf(demo),
    agreedUntil: null,
    dueOn: dueDays[status] === undefined ? null : addDays(registeredOn, dueDays[status]),
    version: history.steps.length,
  };
};

const stepInto: Record<DemoClient['status'], DossierStep | 'register'> = {
  REGISTERED: 'register',
  INTAKE: 'startIntake',
  IN_PROGRAMME: 'establishPlan',
  PLACEABLE: 'declarePlaceable',
  PLACED: 'confirmPlacement',
  AFTERCARE: 'startAftercare',
  SUSPENDED: 'suspend',
  CLOSED: 'close',
};

export const stepRows = ({ id, klantregisseur, history }: DemoClient): DossierStepRow[] =>
  history.steps.map(({ status, on }, at) => {
    const before: DossierStatus | null = history.steps[at - 1]?.status ?? null;
    return {
      id: derivedId(id, `step ${at}`),
      clientId: id,
      dossierId: derivedId(id, 'dossier'),
      number: at + 1,
      step: status === 'CLOSED' && history.outflow !== 'WORK' ? 'discontinue' : stepInto[status],
      fromStatus: before,
      toStatus: status,
      takenOn: on,
      reason: null,
      outflow: status === 'CLOSED' ? history.outflow : null,
      placementId: null,
      placedOn: status === 'PLACED' ? on : null,
      confirmed: [],
      recordedById: klantregisseur.id,
      recordedByName: klantregisseur.name,
      recordedAt: noon(on),
    };
  });

export const responsibilityRows = (demo: DemoClient): ResponsibilityRow[] => {
  const { id, status, klantregisseur, registeredOn, history } = demo;
  const dossierId = derivedId(id, 'dossier');
  const endsOn = status === 'CLOSED' ? lastOf(demo).on : null;
  const row = (rowId: string, who: { id: string; name: string }, startsOn: string, until: string | null): ResponsibilityRow => ({
    id: rowId,
    clientId: id,
    dossierId,
    employeeId: who.id,
    employeeName: who.name,
    startsOn,
    endsOn: until,
    standIn: false,
    recordedById: 'DEMO',
    recordedAt: noon(startsOn),
  });
  const earlier = history.earlierKlantregisseur;
  if (earlier === null) return [row(dossierId, klantregisseur, registeredOn, endsOn)];
  return [row(dossierId, earlier, registeredOn, earlier.until), row(derivedId(id, 'second klantregisseur'), klantregisseur, addDays(earlier.until, 1), endsOn)];
};

export const loonwaardeRows = ({ id, history }: DemoClient): LoonwaardeRow[] => {
  if (history.loonwaarde === null) return [];
  const { functionName, hoursPerWeek, wageValuePct, validFrom, reviewOn } = history.loonwaarde;
  return [
    {
      id: derivedId(id, 'loonwaarde'),
      clientId: id,
      state: 'ESTABLISHED',
      functionName,
      hoursPerWeek,
      requestedOn: validFrom,
      plannedOn: validFrom,
      expertId: null,
      expertName: null,
      expertOrganisation: null,
      carriedOutOn: validFrom,
      tasks: [],
      wageValuePct,
      establishedOn: validFrom,
      validFrom,
      reviewOn,
      lksDecideBy: null,
      rejectedReason: null,
      version: 1,
    },
  ];
};

export const followUpRows = ({ id, klantregisseur, history }: DemoClient): OutflowFollowUpRow[] => {
  if (history.followUp === null) return [];
  const dossierId = derivedId(id, 'dossier');
  const { id: recordedById, name: recordedByName } = klantregisseur;
  const recorded = { recordedById, recordedByName, recordedAt: noon(history.followUp.observedOn), supersededAt: null };
  return [{ id: derivedId(id, 'follow-up'), clientId: id, dossierId, currentOf: dossierId, ...history.followUp, ...recorded }];
};
