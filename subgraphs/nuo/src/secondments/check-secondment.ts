import {
  badInput,
  localDay,
  parseDay,
  parseEuroCents,
  parseMunicipalityCode,
  parseText,
  parseWhole,
  type RequestContext,
  type WriteTx,
} from '@werkplein/kernel';
import { Branch } from '../employers/employer.entity.ts';
import type { InputCheck } from '../input.ts';
import type { Secondment } from './secondment.entity.ts';
import type { SecondmentFactsInput } from './secondment.inputs.ts';

const NOTICE_MAX = 12;
/** € 500 an hour: more is a mistake of the keyboard. */
const RATE_MAX = 50_000;

export type SecondmentFacts = Pick<Secondment, 'kind' | 'title' | 'branchId' | 'greenTeamOf' | 'startsOn' | 'endsOn' | 'noticeMonths' | 'indexed'>;

/** The facts of an agreement; what is wrong with them is in `checking`. */
export const secondmentFacts = (ctx: RequestContext, checking: InputCheck, input: SecondmentFactsInput, origin: Secondment['origin']): SecondmentFacts => {
  const startsOn = checking.required('startsOn', input.startsOn, parseDay);
  const endsOn = checking.optional('endsOn', input.endsOn, parseDay);
  if (startsOn && endsOn && endsOn < startsOn) checking.problem('endsOn', 'De laatste dag ligt voor de eerste.');
  if (origin === 'SOWECO') {
    if (!input.endsOn) checking.problem('endsOn', 'Een overeenkomst die van Soweco is overgenomen loopt tot een afgesproken dag.');
    if (startsOn > localDay(ctx.clock())) checking.problem('startsOn', 'Een overeenkomst die van Soweco is overgenomen is al begonnen.');
  }
  return {
    kind: input.kind,
    title: checking.required('title', input.title, (text) => parseText(text, { max: 120 })),
    branchId: input.branchId ?? null,
    greenTeamOf: checking.optional('greenTeamOf', input.greenTeamOf, parseMunicipalityCode),
    startsOn,
    endsOn,
    noticeMonths: checking.required('noticeMonths', input.noticeMonths, parseWhole(0, NOTICE_MAX)),
    indexed: input.indexed,
  };
};

export const checkRate = (checking: InputCheck, cents: number): number => {
  const checked = checking.required('centsPerHour', cents, parseEuroCents);
  if (checked > RATE_MAX) checking.problem('centsPerHour', `Een tarief per uur is hooguit ${RATE_MAX} eurocent.`);
  return checked;
};

export const demandBranch = async ({ em }: WriteTx, employerId: string, branchId: string | null): Promise<void> => {
  if (branchId !== null && !(await em.existsBy(Branch, { id: branchId, employerId })))
    throw badInput([{ path: ['input', 'branchId'], message: 'Deze vestiging is niet van deze werkgever.' }]);
};
