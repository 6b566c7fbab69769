import { parseText, type RequestContext } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import { changeLoonwaarde, type ChangeFields, type ChangeLoonwaardeAnswer } from './change-loonwaarde.ts';

/** Ends a loonwaardebepaling without a loonwaarde. */
export const rejectLoonwaarde = async (ctx: RequestContext, input: ChangeFields & { reason: string }): Promise<ChangeLoonwaardeAnswer> => {
  const reader = inputReader(['input']);
  const rejectedReason = reader.read(['reason'], () => parseText(input.reason, { max: 300 }));
  reader.refuse();
  return changeLoonwaarde(ctx, 'rejectLoonwaarde', 'reject', input, async () => ({ rejectedReason }));
};
