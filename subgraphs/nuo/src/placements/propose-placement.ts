import { badInput, localDay, type Outcome, parseDay, parseHoursPerWeek, type Problem, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingPlacement } from '../activities.ts';
import { Branch, type Employer } from '../employers/employer.entity.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { checkInput } from '../input.ts';
import { lockOrder, mayProposeUnder } from '../orders/index.ts';
import { answeringMissing, lastDayOfWorkingTerm, type NuoParameterMissing } from '../parameters/index.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { lockParticipant } from '../participants/participant.store.ts';
import { type HeldPerson, lockPerson } from '../persons/person.store.ts';
import { recordStep } from './change-placement.ts';
import { freshPlacement } from './fresh.ts';
import { guidanceOf } from './guidance.ts';
import { answerTo, type Hindrance } from './hindrance.ts';
import { whatHindersTrial } from './person-work.ts';
import { Placement } from './placement.entity.ts';
import type { ProposePlacementInput } from './placement.inputs.ts';
import { factsOf, isWsw } from './placement-kinds.rules.ts';
import { NOT_NEEDED } from './placement-states.rules.ts';
import { ruleBroken, termExceeded, termOf } from './placement-term.ts';
import { type Origin, originOf } from './placement-origin.ts';
import type { PlacementProposed } from './placement.results.ts';

type Answer = PlacementProposed | Hindrance | NuoParameterMissing;

const check = (input: ProposePlacementInput) => {
  const { hasEmployer } = factsOf(input.kind);
  const checking = checkInput();
  const startsOn = checking.required('startsOn', input.startsOn, parseDay);
  const expectedEndOn = checking.optional('expectedEndOn', input.expectedEndOn, parseDay);
  if (startsOn && expectedEndOn && expectedEndOn < startsOn) checking.problem('expectedEndOn', 'Het verwachte einde ligt voor het begin.');
  const hoursPerWeek = checking.required('hoursPerWeek', input.hoursPerWeek, parseHoursPerWeek);
  if (!input.employerId && hasEmployer) checking.problem('employerId', 'Alleen beschut werk binnen heeft geen werkgever.');
  if (input.employerId && !hasEmployer) checking.problem('employerId', 'Beschut werk binnen heeft geen werkgever.');
  if (input.branchId && !input.employerId) checking.problem('branchId', 'Een vestiging hoort bij een werkgever.');
  if (input.proposalId && input.vacancyId) checking.problem('vacancyId', 'De vacature volgt uit de voordracht.');
  const guidance = guidanceOf(checking, input.guidance);
  checking.done();
  return { kind: input.kind, startsOn, expectedEndOn, hoursPerWeek, branchId: input.branchId ?? null, ...guidance };
};

interface Held {
  employer: Employer | null;
  person: HeldPerson;
  participant: Participant;
  origin: Origin;
  orderIsOpen: boolean;
}

/** Everything that the input names, held until the end of the transaction; what is not there is told at once. */
const hold = async (tx: WriteTx, input: ProposePlacementInput): Promise<Held> => {
  const problems: Problem[] = [];
  const problem = (field: string, message: string): void => void problems.push({ path: ['input', field], message });
  const employer = input.employerId ? await lockEmployer(tx, input.employerId) : null;
  if (input.employerId && !employer) problem('employerId', 'Deze werkgever bestaat niet.');
  if (employer && input.branchId && !(await tx.em.existsBy(Branch, { id: input.branchId, employerId: employer.id })))
    problem('branchId', 'Deze vestiging is niet van deze werkgever.');
  const person = await lockPerson(tx, input.participantId);
  const participant = person && (await lockParticipant(tx, input.participantId));
  if (!person || !participant) throw badInput([...problems, { path: ['input', 'participantId'], message: 'Deze deelnemer bestaat niet.' }]);
  const order = input.serviceOrderId ? await lockOrder(tx, input.serviceOrderId) : null;
  if (input.serviceOrderId && order?.participantId !== participant.id) problem('serviceOrderId', 'Dit is geen opdracht voor deze deelnemer.');
  if (isWsw(participant) && !factsOf(input.kind).forWsw) problem('kind', 'Deze soort vraagt een besluit van een Werkplein; een Wsw-medewerker heeft dat niet.');
  if (participant.exitedOn !== null) problem('participantId', 'Deze deelnemer is uitgestroomd.');
  const origin = await originOf(tx, input, employer?.id ?? null, participant.municipality, problem);
  if (problems.length > 0) throw badInput(problems);
  return { employer, person, participant, origin, orderIsOpen: order !== null && mayProposeUnder(order) };
};

/** Uitvoering proposes a placement; the days on which silence is agreement and the law's term ends are stored here and now. */
export const proposePlacement = async (ctx: RequestContext, input: ProposePlacementInput): Promise<Answer> => {
  const checked = check(input);
  const today = localDay(ctx.clock());

  const propose = async (tx: WriteTx, { employer, person, participant, origin, orderIsOpen }: Held): Promise<Answer> => {
    const own = isWsw(participant);
    if (!own && !orderIsOpen) return ruleBroken('ORDER_NOT_IN_PROGRESS');
    if (employer && (employer.status === 'BLOCKED' || employer.status === 'DISSOLVED')) return ruleBroken('EMPLOYER_NOT_AVAILABLE');
    if (origin.refused !== null) return ruleBroken(origin.refused);
    const term = await termOf(tx, checked.kind, checked.startsOn);
    if (term && checked.expectedEndOn !== null && checked.expectedEndOn > term.first) return termExceeded(term.first);
    const silent = !own && !factsOf(checked.kind).needsDecision;
    const placement: Placement = {
      ...freshPlacement,
      ...checked,
      expectedEndOn: checked.expectedEndOn ?? term?.first ?? null,
      termEndsOn: term?.first ?? null,
      id: ctx.newId(),
      participantId: participant.id,
      clientId: participant.clientId,
      municipality: participant.municipality,
      employerAliasId: employer?.id ?? null,
      serviceOrderId: input.serviceOrderId ?? null,
      vacancyId: origin.vacancyId,
      proposalId: input.proposalId ?? null,
      status: own ? 'AGREED' : 'PROPOSED',
      proposedOn: today,
      ...(own && { agreedOn: today, agreedBy: NOT_NEEDED }),
      implicitAgreementOn: silent ? await lastDayOfWorkingTerm(tx, 'IMPLICIT_AGREEMENT_TERM', today) : null,
    };
    const hindrance = await answerTo(tx, await whatHindersTrial(tx, person.participantIds, placement, today), placement, today);
    if (hindrance) return hindrance;
    await tx.em.insert(Placement, placement);
    await recordStep(tx, ctx, placement, 'propose', placement.status, placement.version, {});
    return { __typename: 'PlacementProposed', placementId: placement.id };
  };

  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const held = await hold(tx, input);
    const answer = await answeringMissing(() => propose(tx, held));
    const { id } = held.participant;
    return { answer, subjectIds: 'placementId' in answer ? [id, answer.placementId] : [id], persons: [id] };
  };
  return runCommand(ctx, 'PlacementPropose', input, effect, keepingPlacement);
};
