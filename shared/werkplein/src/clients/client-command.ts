import { type Outcome, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { type ClientActivity, clientActivity } from './client.activities.ts';

/** A command whose subjects are clients: its transaction holds their lines in the processing log. */
export const runClientCommand = <A extends { __typename: string }>(
  ctx: RequestContext,
  command: string,
  activity: ClientActivity,
  input: { requestId: string },
  effect: (tx: WriteTx) => Promise<Outcome<A>>,
): Promise<A> => runCommand(ctx, command, input, effect, clientActivity(ctx, activity));
