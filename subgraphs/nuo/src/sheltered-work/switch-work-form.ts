import { addDays, badInput, dayText, insertRows, parseDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { onDay } from '../dated.ts';
import type { Employer } from '../employers/employer.entity.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { checkInput } from '../input.ts';
import { moveClaims } from '../workplaces/fallback-claim.store.ts';
import { changeEmployment, type Held, type RuleRefusal, type StepAnswer } from './change-employment.ts';
import { checkTerms, moreThanFullWeek } from './check-terms.ts';
import { EmploymentTerms, ShelteredEmployment } from './employment.entity.ts';
import { stateEmployments } from './employment.facts.ts';
import type { SwitchWorkFormInput } from './employment.inputs.ts';
import { type EmploymentKind, isOfEmployer } from './employment.machine.ts';
import { knownTerms } from './employment.store.ts';
import type { WorkFormSwitched } from './employment.types.ts';
import { obstacleOf } from './person-employments.ts';

const otherForm: Partial<Record<EmploymentKind, EmploymentKind>> = {
  WSW_ART2: 'WSW_BEGELEID_WERKEN_ART7',
  WSW_BEGELEID_WERKEN_ART7: 'WSW_ART2',
};

const refuse = (field: string, message: string): never => {
  throw badInput([{ path: ['input', field], message }]);
};

/** The kind that this employment goes on as; the input names who employs then. */
const nextKind = (row: ShelteredEmployment, input: SwitchWorkFormInput, on: string): EmploymentKind => {
  const kind = otherForm[row.kind] ?? refuse('employmentId', 'Alleen een dienstbetrekking en begeleid werken van de Wsw gaan in elkaar over.');
  if (on <= row.startsOn) refuse('on', `De andere werkvorm begint na ${dayText(row.startsOn)}.`);
  if (isOfEmployer(kind) === (input.employerId === undefined || input.employerId === null)) {
    refuse('employerId', isOfEmployer(kind) ? 'Geef de werkgever bij wie begeleid werken begint.' : 'Een dienstbetrekking is met een gemeente.');
  }
  if (isOfEmployer(kind) === Boolean(input.formalEmployer)) {
    refuse(
      'formalEmployer',
      isOfEmployer(kind) ? 'Bij begeleid werken is geen gemeente de formele werkgever.' : 'Geef de gemeente die de formele werkgever wordt.',
    );
  }
  return kind;
};

/** From a dienstbetrekking to begeleid werken or back (I10): the one ends, the other goes on with it, and nobody has left. */
export const switchWorkForm = async (ctx: RequestContext, input: SwitchWorkFormInput): Promise<WorkFormSwitched | StepAnswer> => {
  const checking = checkInput();
  const on = checking.required('on', input.on, parseDay);
  const given = checkTerms(checking, input);
  if (input.formalEmployer && !/^[0-9]{4}$/.test(input.formalEmployer)) checking.problem('formalEmployer', 'Geef een gemeentecode van 4 cijfers.');
  checking.done();
  const held: { employer: Employer | null } = { employer: null };
  // The employer is held before the person.
  const holdEmployer = async (tx: WriteTx): Promise<void> => {
    held.employer = input.employerId ? ((await lockEmployer(tx, input.employerId)) ?? refuse('employerId', 'Deze werkgever bestaat niet.')) : null;
  };
  const change = async (tx: WriteTx, { row, participantIds }: Held): Promise<RuleRefusal | { set: Partial<ShelteredEmployment>; answer: WorkFormSwitched }> => {
    const kind = nextKind(row, input, on);
    const terms = await knownTerms(tx, [row.id]);
    const before = onDay(terms, addDays(on, -1)) ?? refuse('on', `Afspraken zijn bekend vanaf ${terms[0]?.validFrom}.`);
    const at = ctx.clock();
    const next = {
      ...row,
      id: ctx.newId(),
      kind,
      state: 'AGREED' as const,
      startsOn: on,
      endsOn: null,
      employerAliasId: held.employer?.id ?? null,
      continuesId: row.id,
      version: 1,
      recordedAt: at,
    };
    const first = {
      ...before,
      ...given,
      id: ctx.newId(),
      employmentId: next.id,
      formalEmployer: input.formalEmployer ?? null,
      validFrom: on,
      validUntil: null,
      recordedAt: at,
      replacedAt: null,
    };
    const ending = { id: row.id, endsOn: addDays(on, -1) };
    const refused =
      (await moreThanFullWeek(tx, kind, first.hoursPerWeek, on)) ?? (await obstacleOf(tx, ctx, participantIds, { employment: next, terms: [first], ending }));
    if (refused) return refused;
    await tx.em.insert(ShelteredEmployment, next);
    await insertRows(tx, EmploymentTerms, [first]);
    await stateEmployments(tx, ctx, [next.id]);
    await moveClaims(tx, row.id, next.id);
    return {
      set: { state: 'ENDED', endsOn: ending.endsOn },
      answer: { __typename: 'WorkFormSwitched', employmentId: next.id, endedId: row.id },
    };
  };
  return changeEmployment(ctx, 'WorkFormSwitch', 'switchForm', 'WorkFormSwitched', input, change, holdEmployer);
};
