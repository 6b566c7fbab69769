import type { ApolloClient } from '@apollo/client';
import type { DocumentNode } from 'graphql';
import type { Me } from '../../app/me.tsx';
import { forget, keep, type Unsent, unsentOf } from '../../graph/outbox.ts';
import { type Problem, problemIn, UNREACHABLE } from '../../graph/problems.ts';
import { contact } from '../../texts/desk-contact.ts';
import { CarryOutContactPlanDocument, type CarryOutContactPlanMutation, RecordContactDocument, type RecordContactMutation } from './record.generated.ts';

/** The commands that may wait for a connection. */
const commands: Record<string, DocumentNode> = { RecordContact: RecordContactDocument, CarryOutContactPlan: CarryOutContactPlanDocument };

type Answered = NonNullable<RecordContactMutation['nuo']>['recordContactMoment'] | NonNullable<CarryOutContactPlanMutation['nuo']>['carryOutContactPlan'];

export type Outcome = { kind: 'sent'; warnings: readonly string[] } | { kind: 'waits' } | { kind: 'refused'; problem: Problem };

/** A connection that does nothing is none. */
const TIMEOUT_MS = 20_000;
/** Not now; later it may be taken. */
const LATER = new Set([UNREACHABLE, 'UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE', 'PROCESSING_LOG_UNAVAILABLE', 'RATE_LIMITED']);

const refused = (message: string): Outcome => ({ kind: 'refused', problem: { message, code: 'REFUSED', fields: [] } });

const outcomeOf = (data: unknown, error: unknown): Outcome => {
  const answer = Object.values((data as { nuo?: Record<string, Answered> } | null)?.nuo ?? {}).find((each) => typeof each === 'object');
  if (answer?.__typename === 'ContactMomentRecorded' || answer?.__typename === 'ContactPlanCarriedOut') return { kind: 'sent', warnings: answer.warnings };
  if (answer) return refused(contact.refusedPlan);
  const problem = problemIn(error, true);
  return problem === null || LATER.has(problem.code) ? { kind: 'waits' } : { kind: 'refused', problem };
};

const sendOne = async (client: ApolloClient, { command, input, requestId }: Unsent): Promise<Outcome> => {
  const context = { fetchOptions: { signal: AbortSignal.timeout(TIMEOUT_MS) } };
  try {
    const { data, error } = await client.mutate({ mutation: commands[command] as DocumentNode, variables: { input: { ...input, requestId } }, context });
    return outcomeOf(data, error);
  } catch (error) {
    return outcomeOf(null, error);
  }
};

/** Sends what waits, one after the other and in one window at a time; gives what came of each. What cannot go now stays. */
export const sendUnsent = (client: ApolloClient, me: Me, only?: string): Promise<Map<string, Outcome>> =>
  navigator.locks.request('wachtrij', async () => {
    const outcomes = new Map<string, Outcome>();
    for (const item of unsentOf(me)) {
      if (only === undefined ? item.refused !== null : item.requestId !== only) continue;
      const outcome = await sendOne(client, item);
      outcomes.set(item.requestId, outcome);
      if (outcome.kind === 'sent') forget(me, item.requestId);
      if (outcome.kind === 'refused') keep(me, { ...item, refused: outcome.problem.fields[0]?.message ?? outcome.problem.message });
      // Without a connection the next will not go either.
      if (outcome.kind === 'waits') break;
    }
    return outcomes;
  });
