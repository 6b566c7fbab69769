import { dayText, homeOf, localDay, parseDay, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { changeEmployment, type StepAnswer } from './change-employment.ts';
import type { AgreeEmploymentInput } from './employment.inputs.ts';
import type { EmploymentChanged } from './employment.types.ts';

/** The municipality agrees to beschut werk by its own decision (I11); what the decision says stays at the Werkplein. */
export const agreeEmployment = async (ctx: RequestContext, input: AgreeEmploymentInput): Promise<EmploymentChanged | StepAnswer> => {
  const checking = checkInput();
  const decidedOn = checking.required('decidedOn', input.decidedOn, parseDay);
  if (decidedOn && decidedOn > localDay(ctx.clock())) checking.problem('decidedOn', 'Deze dag is nog niet geweest.');
  checking.done();
  return changeEmployment(ctx, 'EmploymentAgree', 'agree', 'EmploymentAgreed', input, async (_tx, { row }) => {
    const about = checkInput();
    if (homeOf(input.decisionId) !== row.responsibleMunicipality)
      about.problem('decisionId', 'Geef het nummer van een besluit van de verantwoordelijke gemeente.');
    if (decidedOn > row.startsOn) about.problem('decidedOn', `Het besluit is van na het begin van het dienstverband, ${dayText(row.startsOn)}.`);
    about.done();
    return { set: { state: 'AGREED', decisionId: input.decisionId, decidedOn }, answer: { __typename: 'EmploymentChanged', employmentId: row.id } };
  });
};
