import { addDays, dayText, fault, InvalidValue, localDay, parseDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { ResponsibilityRow } from '../responsibility/responsibility.entity.ts';
import { stateHandOvers } from '../responsibility/responsibility.facts.ts';
import { responsibilitiesOfDossier } from '../responsibility/responsibility.store.ts';
import { DossierRow } from './dossier.entity.ts';
import { obstacle } from './dossier.rules.ts';
import { dossierToChange } from './dossier.store.ts';
import { type EmployeeFields, readEmployee } from './employee.rules.ts';
import { notReady, type NotReadyAnswer } from './not-ready.ts';

export interface AssignKlantregisseurFields {
  requestId: string;
  clientId: string;
  klantregisseur: EmployeeFields;
  until?: string | null;
}

export type AssignKlantregisseurAnswer =
  | { __typename: 'KlantregisseurAssigned'; clientId: string }
  | { __typename: 'DossierClosed'; closedOn: string | null }
  | NotReadyAnswer;

const parseLastDay = (text: string, today: string, maxDays: number): string => {
  const day = parseDay(text);
  const last = addDays(today, maxDays - 1);
  if (day < today || day > last)
    throw new InvalidValue(
      `een dag van vandaag (${dayText(today)}) tot en met ${dayText(last)}: vervangen duurt hooguit ${maxDays} dagen. Langer is een overdracht: laat de laatste dag dan weg`,
    );
  return day;
};

/** From `today` on nobody stands in any more. */
const endStandIns = async ({ em }: WriteTx, rows: readonly ResponsibilityRow[], today: string): Promise<void> => {
  for (const { id, startsOn, endsOn } of rows.filter(({ standIn }) => standIn)) {
    if (startsOn >= today) await em.delete(ResponsibilityRow, { id });
    else if (endsOn !== null && endsOn >= today) await em.update(ResponsibilityRow, { id }, { endsOn: addDays(today, -1) });
  }
};

/** Within one day the last one counts. */
const handOver = async ({ em }: WriteTx, current: ResponsibilityRow | undefined, next: ResponsibilityRow): Promise<void> => {
  if (current?.employeeId === next.employeeId) return;
  if (current && current.startsOn >= next.startsOn) await em.delete(ResponsibilityRow, { id: current.id });
  else if (current) await em.update(ResponsibilityRow, { id: current.id }, { endsOn: addDays(next.startsOn, -1) });
  await em.insert(ResponsibilityRow, next);
};

/** Gives the open dossier of a client to a klantregisseur, or with `until` lets somebody stand in for some days. */
export const assignKlantregisseur = async (
  ctx: RequestContext,
  input: AssignKlantregisseurFields,
  standInMaxDays: number,
): Promise<AssignKlantregisseurAnswer> => {
  const today = localDay(ctx.clock());
  const { until: lastDay } = input;
  const reader = inputReader(['input']);
  const { id: employeeId, name: employeeName } = readEmployee(reader, ['klantregisseur'], input.klantregisseur);
  const until = lastDay ? reader.read(['until'], () => parseLastDay(lastDay, today, standInMaxDays)) : null;
  reader.refuse();

  return runClientCommand<AssignKlantregisseurAnswer>(ctx, 'assignKlantregisseur', 'voeren-dossier', input, async (tx) => {
    const client = await lockClient(tx, input.clientId);
    const subjectIds = [client.id];
    const dossier = await dossierToChange(tx, client.id);
    if (!dossier) throw fault('NOT_FOUND');
    if (dossier.openClientId === null) return { answer: { __typename: 'DossierClosed', closedOn: dossier.closedOn }, subjectIds };
    if (until !== null && dossier.klantregisseurId === null) return { answer: notReady([obstacle('NO_KLANTREGISSEUR')]), subjectIds };

    const rows = await responsibilitiesOfDossier(tx, dossier.id);
    await endStandIns(tx, rows, today);
    const current = rows.find(({ standIn, endsOn }) => !standIn && endsOn === null);
    const recorded = { recordedById: ctx.principal.employeeId, recordedAt: ctx.clock() };
    const period = { clientId: client.id, dossierId: dossier.id, employeeId, employeeName, startsOn: today, ...recorded };
    if (until !== null) {
      if (employeeId !== dossier.klantregisseurId) await tx.em.insert(ResponsibilityRow, { ...period, id: ctx.newId(), endsOn: until, standIn: true });
    } else {
      await handOver(tx, current, { ...period, id: ctx.newId(), endsOn: null, standIn: false });
      await tx.em.update(DossierRow, { id: dossier.id }, { klantregisseurId: employeeId, klantregisseurName: employeeName, version: dossier.version + 1 });
    }
    await stateHandOvers(tx, ctx, [client.id]);
    return { answer: { __typename: 'KlantregisseurAssigned', clientId: client.id }, subjectIds };
  });
};
