import { badInput, parseDay, parseEuroCents, type Problem } from '@werkplein/kernel';
import type { InputCheck } from '../input.ts';
import type { GivenSheet } from './assess-sheets.ts';
import type { TimesheetFactsInput } from './hours.inputs.ts';
import { parseHours } from './hours.rules.ts';

/** Two a day of the longest month. */
const PARTS_MAX = 62;

/** What somebody gives of a month; what is wrong with it is in `checking`. */
export const sheetFacts = (checking: InputCheck, input: TimesheetFactsInput, placementId: string, month: string): GivenSheet => {
  const hours = (field: 'workedHours' | 'billableHours' | 'sickHours' | 'leaveHours' | 'seasonHours' | 'otherAbsentHours'): number =>
    checking.required(field, input[field], parseHours);
  const parts = input.billableParts ?? [];
  if (parts.length > PARTS_MAX) checking.problem('billableParts', `Geef hooguit ${PARTS_MAX} perioden.`);
  return {
    placementId,
    month,
    workedHours: hours('workedHours'),
    billableHours: hours('billableHours'),
    sickHours: hours('sickHours'),
    leaveHours: hours('leaveHours'),
    seasonHours: hours('seasonHours'),
    otherAbsentHours: hours('otherAbsentHours'),
    billableParts: parts.map((part, i) => ({
      from: checking.required(['billableParts', i, 'from'], part.from, parseDay),
      until: checking.required(['billableParts', i, 'until'], part.until, parseDay),
      hours: checking.required(['billableParts', i, 'hours'], part.hours, parseHours),
    })),
    revenueCents: checking.optional('revenueCents', input.revenueCents, parseEuroCents),
    directCostCents: checking.required('directCostCents', input.directCostCents, parseEuroCents),
  };
};

/** Throws what is wrong with the facts of an input. */
export const refuseProblems = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw badInput(problems.map(({ path, message }) => ({ path: ['input', ...path], message })));
};
