import { badInput, parseDay, type Outcome, parseHoursPerWeek, type Problem, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingPlacement } from '../activities.ts';
import { Branch, type Employer } from '../employers/employer.entity.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { Participant } from '../participants/participant.entity.ts';
import { freshPlacement } from './fresh.ts';
import { Placement } from './placement.entity.ts';
import { overlapping } from './placement.rules.ts';
import { PlacementKind, type PlacementOverlaps, type PlacementRecorded, type RecordPlacementInput } from './placement.types.ts';

const check = (input: RecordPlacementInput) => {
  const checking = checkInput();
  const startsOn = checking.required('startsOn', input.startsOn, parseDay);
  const expectedEndOn = checking.optional('expectedEndOn', input.expectedEndOn, parseDay);
  if (startsOn && expectedEndOn && expectedEndOn < startsOn) checking.problem('expectedEndOn', 'Het verwachte einde ligt voor het begin.');
  const hoursPerWeek = checking.required('hoursPerWeek', input.hoursPerWeek, parseHoursPerWeek);
  if (!input.employerId && input.kind !== PlacementKind.SHELTERED_INTERNAL) checking.problem('employerId', 'Alleen beschut werk binnen heeft geen werkgever.');
  if (input.employerId && input.kind === PlacementKind.SHELTERED_INTERNAL) checking.problem('employerId', 'Beschut werk binnen heeft geen werkgever.');
  if (input.branchId && !input.employerId) checking.problem('branchId', 'Een vestiging hoort bij een werkgever.');
  checking.done();
  return { startsOn, expectedEndOn, hoursPerWeek, kind: input.kind as string, branchId: input.branchId ?? null };
};

/** What of the input is not there; the employer and then the person are held until the end of the transaction. */
const demandRows = async (tx: WriteTx, input: RecordPlacementInput): Promise<{ participant: Participant; employer: Employer | null }> => {
  const problems: Problem[] = [];
  const employer = input.employerId ? await lockEmployer(tx, input.employerId) : null;
  if (input.employerId && !employer) problems.push({ path: ['input', 'employerId'], message: 'Deze werkgever bestaat niet.' });
  if (employer && input.branchId && !(await tx.em.existsBy(Branch, { id: input.branchId, employerId: employer.id }))) {
    problems.push({ path: ['input', 'branchId'], message: 'Deze vestiging is niet van deze werkgever.' });
  }
  const lock = tx.dialect === 'mariadb' ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const participant = await tx.em.findOne(Participant, { where: { id: input.participantId }, ...lock });
  if (!participant) problems.push({ path: ['input', 'participantId'], message: 'Deze deelnemer bestaat niet.' });
  if (!participant || problems.length > 0) throw badInput(problems);
  return { participant, employer };
};

export const recordPlacement = async (ctx: RequestContext, input: RecordPlacementInput): Promise<PlacementRecorded | PlacementOverlaps> => {
  const checked = check(input);
  const effect = async (tx: WriteTx): Promise<Outcome<PlacementRecorded | PlacementOverlaps>> => {
    const { participant, employer } = await demandRows(tx, input);
    const persons = [participant.id];
    const others = await tx.em.findBy(Placement, { participantId: participant.id });
    const inTheWay = overlapping(others, { ...checked, endedOn: null });
    if (inTheWay) return { answer: { __typename: 'PlacementOverlaps', placementId: inTheWay.id }, subjectIds: [inTheWay.id], persons };
    const id = ctx.newId();
    const { clientId, municipality } = participant;
    await tx.em.insert(Placement, {
      ...freshPlacement,
      ...checked,
      id,
      employerAliasId: employer?.id ?? null,
      participantId: participant.id,
      clientId,
      municipality,
      status: 'ACTIVE',
    });
    await publish(tx, ctx, 'PlacementStarted', id, employer?.id ?? null);
    return { answer: { __typename: 'PlacementRecorded', placementId: id }, subjectIds: [participant.id, id], persons };
  };
  return runCommand(ctx, 'PlacementRecord', input, effect, keepingPlacement);
};
