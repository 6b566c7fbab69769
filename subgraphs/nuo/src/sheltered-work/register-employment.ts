import {
  badInput,
  dayText,
  insertRows,
  localDay,
  type Outcome,
  parseDay,
  parseMunicipalityCode,
  type RequestContext,
  runCommand,
  type WriteTx,
} from '@werkplein/kernel';
import { keepingPersonnelFile } from '../activities.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { publish } from '../events/publish.ts';
import type { NotAWswWorker } from '../indications/indication.types.ts';
import { checkInput } from '../input.ts';
import { answeringMissing, type NuoParameterMissing } from '../parameters/index.ts';
import { holdPersonOf } from '../participants/hold-person.ts';
import { wswClosing } from '../wsw-workers/wsw-closing.ts';
import { WswWorker } from '../wsw-workers/wsw-worker.entity.ts';
import type { NoWswInflow } from '../wsw-workers/wsw-worker.types.ts';
import { heldRegiePeriods, type RegiePeriodRow } from '../regie-changes/regie-change.store.ts';
import { checkFormalEmployer, checkTerms, moreThanFullWeek } from './check-terms.ts';
import { EmploymentTerms, ShelteredEmployment } from './employment.entity.ts';
import { stateEmployments } from './employment.facts.ts';
import type { RegisterEmploymentInput } from './employment.inputs.ts';
import { isWsw } from './employment.machine.ts';
import { writeTerms } from './employment.store.ts';
import type { EmploymentRegistered, MoreThanFullWeek, NotIndicated, TooManyHours } from './employment.types.ts';
import { obstacleOf } from './person-employments.ts';

type Refusal = TooManyHours | MoreThanFullWeek | NotIndicated | NotAWswWorker | NoWswInflow;
type Answer = EmploymentRegistered | Refusal | NuoParameterMissing;

const check = (input: RegisterEmploymentInput, today: string) => {
  const checking = checkInput();
  const startsOn = checking.required('startsOn', input.startsOn, parseDay);
  const termsFrom = checking.optional('termsFrom', input.termsFrom, parseDay) ?? startsOn;
  if (startsOn && termsFrom < startsOn) checking.problem('termsFrom', 'Deze dag ligt voor het begin.');
  if (termsFrom > today && termsFrom !== startsOn) checking.problem('termsFrom', 'Deze dag is nog niet geweest.');
  const formalEmployer = checkFormalEmployer(checking, input.kind, input);
  const municipality = (field: 'payingMunicipality' | 'responsibleMunicipality'): string => checking.required(field, input[field], parseMunicipalityCode);
  const terms = { ...checkTerms(checking, input), formalEmployer, payingMunicipality: municipality('payingMunicipality') };
  const responsibleMunicipality = municipality('responsibleMunicipality');
  checking.done();
  return { startsOn, termsFrom, terms: { ...terms, responsibleMunicipality } };
};

/** Whom the Wsw does not take (I5): who is no Wsw worker, or was none when it closed. */
const notOfTheWsw = async (tx: WriteTx, participantId: string): Promise<NotAWswWorker | NoWswInflow | null> => {
  const worker = await tx.em.findOneBy(WswWorker, { id: participantId });
  if (!worker) return { __typename: 'NotAWswWorker', participantId };
  return worker.inClosingPopulation ? null : { __typename: 'NoWswInflow', closedOn: wswClosing.on, source: wswClosing.source };
};

/** Who was responsible on the first day is a fact; of somebody who moved it may be another than now. Gives who is responsible in the end. */
const demandResponsible = (regie: readonly RegiePeriodRow[], given: string, termsFrom: string): string => {
  const { municipality } = regie.findLast(({ from }) => from === null || from <= termsFrom) as RegiePeriodRow;
  if (given === municipality) return (regie.at(-1) as RegiePeriodRow).municipality;
  throw badInput([
    { path: ['input', 'responsibleMunicipality'], message: `Voor deze deelnemer is op ${dayText(termsFrom)} gemeente ${municipality} verantwoordelijk.` },
  ]);
};

/** Beschut werk waits for the municipality's decision (I11); other kinds begin as agreed. */
export const registerEmployment = async (ctx: RequestContext, input: RegisterEmploymentInput): Promise<Answer> => {
  const { startsOn, termsFrom, terms } = check(input, localDay(ctx.clock()));
  const { kind, adaptations } = input;
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const employer = input.employerId ? await lockEmployer(tx, input.employerId) : null;
    if (input.employerId && !employer) throw badInput([{ path: ['input', 'employerId'], message: 'Deze werkgever bestaat niet.' }]);
    const { participant, participantIds } = await holdPersonOf(tx, input.participantId);
    const regie = await heldRegiePeriods(tx, participant);
    const responsible = demandResponsible(regie, terms.responsibleMunicipality, termsFrom);
    const at = ctx.clock();
    const employment = {
      id: ctx.newId(),
      participantId: participant.id,
      kind,
      state: kind === 'BESCHUT_10B' ? ('AWAITING_DECISION' as const) : ('AGREED' as const),
      startsOn,
      endsOn: null,
      employerAliasId: employer?.id ?? null,
      responsibleMunicipality: responsible,
      adaptations,
      decisionId: null,
      decidedOn: null,
      continuesId: null,
      endReason: null,
      destination: null,
      note: null,
      version: 1,
      recordedAt: at,
    } satisfies ShelteredEmployment;
    const first = { ...terms, id: ctx.newId(), employmentId: employment.id, validFrom: termsFrom, validUntil: null, recordedAt: at, replacedAt: null };
    const answer = await answeringMissing<Answer>(async () => {
      const refused =
        (isWsw(kind) ? await notOfTheWsw(tx, participant.id) : null) ??
        (await moreThanFullWeek(tx, kind, terms.hoursPerWeek, termsFrom)) ??
        (await obstacleOf(tx, ctx, participantIds, { employment, terms: [first] }));
      if (refused) return refused;
      await tx.em.insert(ShelteredEmployment, employment);
      await insertRows(tx, EmploymentTerms, [first]);
      // Of somebody who moved since: from each day on who answered then.
      for (const { from, municipality } of regie)
        if (from !== null && from > termsFrom) await writeTerms(tx, ctx, employment.id, from, { responsibleMunicipality: municipality });
      await stateEmployments(tx, ctx, [employment.id]);
      await publish(tx, ctx, 'EmploymentRegistered', employment.id, null);
      return { __typename: 'EmploymentRegistered', employmentId: employment.id };
    });
    return { answer, subjectIds: [participant.id], persons: [participant.id] };
  };
  return runCommand(ctx, 'EmploymentRegister', input, effect, keepingPersonnelFile);
};
