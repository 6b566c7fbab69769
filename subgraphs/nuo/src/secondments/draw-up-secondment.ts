import { badInput, type RequestContext, runCommand } from '@werkplein/kernel';
import { unknownEmployer } from '../employers/add-branch.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { answeringMissing, type NuoParameterMissing, parameterOn } from '../parameters/index.ts';
import { checkRate, demandBranch, secondmentFacts } from './check-secondment.ts';
import { newRate } from './record-rate.ts';
import { Secondment, SecondmentRate } from './secondment.entity.ts';
import type { DrawUpSecondmentInput } from './secondment.inputs.ts';
import type { SecondmentChanged } from './secondment.types.ts';

type Answer = SecondmentChanged | NuoParameterMissing;

/** A new agreement with its first rate, as a concept. */
export const drawUpSecondment = (ctx: RequestContext, input: DrawUpSecondmentInput): Promise<Answer> => {
  const checking = checkInput();
  const facts = secondmentFacts(ctx, checking, input, input.origin);
  const centsPerHour = checkRate(checking, input.centsPerHour);
  checking.done();
  return runCommand<Answer>(ctx, 'SecondmentDrawUp', input, async (tx) => {
    const employer = await lockEmployer(tx, input.employerId);
    if (!employer) throw unknownEmployer();
    if (employer.status === 'BLOCKED' || employer.status === 'DISSOLVED')
      throw badInput([{ path: ['input', 'employerId'], message: 'Met een geblokkeerde of opgeheven werkgever komt er geen nieuwe overeenkomst.' }]);
    await demandBranch(tx, employer.id, facts.branchId);
    const answer = await answeringMissing<Answer>(async () => {
      const floor = await parameterOn(tx, 'SECONDMENT_RATE_FLOOR', facts.startsOn);
      const secondment: Secondment = {
        ...facts,
        id: ctx.newId(),
        employerAliasId: employer.id,
        origin: input.origin,
        status: 'CONCEPT',
        signedOn: null,
        noticeGivenOn: null,
        noticeBy: null,
        noticeEndsOn: null,
        endedOn: null,
        endReason: null,
        recordedAt: ctx.clock(),
        version: 1,
        sourceSystem: null,
        sourceKey: null,
      };
      await tx.em.insert(Secondment, secondment);
      await tx.em.insert(SecondmentRate, newRate(ctx, secondment.id, { validFrom: facts.startsOn, centsPerHour }, floor));
      await publish(tx, ctx, 'SecondmentDrawnUp', secondment.id, employer.id);
      return { __typename: 'SecondmentChanged', secondmentId: secondment.id };
    });
    return { answer, subjectIds: 'secondmentId' in answer ? [answer.secondmentId] : [] };
  });
};
