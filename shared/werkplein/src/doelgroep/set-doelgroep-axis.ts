import { parseDay, type RequestContext } from '@werkplein/kernel';
import { In } from 'typeorm';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { stateDossiers } from '../dossiers/dossier.facts.ts';
import { DoelgroepRow } from './doelgroep.entity.ts';
import { stateBeschut } from './doelgroep.facts.ts';
import { type Axis, type AxisPeriod, type AxisValue, brokenRule, type DoelgroepRule, isValueOf, remainder, withPeriod } from './doelgroep.rules.ts';
import { doelgroepOf } from './doelgroep.store.ts';

export interface SetDoelgroepAxisFields {
  requestId: string;
  clientId: string;
  axis: Axis;
  value: AxisValue;
  validFrom: string;
  until?: string | null;
  employedAtWswClosing?: boolean | null;
}

export type SetDoelgroepAxisAnswer =
  | { __typename: 'DoelgroepAxisSet'; clientId: string }
  | { __typename: 'DoelgroepRuleBroken'; rule: DoelgroepRule; from: string; until: string | null };

/** Sets one axis for a period; what was recorded of those days before is superseded, not erased. */
export const setDoelgroepAxis = async (ctx: RequestContext, input: SetDoelgroepAxisFields): Promise<SetDoelgroepAxisAnswer> => {
  const { axis, value } = input;
  const reader = inputReader(['input']);
  const validFrom = reader.read(['validFrom'], () => parseDay(input.validFrom));
  const validUntil = reader.read(['until'], () => (input.until === null || input.until === undefined ? null : parseDay(input.until)));
  if (!isValueOf(axis, value)) reader.add(['value'], 'Deze waarde hoort niet bij dit kenmerk.');
  if (validFrom && validUntil && validUntil < validFrom) reader.add(['until'], 'De laatste dag ligt voor de eerste.');
  reader.refuse();
  const employedAtWswClosing = axis === 'WSW_STATUS' && value !== 'GEEN' ? input.employedAtWswClosing === true : null;
  const wanted: AxisPeriod = { axis, value, validFrom, validUntil, employedAtWswClosing };

  return runClientCommand<SetDoelgroepAxisAnswer>(ctx, 'setDoelgroepAxis', 'voeren-dossier', input, async (tx) => {
    const client = await lockClient(tx, input.clientId);
    const rows = (await doelgroepOf(tx, [client.id])).get(client.id) ?? [];
    const broken = brokenRule(withPeriod(rows, wanted), axis);
    if (broken) return { answer: { __typename: 'DoelgroepRuleBroken', ...broken }, subjectIds: [client.id] };

    const now = ctx.clock();
    const left = rows.map((row) => ({ row, parts: remainder(row, wanted) })).filter(({ row, parts }) => parts[0] !== row);
    if (left.length > 0) await tx.em.update(DoelgroepRow, { id: In(left.map(({ row }) => row.id)) }, { supersededAt: now });
    await tx.em.insert(DoelgroepRow, [
      ...left.flatMap(({ parts }) => parts.map((part) => ({ ...part, id: ctx.newId() }))),
      { id: ctx.newId(), clientId: client.id, ...wanted, employedAtWswClosing, source: ctx.principal.employeeId, recordedAt: now, supersededAt: null },
    ]);
    if (axis === 'BESCHUT') await stateBeschut(tx, ctx, [client.id]);
    // Of outflow it says whether somebody came from the Wsw.
    if (axis === 'WSW_STATUS') await stateDossiers(tx, ctx, [client.id]);
    return { answer: { __typename: 'DoelgroepAxisSet', clientId: client.id }, subjectIds: [client.id] };
  });
};
