import { fault, localDay, parseText, type RequestContext } from '@werkplein/kernel';
import { endProfile } from '../candidates/withdraw-candidate.ts';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { endSharing } from '../disclosures/withdraw-disclosure.ts';
import { valueOn } from '../doelgroep/doelgroep.rules.ts';
import { doelgroepOf } from '../doelgroep/doelgroep.store.ts';
import { DossierRow } from './dossier.entity.ts';
import { allowedNext, type DossierStatus, isEnd } from './dossier.rules.ts';
import { dossierToChange } from './dossier.store.ts';

export interface ChangeDossierStatusFields {
  requestId: string;
  clientId: string;
  to: DossierStatus;
  reason?: string | null;
}

export type ChangeDossierStatusAnswer =
  | { __typename: 'DossierStatusChanged'; clientId: string }
  | { __typename: 'DossierTransitionRefused'; from: DossierStatus; to: DossierStatus; allowed: DossierStatus[] };

/** Takes a dossier one step further, if its state allows it. */
export const changeDossierStatus = async (ctx: RequestContext, input: ChangeDossierStatusFields): Promise<ChangeDossierStatusAnswer> => {
  const { to } = input;
  const today = localDay(ctx.clock());
  const reader = inputReader(['input']);
  const needsReason = to === 'SUSPENDED' || isEnd(to);
  const reason = reader.read(['reason'], () => (input.reason || needsReason ? parseText(input.reason, { max: 300 }) : null));
  reader.refuse();

  return runClientCommand<ChangeDossierStatusAnswer>(ctx, 'changeDossierStatus', 'voeren-dossier', input, async (tx) => {
    const client = await lockClient(tx, input.clientId);
    const dossier = await dossierToChange(tx, client.id);
    if (!dossier) throw fault('NOT_FOUND');
    const doelgroep = (await doelgroepOf(tx, [client.id])).get(client.id) ?? [];
    const { status: from, suspendedFrom } = dossier;
    const allowed = allowedNext({ status: from, suspendedFrom, hasGrondslag: valueOn(doelgroep, 'GRONDSLAG', today) !== null });
    if (!allowed.includes(to)) return { answer: { __typename: 'DossierTransitionRefused', from, to, allowed }, subjectIds: [client.id] };
    await tx.em.update(
      DossierRow,
      { id: dossier.id },
      {
        status: to,
        suspendedFrom: to === 'SUSPENDED' ? from : null,
        statusReason: reason,
        statusSince: today,
        ...(isEnd(to) && { openClientId: null, closedOn: today }),
      },
    );
    // Who is not served any more is shown to nobody and offered nowhere (AVG art. 5(1)(b)).
    if (isEnd(to)) {
      await endProfile(tx, ctx, client.id);
      await endSharing(tx, ctx, client.id);
    }
    return { answer: { __typename: 'DossierStatusChanged', clientId: client.id }, subjectIds: [client.id] };
  });
};
