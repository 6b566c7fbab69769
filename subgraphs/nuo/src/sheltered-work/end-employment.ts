import { badInput, localDay, parseDay, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { lapseClaims } from '../workplaces/fallback-claim.store.ts';
import { changeEmployment, type StepAnswer } from './change-employment.ts';
import type { EndEmploymentInput } from './employment.inputs.ts';
import type { EmploymentChanged } from './employment.types.ts';

/** Ends an employment, with the reason and the destination of the statistics. Claims on a sheltered place end with it. */
export const endEmployment = async (ctx: RequestContext, input: EndEmploymentInput): Promise<EmploymentChanged | StepAnswer> => {
  const checking = checkInput();
  const endsOn = checking.required('endsOn', input.endsOn, parseDay);
  checking.done();
  return changeEmployment(ctx, 'EmploymentEnd', 'end', 'EmploymentEnded', input, async (tx, { row }) => {
    if (endsOn < row.startsOn) throw badInput([{ path: ['input', 'endsOn'], message: 'De laatste dag ligt voor het begin.' }]);
    // Until an end to come the claim holds; from then on it counts as ended without being written.
    if (endsOn <= localDay(ctx.clock())) await lapseClaims(tx, row.id);
    const { endReason, destination } = input;
    return { set: { state: 'ENDED', endsOn, endReason, destination }, answer: { __typename: 'EmploymentChanged', employmentId: row.id } };
  });
};
