import { fault } from '../errors/index.ts';
import { isPassing } from '../persistence/errors.ts';
import { insertRows } from '../persistence/insert.ts';
import type { WriteTx } from '../persistence/transactions.ts';
import type { RequestContext } from '../server/context.ts';
import { newSpanId } from '../trace/index.ts';
import { AccessEvent } from './access-event.entity.ts';
import { ProcessingLogLine } from './processing-log.entity.ts';
import type { Processed } from './recorder.ts';

/** In whose name it is logged: a request, or a task at the command line. */
export type LoggedBy = Pick<RequestContext, 'principal' | 'clock' | 'newId' | 'startedAt' | 'trace' | 'operation' | 'purpose' | 'logging'>;

const SUBJECTS_KEPT = 1000;
const TEXT_MAX = 300;

const distinct = (texts: readonly string[], separator: string): string => [...new Set(texts)].join(separator).slice(0, TEXT_MAX);

const lineOf = (ctx: LoggedBy, { subjectId, activity }: Processed, endTime: Date): ProcessingLogLine => ({
  id: ctx.newId(),
  traceId: ctx.trace.traceId,
  spanId: newSpanId(),
  parentSpanId: ctx.trace.spanId,
  status: 'Ok',
  name: activity.name,
  startTime: ctx.startedAt,
  endTime,
  processingActivityId: activity.uri,
  dataSubjectId: ctx.logging.pseudonym(subjectId),
  dataSubjectIdType: activity.subjectIdType,
  foreignOperationProcessor: ctx.logging.caller,
});

const eventOf = (ctx: LoggedBy, processed: readonly Processed[], at: Date): AccessEvent => {
  const subjectIds = [...new Set(processed.map(({ subjectId }) => subjectId))];
  const activities = processed.map(({ activity }) => activity);
  return {
    id: ctx.newId(),
    at,
    ...ctx.trace,
    employeeId: ctx.principal.employeeId,
    organisation: ctx.principal.organisation,
    operation: ctx.operation,
    action: distinct(
      activities.map(({ code }) => code),
      ' ',
    ),
    purpose:
      ctx.purpose ??
      distinct(
        activities.map(({ purpose }) => purpose),
        '; ',
      ),
    decision: 'ALLOWED',
    subjectCount: subjectIds.length,
    subjectIds: subjectIds.slice(0, SUBJECTS_KEPT),
  };
};

/** Writes a line for each person and one row about who asked. What cannot be logged is not done: the caller gets UNAVAILABLE. */
export const writeProcessing = async (tx: WriteTx, ctx: LoggedBy, processed: readonly Processed[]): Promise<void> => {
  if (processed.length === 0) return;
  const now = ctx.clock();
  const lines = processed.map((each) => lineOf(ctx, each, now));
  try {
    await insertRows(tx, ProcessingLogLine, lines);
    await insertRows(tx, AccessEvent, [eventOf(ctx, processed, now)]);
  } catch (error) {
    // A deadlock repeats the whole transaction.
    if (isPassing(error)) throw error;
    throw Object.assign(fault('UNAVAILABLE'), { cause: error });
  }
};
