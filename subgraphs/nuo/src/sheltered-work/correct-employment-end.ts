import { badInput, parseDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { changeEmployment, type StepAnswer } from './change-employment.ts';
import { ShelteredEmployment } from './employment.entity.ts';
import type { CorrectEmploymentEndInput } from './employment.inputs.ts';
import { knownTerms } from './employment.store.ts';
import type { EmploymentChanged } from './employment.types.ts';
import { obstacleOf } from './person-employments.ts';

const check = (input: CorrectEmploymentEndInput) => {
  const checking = checkInput();
  const endsOn = checking.optional('endsOn', input.endsOn, parseDay);
  for (const field of ['endReason', 'destination'] as const)
    if ((endsOn === null) === Boolean(input[field]))
      checking.problem(field, endsOn === null ? 'Alleen met een laatste dag.' : 'Bij een laatste dag hoort een reden en een bestemming.');
  checking.done();
  return { endsOn, endReason: input.endReason ?? null, destination: input.destination ?? null };
};

const demandNoContinuation = async (tx: WriteTx, id: string): Promise<void> => {
  if (await tx.em.existsBy(ShelteredEmployment, { continuesId: id })) {
    throw badInput([{ path: ['input', 'employmentId'], message: 'Dit dienstverband ging over in een andere werkvorm; verbeter wat daarop volgde.' }]);
  }
};

/** The end as it should have been; an employment that did not end goes on. */
export const correctEmploymentEnd = async (ctx: RequestContext, input: CorrectEmploymentEndInput): Promise<EmploymentChanged | StepAnswer> => {
  const end = check(input);
  return changeEmployment(ctx, 'EmploymentEndCorrect', 'correctEnd', 'EmploymentEndCorrected', input, async (tx, { row, participantIds }) => {
    if (end.endsOn !== null && end.endsOn < row.startsOn) throw badInput([{ path: ['input', 'endsOn'], message: 'De laatste dag ligt voor het begin.' }]);
    await demandNoContinuation(tx, row.id);
    const refused = await obstacleOf(tx, ctx, participantIds, { employment: { ...row, endsOn: end.endsOn }, terms: await knownTerms(tx, [row.id]) });
    if (refused) return refused;
    return { set: { ...end, state: end.endsOn === null ? 'AGREED' : 'ENDED' }, answer: { __typename: 'EmploymentChanged', employmentId: row.id } };
  });
};
