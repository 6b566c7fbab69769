import { parseText, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { changeEmployment, type StepAnswer } from './change-employment.ts';
import type { EmploymentReasonInput } from './employment.inputs.ts';
import type { EmploymentChanged } from './employment.types.ts';

const declining =
  (command: string, step: 'refuse' | 'withdraw', event: 'EmploymentRefused' | 'EmploymentWithdrawn', state: 'REFUSED' | 'WITHDRAWN') =>
  async (ctx: RequestContext, input: EmploymentReasonInput): Promise<EmploymentChanged | StepAnswer> => {
    const checking = checkInput();
    const note = checking.required('reason', input.reason, (text) => parseText(text, { max: 300 }));
    checking.done();
    return changeEmployment(ctx, command, step, event, input, async (_tx, { row }) => ({
      set: { state, note },
      answer: { __typename: 'EmploymentChanged', employmentId: row.id },
    }));
  };

/** The municipality does not agree. */
export const refuseEmployment = declining('EmploymentRefuse', 'refuse', 'EmploymentRefused', 'REFUSED');
/** The NUO takes it back before the municipality has said anything. */
export const withdrawEmployment = declining('EmploymentWithdraw', 'withdraw', 'EmploymentWithdrawn', 'WITHDRAWN');
