import { AuditEvent } from '../audit/audit-event.entity.ts';
import { AUDIT } from '../audit/sealer.ts';
import { badInput, fault } from '../errors/index.ts';
import type { Activity } from '../processing/activity.ts';
import type { Processed } from '../processing/recorder.ts';
import { writeProcessing } from '../processing/write-processing.ts';
import type { WriteTx } from '../persistence/transactions.ts';
import type { RequestContext } from '../server/context.ts';
import { CommandRequest } from './command-request.entity.ts';

/** What a command leaves: the `__typename` of its result type with ids, kept as JSON for repeats, and the ids for the audit row. */
export interface Outcome<A> {
  answer: A;
  subjectIds: string[];
  /** Those of the command whose data were processed, when they are not all of `subjectIds`. */
  persons?: string[];
  /** Others whose data were processed, each with its own activity. */
  processed?: readonly Processed[];
}

// Keyed: an input may hold a BSN, and of a plain hash with the other fields known, 91 million numbers are searched in minutes.
// Under every key, so that a repeat of a command from before a change of keys is known.
const fingerprintsOf = (ctx: RequestContext, command: string, input: unknown): string[] => ctx.logging.everyPseudonym(`${command} ${JSON.stringify(input)}`);
const requestIdForm = /^[\w-]{8,64}$/;

/** Writes what an effect leaves beside its own rows: the audit row and the processing lines. Gives whom the lines are about. */
export const recordEffect = async (
  tx: WriteTx,
  ctx: RequestContext,
  name: string,
  { subjectIds, persons = subjectIds, processed = [] }: Omit<Outcome<unknown>, 'answer'>,
  activity?: Activity,
): Promise<string[]> => {
  const { employeeId, organisation } = ctx.principal;
  const own = activity ? [...new Set(persons)].map((subjectId) => ({ subjectId, activity })) : [];
  const lines = [...own, ...processed];
  const purpose = ctx.purpose ?? activity?.purpose ?? processed[0]?.activity.purpose ?? null;
  const { traceId } = ctx.trace;
  await tx.em.insert(AuditEvent, {
    id: ctx.newId(),
    at: ctx.clock(),
    employeeId,
    organisation,
    action: name,
    subjectIds,
    purpose,
    traceId,
    position: null,
    hash: null,
  });
  tx.announces.add(AUDIT);
  await writeProcessing(tx, ctx, lines);
  return lines.map(({ subjectId }) => subjectId);
};

/**
 * Carries out one command: one transaction with the effect, its audit row and the answer under (employee, requestId).
 * With an `activity` its subjects are persons, and the transaction holds their processing lines too.
 * The same requestId and input gives the first answer again; with another input it is refused.
 */
export const runCommand = async <A extends { __typename: string }>(
  ctx: RequestContext,
  command: string,
  input: { requestId: string },
  effect: (tx: WriteTx) => Promise<Outcome<A>>,
  activity?: Activity,
): Promise<A> => {
  if (!requestIdForm.test(input.requestId)) throw badInput([{ path: ['input', 'requestId'], message: 'Geef 8 tot 64 letters, cijfers of streepjes.' }]);
  const { employeeId, organisation } = ctx.principal;
  const key = { organisation, employeeId, requestId: input.requestId };
  const fingerprints = fingerprintsOf(ctx, command, input);
  let logged: string[] = [];
  let carriedOut = false;
  const given = await ctx.db.write(async (tx) => {
    // The insert comes first: of two equal requests at once the second waits here for the first.
    const inserted = await tx.em
      .createQueryBuilder()
      .insert()
      .into(CommandRequest)
      .values({ ...key, command, fingerprint: fingerprints[0] as string, at: ctx.clock() })
      .orIgnore()
      .execute()
      .then(() => tx.em.findOneByOrFail(CommandRequest, key));
    if (inserted.command !== command || !fingerprints.includes(inserted.fingerprint)) throw fault('REQUEST_ID_REUSED');
    carriedOut = inserted.answer === null;
    if (inserted.answer !== null) return inserted.answer as A;

    const outcome = await effect(tx);
    await tx.em.update(CommandRequest, key, { answer: outcome.answer });
    logged = await recordEffect(tx, ctx, command, outcome, activity);
    return outcome.answer;
  });
  ctx.recorder.written(logged);
  if (carriedOut) ctx.answered?.(command, given.__typename);
  return given;
};
