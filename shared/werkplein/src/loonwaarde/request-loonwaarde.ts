import { localDay, parseHoursPerWeek, parseText, type RequestContext } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { closedDossier, type DossierClosedAnswer } from '../dossiers/dossier.store.ts';
import { LoonwaardeRow } from './loonwaarde.entity.ts';

export interface RequestLoonwaardeFields {
  requestId: string;
  clientId: string;
  functionName: string;
  hoursPerWeek: number;
}

export type RequestLoonwaardeAnswer = { __typename: 'LoonwaardeRequested'; id: string } | DossierClosedAnswer;

const later = {
  plannedOn: null,
  expertId: null,
  expertName: null,
  expertOrganisation: null,
  carriedOutOn: null,
  tasks: [],
  wageValuePct: null,
  establishedOn: null,
  validFrom: null,
  reviewOn: null,
  lksDecideBy: null,
  rejectedReason: null,
};

/** Asks for the loonwaarde of a client in one function. */
export const requestLoonwaarde = async (ctx: RequestContext, input: RequestLoonwaardeFields): Promise<RequestLoonwaardeAnswer> => {
  const reader = inputReader(['input']);
  const functionName = reader.read(['functionName'], () => parseText(input.functionName, { max: 120 }));
  const hoursPerWeek = reader.read(['hoursPerWeek'], () => parseHoursPerWeek(input.hoursPerWeek));
  reader.refuse();

  return runClientCommand<RequestLoonwaardeAnswer>(ctx, 'requestLoonwaarde', 'bepalen-loonwaarde', input, async (tx) => {
    const client = await lockClient(tx, input.clientId);
    const subjectIds = [client.id];
    const closed = await closedDossier(tx, client.id);
    if (closed) return { answer: closed, subjectIds };
    const id = ctx.newId();
    const row = { id, clientId: client.id, functionName, hoursPerWeek, requestedOn: localDay(ctx.clock()), version: 1 };
    await tx.em.insert(LoonwaardeRow, { ...later, ...row, state: 'REQUESTED' });
    return { answer: { __typename: 'LoonwaardeRequested', id }, subjectIds };
  });
};
