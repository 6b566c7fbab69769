import { insertMissing, parseText, type RequestContext, runCommand } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { checkColleague } from './check-colleague.ts';
import { Colleague } from './colleague.entity.ts';
import { newColleague } from './colleague.store.ts';
import type { ColleagueRegistered, RegisterColleagueInput } from './colleague.types.ts';

/** Names someone who has not signed in yet. Who is known keeps the name they have. */
export const registerColleague = async (ctx: RequestContext, input: RegisterColleagueInput): Promise<ColleagueRegistered> => {
  const checking = checkInput();
  const id = checkColleague(checking, ['colleague'], input.colleague);
  const name = checking.required('name', input.name, (text) => parseText(text, { max: 120 }));
  checking.done();
  return runCommand(ctx, 'ColleagueRegister', input, async (tx) => {
    const alreadyKnown = await tx.em.existsBy(Colleague, { id });
    await insertMissing(tx, Colleague, [newColleague(input.colleague, name, false)]);
    return { answer: { __typename: 'ColleagueRegistered' as const, colleagueId: id, alreadyKnown }, subjectIds: [id] };
  });
};
