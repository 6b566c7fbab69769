import { addMonthsClipped, dayText, InvalidValue, parseDay, parseText } from '@werkplein/kernel';
import type { InputReader } from '../clients/input.ts';
import { parseStep } from '../ladder/ladder.rules.ts';
import type { PlanContent, PlanGoal, PlanObligation } from './plan.rules.ts';

export interface PlanFields {
  goals: readonly PlanGoal[];
  support: readonly string[];
  obligations: readonly { code: string; legalBasis: string; validFrom: string; validUntil?: string | null }[];
  consequences?: string | null;
  nextEvaluationOn: string;
  discussedOn?: string | null;
}

const ROWS_MAX = 20;
const long = (value: string): string => parseText(value, { max: 2000, multiline: true });

const pastDay = (value: string, today: string): string => {
  const day = parseDay(value);
  if (day > today) throw new InvalidValue('een dag die al is geweest');
  return day;
};

/** The next evaluation: from today on, within the Werkplein's term. */
export const parseNextEvaluation = (value: string, today: string, maxMonths: number): string => {
  const day = parseDay(value);
  const last = addMonthsClipped(today, maxMonths);
  if (day < today || day > last)
    throw new InvalidValue(`een dag van vandaag (${dayText(today)}) tot en met ${dayText(last)}: dit Werkplein evalueert ten minste elke ${maxMonths} maanden`);
  return day;
};

const goalOf = (reader: InputReader, { text, fromStep, toStep, term }: PlanGoal, i: number): PlanGoal => ({
  text: reader.read(['goals', i, 'text'], () => long(text)),
  fromStep: reader.read(['goals', i, 'fromStep'], () => parseStep(fromStep)),
  toStep: reader.read(['goals', i, 'toStep'], () => parseStep(toStep)),
  term: reader.read(['goals', i, 'term'], () => parseDay(term)),
});

const obligationOf = (reader: InputReader, given: PlanFields['obligations'][number], i: number): PlanObligation => {
  const at = (name: string) => ['obligations', i, name];
  const validFrom = reader.read(at('validFrom'), () => parseDay(given.validFrom));
  const validUntil = given.validUntil ? reader.read(at('validUntil'), () => parseDay(given.validUntil)) : null;
  if (validFrom && validUntil && validUntil < validFrom) reader.add(at('validUntil'), 'De laatste dag ligt voor de eerste.');
  return {
    code: reader.read(at('code'), () => parseText(given.code, { max: 40 })),
    legalBasis: reader.read(at('legalBasis'), () => parseText(given.legalBasis, { max: 200 })),
    validFrom,
    validUntil,
  };
};

/** Two of the same cannot be told apart when versions are compared. */
const demandDistinct = (reader: InputReader, name: string, keys: readonly string[]): void => {
  if (keys.length > ROWS_MAX) reader.add([name], `Noem er hooguit ${ROWS_MAX}.`);
  if (new Set(keys).size < keys.length) reader.add([name], 'Noem elk maar één keer.');
};

/** The content of an input; every problem goes to `reader`. */
export const readPlan = (reader: InputReader, input: PlanFields, today: string, maxMonths: number): PlanContent => {
  const { consequences, discussedOn } = input;
  const goals = input.goals.map((goal, i) => goalOf(reader, goal, i));
  const support = input.support.map((text, i) => reader.read(['support', i], () => long(text)));
  const obligations = input.obligations.map((each, i) => obligationOf(reader, each, i));
  demandDistinct(
    reader,
    'goals',
    goals.map(({ text }) => text),
  );
  demandDistinct(reader, 'support', support);
  demandDistinct(
    reader,
    'obligations',
    obligations.map(({ code, validFrom }) => `${code} ${validFrom}`),
  );
  return {
    goals,
    support,
    obligations,
    consequences: consequences ? reader.read(['consequences'], () => long(consequences)) : null,
    nextEvaluationOn: reader.read(['nextEvaluationOn'], () => parseNextEvaluation(input.nextEvaluationOn, today, maxMonths)),
    discussedOn: discussedOn ? reader.read(['discussedOn'], () => pastDay(discussedOn, today)) : null,
  };
};
