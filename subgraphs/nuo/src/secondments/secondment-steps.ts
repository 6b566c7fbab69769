import { addMonthsClipped, badInput, dayText, localDay, parseDay, type ReadTx, type RequestContext } from '@werkplein/kernel';
import type { Employer } from '../employers/employer.entity.ts';
import { employerByAlias } from '../employers/employer.store.ts';
import { checkInput } from '../input.ts';
import { demandBranch, secondmentFacts } from './check-secondment.ts';
import { enoughMembers } from './members.ts';
import { rateOn } from './rate.rules.ts';
import { type Secondment, SecondmentRate } from './secondment.entity.ts';
import type { ChangeSecondmentInput, GiveSecondmentNoticeInput, SecondmentStepInput, SignSecondmentInput } from './secondment.inputs.ts';
import { holdingRatesOf } from './secondment.store.ts';
import type { SecondmentProblemCode } from './secondment.types.ts';
import { type StepAnswer, takeStep } from './take-step.ts';

const hasRate = async (tx: ReadTx, { id, startsOn }: Secondment): Promise<boolean> => rateOn((await holdingRatesOf(tx, [id])).get(id) ?? [], startsOn) !== null;

const unless = (fine: boolean, code: SecondmentProblemCode): SecondmentProblemCode[] => (fine ? [] : [code]);

/** While it is a concept everything may change but the hirer and the origin; its first rate moves along with the first day. */
export const changeSecondment = (ctx: RequestContext, input: ChangeSecondmentInput): Promise<StepAnswer> =>
  takeStep(ctx, ['SecondmentChange', 'change', 'SecondmentChanged'], input, async (tx, row) => {
    const checking = checkInput();
    const facts = secondmentFacts(ctx, checking, input, row.origin);
    checking.done();
    await demandBranch(tx, ((await employerByAlias(tx, row.employerAliasId)) as Employer).id, facts.branchId);
    if (facts.startsOn !== row.startsOn) await tx.em.update(SecondmentRate, { secondmentId: row.id, validFrom: row.startsOn }, { validFrom: facts.startsOn });
    return { changes: facts };
  });

export const signSecondment = (ctx: RequestContext, input: SignSecondmentInput): Promise<StepAnswer> => {
  const checking = checkInput();
  const signedOn = checking.required('signedOn', input.signedOn, parseDay);
  if (signedOn > localDay(ctx.clock())) checking.problem('signedOn', 'Deze dag is nog niet geweest.');
  checking.done();
  return takeStep(ctx, ['SecondmentSign', 'sign', 'SecondmentSigned'], input, async (tx, row) => {
    const refused = unless(await hasRate(tx, row), 'NO_RATE');
    return refused.length > 0 ? { refused } : { changes: { signedOn } };
  });
};

export const startSecondment = (ctx: RequestContext, input: SecondmentStepInput): Promise<StepAnswer> =>
  takeStep(ctx, ['SecondmentStart', 'start', 'SecondmentStarted'], input, async (tx, row) => {
    const today = localDay(ctx.clock());
    const enough = await enoughMembers(tx, row, today);
    const refused = [...unless(row.startsOn <= today, 'NOT_BEGUN'), ...unless(await hasRate(tx, row), 'NO_RATE'), ...unless(enough, 'TOO_FEW_MEMBERS')];
    return refused.length > 0 ? { refused } : { changes: {} };
  });

/** From the day of notice runs its period; the last day may be later, never earlier. */
export const giveSecondmentNotice = (ctx: RequestContext, input: GiveSecondmentNoticeInput): Promise<StepAnswer> => {
  const checking = checkInput();
  const noticeGivenOn = checking.required('noticeOn', input.noticeOn, parseDay);
  const wanted = checking.optional('endsOn', input.endsOn, parseDay);
  if (noticeGivenOn > localDay(ctx.clock())) checking.problem('noticeOn', 'Deze dag is nog niet geweest.');
  checking.done();
  return takeStep(ctx, ['SecondmentGiveNotice', 'giveNotice', 'SecondmentNoticeGiven'], input, async (_, row) => {
    if (noticeGivenOn < row.startsOn) throw badInput([{ path: ['input', 'noticeOn'], message: `De overeenkomst begon op ${dayText(row.startsOn)}.` }]);
    const earliest = addMonthsClipped(noticeGivenOn, row.noticeMonths);
    if (wanted !== null && wanted < earliest)
      throw badInput([{ path: ['input', 'endsOn'], message: `Met een opzegtermijn van ${row.noticeMonths} maanden is de laatste dag ${earliest} of later.` }]);
    return { changes: { noticeGivenOn, noticeBy: input.by, noticeEndsOn: wanted ?? earliest } };
  });
};
