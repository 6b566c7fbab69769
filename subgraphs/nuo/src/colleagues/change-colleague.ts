import { parseDay, type RequestContext, runCommand } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { checkColleague, unknownColleague } from './check-colleague.ts';
import { Colleague } from './colleague.entity.ts';
import { lockColleague } from './colleague.store.ts';
import type { ChangeColleagueInput, ColleagueChanged, ColleagueVersionConflict } from './colleague.types.ts';

/** Records when someone leaves. Who stays after all takes new work again. */
export const changeColleague = async (ctx: RequestContext, input: ChangeColleagueInput): Promise<ColleagueChanged | ColleagueVersionConflict> => {
  const checking = checkInput();
  const id = checkColleague(checking, ['colleague'], input.colleague);
  const leavesOn = checking.optional('leavesOn', input.leavesOn, parseDay);
  checking.done();
  return runCommand<ColleagueChanged | ColleagueVersionConflict>(ctx, 'ColleagueChange', input, async (tx) => {
    const row = await lockColleague(tx, id, 'write');
    if (!row) throw unknownColleague('colleague');
    if (row.version !== input.expectedVersion) return { answer: { __typename: 'ColleagueVersionConflict', colleagueId: id }, subjectIds: [id] };
    const stays = leavesOn === null && { handedOverAt: null };
    await tx.em.update(Colleague, { id }, { leavesOn, ...stays, version: row.version + 1 });
    return { answer: { __typename: 'ColleagueChanged', colleagueId: id }, subjectIds: [id] };
  });
};
