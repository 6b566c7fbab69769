import { badInput, type RequestContext, runCommand } from '@werkplein/kernel';
import { indexEmployers } from '../duplicates/match.store.ts';
import { raiseSignals } from '../duplicates/signal.store.ts';
import { change, changedBy } from '../employers/changes.ts';
import { CONCERN_TURN } from '../employers/concern.ts';
import { Employer } from '../employers/employer.entity.ts';
import { stateEmployers } from '../employers/employer.facts.ts';
import { publish } from '../events/publish.ts';
import { takeTurn } from '../turns.ts';
import { EmployerMerge } from './merge.entity.ts';
import { factsSince, laterMerge, lockBoth } from './merge.store.ts';
import { type MergeUndone, type UndoMergeInput, UndoRefusal, type UndoRefused } from './merge.types.ts';
import { takeBack } from './steps.ts';

type Answer = MergeUndone | UndoRefused;

const refused = (refusal: UndoRefusal, laterMergeId: string | null = null): UndoRefused => ({ __typename: 'UndoRefused', refusal, laterMergeId });

/** Gives both employers back what each had when they were merged; what came since stays with the survivor. */
export const undoMerge = (ctx: RequestContext, input: UndoMergeInput): Promise<Answer> =>
  runCommand<Answer>(ctx, 'EmployersMergeUndo', input, async (tx) => {
    // Merges and their undoing wait for each other here, so what is read from now on stays so.
    await takeTurn(tx, CONCERN_TURN);
    const merge = await tx.em.findOneBy(EmployerMerge, { id: input.mergeId });
    if (!merge) throw badInput([{ path: ['input', 'mergeId'], message: 'Deze samenvoeging bestaat niet.' }]);
    const { id, survivorId, vanishedId } = merge;
    const no = (refusal: UndoRefused) => ({ answer: refusal, subjectIds: [survivorId, vanishedId] });
    if (merge.undoneAt !== null) return no(refused(UndoRefusal.ALREADY_UNDONE));
    if (ctx.clock() > merge.reversibleUntil) return no(refused(UndoRefusal.TOO_LATE));
    const later = await laterMerge(tx, merge);
    if (later) return no(refused(UndoRefusal.LATER_MERGE, later.id));
    const held = await lockBoth(tx, [survivorId, vanishedId]);
    const changedSince = await takeBack(tx, id);
    await tx.em.update(EmployerMerge, { id }, { undoneAt: ctx.clock(), undoneBy: changedBy(ctx) });
    for (const row of held.values()) await tx.em.update(Employer, { id: row.id }, change(ctx, row.version));
    await indexEmployers(tx, [survivorId, vanishedId]);
    await stateEmployers(tx, ctx, [survivorId, vanishedId]);
    await publish(tx, ctx, 'MergeUndone', id, survivorId, [vanishedId]);
    // While they were one, others may have come that look like who is back.
    await raiseSignals(tx, ctx, [survivorId, vanishedId]);
    const addedSince = await factsSince(tx, survivorId, merge.mergedAt);
    return { answer: { __typename: 'MergeUndone', survivorId, restoredId: vanishedId, addedSince, changedSince }, subjectIds: [survivorId, vanishedId] };
  });
