import { badInput, parseText, type RequestContext, runCommand } from '@werkplein/kernel';
import { changedBy } from '../employers/changes.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { DuplicateSignal } from './duplicate.entity.ts';
import type { DecideDuplicateInput, DuplicateDecided, DuplicateSignalVersionConflict } from './duplicate.types.ts';

type Answer = DuplicateDecided | DuplicateSignalVersionConflict;

export const decideDuplicate = async (ctx: RequestContext, input: DecideDuplicateInput): Promise<Answer> => {
  const checking = checkInput();
  const note = checking.optional('note', input.note, (text) => parseText(text, { max: 500, multiline: true }));
  checking.done();
  return runCommand<Answer>(ctx, 'DuplicateDecide', input, async (tx) => {
    const id = input.signalId;
    const version = input.expectedVersion;
    const decision = { status: input.decision, note, decidedAt: ctx.clock(), decidedBy: changedBy(ctx), version: version + 1 };
    // The decision is the write: of two reviewers with one version the second finds none.
    const { affected } = await tx.em.update(DuplicateSignal, { id, version }, decision);
    const now = await tx.em.findOneBy(DuplicateSignal, { id });
    if (!now) throw badInput([{ path: ['input', 'signalId'], message: 'Dit signaal bestaat niet.' }]);
    if (affected === 1) {
      await publish(tx, ctx, 'DuplicateDecided', id, now.firstId, [now.secondId]);
      return { answer: { __typename: 'DuplicateDecided', signalId: id }, subjectIds: [id] };
    }
    return { answer: { __typename: 'DuplicateSignalVersionConflict', signalId: id, currentVersion: now.version }, subjectIds: [id] };
  });
};
