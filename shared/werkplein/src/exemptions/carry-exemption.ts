import { InvalidValue, parseMunicipalityCode, parseWhole, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { CarriedExemptionRow } from './exemption.entity.ts';
import type { ExemptionGround } from './exemption.rules.ts';

export interface CarryExemptionFields {
  requestId: string;
  clientId: string;
  ground: ExemptionGround;
  municipality: string;
  months: number;
}

export interface CarriedMonths {
  ground: ExemptionGround;
  municipality: string;
  months: number;
}

const MONTHS_MAX = 240;

/** Records what was used elsewhere, in place of what was on record of that municipality. The client is locked. */
export const carryMonths = async (tx: WriteTx, ctx: RequestContext, clientId: string, { ground, municipality, months }: CarriedMonths): Promise<void> => {
  const recorded = { months, recordedById: ctx.principal.employeeId, recordedAt: ctx.clock() };
  const known = await tx.em.findOneBy(CarriedExemptionRow, { clientId, ground, municipality });
  if (known) await tx.em.update(CarriedExemptionRow, { id: known.id }, recorded);
  else await tx.em.insert(CarriedExemptionRow, { id: ctx.newId(), clientId, ground, municipality, ...recorded });
};

/** Who comes from another municipality brings the months that were used there. */
export const carryExemption = async (ctx: RequestContext, input: CarryExemptionFields): Promise<{ __typename: 'ExemptionMonthsCarried'; clientId: string }> => {
  const reader = inputReader(['input']);
  const municipality = reader.read(['municipality'], () => {
    const code = parseMunicipalityCode(input.municipality);
    if (code === ctx.home) throw new InvalidValue('een andere gemeente; wat hier is gebruikt, telt al mee');
    return code;
  });
  const months = reader.read(['months'], () => parseWhole(0, MONTHS_MAX)(input.months));
  reader.refuse();
  return runClientCommand<{ __typename: 'ExemptionMonthsCarried'; clientId: string }>(ctx, 'carryExemption', 'voeren-dossier', input, async (tx) => {
    const { id: clientId } = await lockClient(tx, input.clientId);
    await carryMonths(tx, ctx, clientId, { ground: input.ground, municipality, months });
    return { answer: { __typename: 'ExemptionMonthsCarried', clientId }, subjectIds: [clientId] };
  });
};
