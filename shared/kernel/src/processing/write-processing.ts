import type { EntityTarget } from 'typeorm';
import { fault } from '../errors/index.ts';
import { isPassing } from '../persistence/errors.ts';
import { insertRowsWithin } from '../persistence/insert.ts';
import type { WriteTx } from '../persistence/transactions.ts';
import type { RequestContext } from '../server/context.ts';
import { newSpanId } from '../trace/index.ts';
import { AccessEvent } from './access-event.entity.ts';
import { ProcessingLogLine } from './processing-log.entity.ts';
import { UnshippedLine } from './unshipped-line.entity.ts';
import type { Denied, Processed } from './recorder.ts';

/** In whose name it is logged: a request, or a task at the command line. */
export type LoggedBy = Pick<RequestContext, 'principal' | 'clock' | 'newId' | 'startedAt' | 'trace' | 'operation' | 'purpose' | 'logging'>;

const SUBJECTS_KEPT = 1000;
const TEXT_MAX = 300;
/** Of each statement: a log that is locked or slow refuses the answer before the gateway (2 s) gives up on us. */
const STATEMENT_SECONDS = 0.7;

const distinct = (texts: readonly string[]): string => [...new Set(texts)].join(' ').slice(0, TEXT_MAX);

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

type What = Pick<AccessEvent, 'action' | 'purpose' | 'decision' | 'subjectCount' | 'subjectIds'>;

const eventOf = (ctx: LoggedBy, at: Date, what: What): AccessEvent => ({
  id: ctx.newId(),
  at,
  ...ctx.trace,
  employeeId: ctx.principal.employeeId,
  organisation: ctx.principal.organisation,
  operation: ctx.operation,
  ...what,
});

const allowed = (ctx: LoggedBy, processed: readonly Processed[]): What => {
  const subjectIds = [...new Set(processed.map(({ subjectId }) => subjectId))];
  const activities = processed.map(({ activity }) => activity);
  return {
    action: distinct(activities.map(({ code }) => code)),
    purpose: ctx.purpose ?? distinct(activities.map(({ purpose }) => purpose)),
    decision: 'ALLOWED',
    subjectCount: subjectIds.length,
    subjectIds: subjectIds.slice(0, SUBJECTS_KEPT),
  };
};

const refused = (ctx: LoggedBy, { action, coordinates, subjectIds, times }: Denied): What => ({
  action: distinct([action, ...coordinates]),
  purpose: ctx.purpose ?? '',
  decision: 'DENIED',
  subjectCount: times,
  subjectIds: [...subjectIds],
});

/** What is written of one request. */
export interface ProcessingRows {
  lines: ProcessingLogLine[];
  events: AccessEvent[];
  unshipped: UnshippedLine[];
}

/** A line for each person, one row about who asked, and one for each action that was refused. */
export const processingRows = (ctx: LoggedBy, processed: readonly Processed[], denied: readonly Denied[] = []): ProcessingRows => {
  const now = ctx.clock();
  const lines = processed.map((each) => lineOf(ctx, each, now));
  const shown = processed.length > 0 ? [eventOf(ctx, now, allowed(ctx, processed))] : [];
  const events = [...shown, ...denied.map((each) => eventOf(ctx, now, refused(ctx, each)))];
  return { lines, events, unshipped: ctx.logging.shipped ? [...shown, ...lines].map(({ id }) => ({ id })) : [] };
};

/** Writes the rows of all these requests, each table in one statement. What cannot be logged is not done: the caller gets PROCESSING_LOG_UNAVAILABLE. */
export const insertProcessing = async (tx: WriteTx, requests: readonly ProcessingRows[]): Promise<void> => {
  const insert = <E extends object>(entity: EntityTarget<E>, rows: (request: ProcessingRows) => E[]): Promise<void> =>
    insertRowsWithin(tx, STATEMENT_SECONDS, entity, requests.flatMap(rows));
  try {
    await insert(ProcessingLogLine, ({ lines }) => lines);
    await insert(AccessEvent, ({ events }) => events);
    await insert(UnshippedLine, ({ unshipped }) => unshipped);
  } catch (error) {
    // A deadlock repeats the whole transaction.
    if (isPassing(error)) throw error;
    throw Object.assign(fault('PROCESSING_LOG_UNAVAILABLE'), { cause: error });
  }
};

/** Writes what one request or task processed, in its own transaction. */
export const writeProcessing = (tx: WriteTx, ctx: LoggedBy, processed: readonly Processed[]): Promise<void> =>
  insertProcessing(tx, [processingRows(ctx, processed)]);
