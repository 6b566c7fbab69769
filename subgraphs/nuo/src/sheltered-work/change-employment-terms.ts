import {
  badInput,
  dayText,
  localDay,
  parseDay,
  parseHoursPerWeek,
  parseMunicipalityCode,
  parsePercentage,
  type RequestContext,
  type WriteTx,
} from '@werkplein/kernel';
import { IsNull } from 'typeorm';
import { changedFrom, knownAt, onDay } from '../dated.ts';
import { checkInput, mentioned } from '../input.ts';
import { Participant } from '../participants/participant.entity.ts';
import { changeEmployment, type StepAnswer } from './change-employment.ts';
import { moreThanFullWeek } from './check-terms.ts';
import type { EmploymentTerms, ShelteredEmployment } from './employment.entity.ts';
import type { ChangeEmploymentTermsInput } from './employment.inputs.ts';
import { isOfEmployer } from './employment.machine.ts';
import { knownTerms, writeTerms } from './employment.store.ts';
import type { EmploymentChanged } from './employment.types.ts';
import { obstacleOf } from './person-employments.ts';

const check = (input: ChangeEmploymentTermsInput, today: string) => {
  const checking = checkInput();
  const from = checking.required('from', input.from, parseDay);
  const municipality = (field: 'formalEmployer' | 'payingMunicipality' | 'responsibleMunicipality') =>
    checking.optional(field, input[field], parseMunicipalityCode);
  const given = {
    hoursPerWeek: checking.optional('hoursPerWeek', input.hoursPerWeek, parseHoursPerWeek),
    paidWagePct: checking.optional('paidWagePct', input.paidWagePct, parsePercentage),
    formalEmployer: municipality('formalEmployer'),
    payingMunicipality: municipality('payingMunicipality'),
    responsibleMunicipality: municipality('responsibleMunicipality'),
    cao: input.cao ?? null,
  };
  // Who is responsible decides who sees it: that is a fact of today, never of a day to come.
  if (given.responsibleMunicipality && from > today) checking.problem('from', 'Een andere gemeente wordt niet vooruit verantwoordelijk.');
  const facts = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as Partial<EmploymentTerms>;
  const { adaptations } = mentioned({ adaptations: input.adaptations ?? [] }, input);
  if (Object.keys(facts).length === 0 && adaptations === undefined && checking.problems.length === 0) checking.problem('from', 'Zeg wat er anders moet.');
  checking.done();
  return { from, facts, adaptations };
};

/** The days on which terms of an employment can begin, and whose they can be. */
const demandWithin = (row: ShelteredEmployment, from: string, terms: readonly EmploymentTerms[], facts: Partial<EmploymentTerms>): void => {
  const first = terms[0]?.validFrom ?? row.startsOn;
  if (from < first) throw badInput([{ path: ['input', 'from'], message: `Afspraken zijn bekend vanaf ${first}.` }]);
  if (row.endsOn !== null && from > row.endsOn) throw badInput([{ path: ['input', 'from'], message: `Het dienstverband eindigt op ${dayText(row.endsOn)}.` }]);
  if (facts.formalEmployer && isOfEmployer(row.kind)) {
    throw badInput([{ path: ['input', 'formalEmployer'], message: 'Bij deze soort is geen gemeente de formele werkgever.' }]);
  }
};

/** Who is responsible for the employment answers for the person; of a client of a Werkplein that follows from the client. */
const answerFor = async ({ em }: WriteTx, participantId: string, municipality: string): Promise<void> => {
  const { affected } = await em.update(Participant, { id: participantId, clientId: IsNull() }, { municipality, version: () => 'version + 1' });
  if (affected === 1) return;
  throw badInput([
    { path: ['input', 'responsibleMunicipality'], message: 'Bij een cliënt van een Werkplein volgt dit uit een verhuizing tussen de Werkpleinen.' },
  ]);
};

/** Other terms from a day on: what was agreed before stays known. */
export const changeEmploymentTerms = async (ctx: RequestContext, input: ChangeEmploymentTermsInput): Promise<EmploymentChanged | StepAnswer> => {
  const today = localDay(ctx.clock());
  const { from, facts, adaptations } = check(input, today);
  return changeEmployment(ctx, 'EmploymentTermsChange', 'changeTerms', 'EmploymentTermsChanged', input, async (tx, { row, participantIds }) => {
    const terms = await knownTerms(tx, [row.id]);
    demandWithin(row, from, terms, facts);
    const changed = changedFrom(terms, from, facts, { id: () => '', at: ctx.clock() });
    const wanted = [...terms.filter((each) => !changed.replaced.includes(each)), ...changed.added];
    const refused =
      (facts.hoursPerWeek === undefined ? null : await moreThanFullWeek(tx, row.kind, facts.hoursPerWeek, from)) ??
      (await obstacleOf(tx, ctx, participantIds, { employment: row, terms: wanted }));
    if (refused) return refused;
    const known = Object.keys(facts).length > 0 ? await writeTerms(tx, ctx, row.id, from, facts) : terms;
    const { responsibleMunicipality } = onDay(knownAt(known), today) ?? (known.at(-1) as EmploymentTerms);
    if (responsibleMunicipality !== row.responsibleMunicipality) await answerFor(tx, row.participantId, responsibleMunicipality);
    return {
      set: { responsibleMunicipality, ...(adaptations && { adaptations }) },
      answer: { __typename: 'EmploymentChanged', employmentId: row.id },
    };
  });
};
