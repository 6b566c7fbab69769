import { type Clock, insertRows, type NewId, type WriteTx } from '@werkplein/kernel';
import { holidayParameters } from '../law-parameters/law-parameter.store.ts';
import { ResponsibilityRow } from '../responsibility/responsibility.entity.ts';
import { stateHandOvers } from '../responsibility/responsibility.facts.ts';
import { DossierRow, DossierStepRow } from './dossier.entity.ts';
import { stateDossiers } from './dossier.facts.ts';
import { dueAfter, type StepTerms } from './dossier.rules.ts';
import type { EmployeeFields } from './employee.rules.ts';

export interface NewDossier {
  clientId: string;
  /** Null: still to be appointed. */
  klantregisseur: EmployeeFields | null;
  openedOn: string;
  recordedBy: EmployeeFields;
}

/** Opens dossiers of clients who have none, each with its first step and its klantregisseur. */
export const openDossiers = async (
  tx: WriteTx,
  { newId, clock }: { newId: NewId; clock: Clock },
  terms: StepTerms,
  given: readonly NewDossier[],
): Promise<void> => {
  const holidays = await holidayParameters(tx);
  const recordedAt = clock();
  const rows = given.map(({ clientId, klantregisseur, openedOn, recordedBy }) => {
    const id = newId();
    const dossier: DossierRow = {
      id,
      clientId,
      openClientId: clientId,
      status: 'REGISTERED',
      suspendedFrom: null,
      statusReason: null,
      statusSince: openedOn,
      klantregisseurId: klantregisseur?.id ?? null,
      klantregisseurName: klantregisseur?.name ?? null,
      openedOn,
      closedOn: null,
      outflow: null,
      placementId: null,
      placedOn: null,
      agreedUntil: null,
      dueOn: dueAfter('REGISTERED', openedOn, terms, holidays),
      version: 1,
    };
    const step: DossierStepRow = {
      id: newId(),
      clientId,
      dossierId: id,
      number: 1,
      step: 'register',
      fromStatus: null,
      toStatus: 'REGISTERED',
      takenOn: openedOn,
      reason: null,
      outflow: null,
      placementId: null,
      placedOn: null,
      confirmed: [],
      recordedById: recordedBy.id,
      recordedByName: recordedBy.name,
      recordedAt,
    };
    // The first period has the id of its dossier.
    const responsible: ResponsibilityRow[] = klantregisseur
      ? [
          {
            id,
            clientId,
            dossierId: id,
            employeeId: klantregisseur.id,
            employeeName: klantregisseur.name,
            startsOn: openedOn,
            endsOn: null,
            standIn: false,
            recordedById: recordedBy.id,
            recordedAt,
          },
        ]
      : [];
    return { dossier, step, responsible };
  });
  await insertRows(
    tx,
    DossierRow,
    rows.map(({ dossier }) => dossier),
  );
  await insertRows(
    tx,
    DossierStepRow,
    rows.map(({ step }) => step),
  );
  await insertRows(
    tx,
    ResponsibilityRow,
    rows.flatMap(({ responsible }) => responsible),
  );
  if (given.length === 0) return;
  const clientIds = given.map(({ clientId }) => clientId);
  await stateDossiers(tx, { newId, clock }, clientIds);
  await stateHandOvers(tx, { newId, clock }, clientIds);
};
