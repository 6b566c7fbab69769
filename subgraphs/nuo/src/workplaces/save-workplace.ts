import {
  badInput,
  fault,
  InvalidValue,
  localDay,
  type Outcome,
  parseDay,
  parseMunicipalityCode,
  parseText,
  type RequestContext,
  runCommand,
  type WriteTx,
} from '@werkplein/kernel';
import { checkColleague } from '../colleagues/check-colleague.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { lockWorkplace } from './full-day.ts';
import { demandSupervisor } from './save-work-group.ts';
import { WorkGroup, Workplace } from './workplace.entity.ts';
import type { SaveWorkplaceInput } from './workplace.inputs.ts';
import { firstFullDay, loadDuring } from './workplace.rules.ts';
import type { WorkplaceSaved, WorkplaceTooSmall, WorkplaceVersionConflict } from './workplace.types.ts';
import { loadsOf } from './workplace-load.store.ts';

type Answer = WorkplaceSaved | WorkplaceVersionConflict | WorkplaceTooSmall;

const MOST_HOURS = 10_000;
const QUARTERS = 4;
const parseCapacity = (hours: number): number => {
  if (!(hours > 0 && hours <= MOST_HOURS && Number.isInteger(hours * QUARTERS))) {
    throw new InvalidValue(`uren per week, meer dan 0 en hooguit ${MOST_HOURS}, in stappen van een kwartier (0,25)`);
  }
  return hours;
};

const check = (input: SaveWorkplaceInput) => {
  const checking = checkInput();
  const text = (field: 'name' | 'location'): string => checking.required(field, input[field], (given) => parseText(given, { max: 120 }));
  const [name, location] = [text('name'), text('location')];
  const municipality = checking.required('municipality', input.municipality, parseMunicipalityCode);
  const capacityHours = checking.required('capacityHours', input.capacityHours, parseCapacity);
  const opensOn = checking.required('opensOn', input.opensOn, parseDay);
  const closesOn = checking.optional('closesOn', input.closesOn, parseDay);
  if (opensOn && closesOn && closesOn < opensOn) checking.problem('closesOn', 'De laatste dag ligt voor de eerste.');
  const supervisorId = input.supervisor ? checkColleague(checking, ['supervisor'], input.supervisor) : null;
  if (input.workGroupId && supervisorId) checking.problem('supervisor', 'Bij een werkplek van een groep zegt de groep wie leiding geeft.');
  if (input.workGroupId && input.kind === 'INSIDE') checking.problem('workGroupId', 'Een groep werkt op locatie of in het groen.');
  if (Boolean(input.workplaceId) !== Boolean(input.expectedVersion)) checking.problem('expectedVersion', 'Hoort bij een werkplek die er al is.');
  checking.done();
  const { kind, adaptations } = input;
  return { name, kind, location, municipality, capacityHours, supervisorId, workGroupId: input.workGroupId ?? null, adaptations, opensOn, closesOn };
};

/** The first day from today on which a place as it would be does not hold what it has. */
const tooSmallOn = async (tx: WriteTx, place: Workplace, today: string): Promise<string | null> => {
  const loads = (await loadsOf(tx, [place.id], today)).get(place.id) ?? [];
  const ahead = loads.map((load) => loadDuring(load, { from: today, to: null })).filter((load) => load !== null);
  const days = ahead.map((load, at) => firstFullDay(place, ahead.toSpliced(at, 1), load)).filter((day) => day !== null);
  return days.toSorted()[0] ?? null;
};

/** A place of its own, or what it is from now on; never smaller than what it holds. */
export const saveWorkplace = async (ctx: RequestContext, input: SaveWorkplaceInput): Promise<Answer> => {
  const facts = check(input);
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    await demandSupervisor(tx, facts.supervisorId);
    const group = facts.workGroupId === null ? null : await tx.em.findOneBy(WorkGroup, { id: facts.workGroupId });
    if (facts.workGroupId !== null && group?.kind !== facts.kind) {
      throw badInput([{ path: ['input', 'workGroupId'], message: 'Deze groep bestaat niet, of is van een andere soort.' }]);
    }
    const id = input.workplaceId ?? ctx.newId();
    const subjectIds = [id];
    if (!input.workplaceId) await tx.em.insert(Workplace, { ...facts, id, version: 1 });
    else {
      const known = await lockWorkplace(tx, id);
      if (!known) throw fault('NOT_FOUND');
      if (known.version !== input.expectedVersion) return { answer: { __typename: 'WorkplaceVersionConflict', currentVersion: known.version }, subjectIds };
      const full = await tooSmallOn(tx, { ...known, ...facts }, localDay(ctx.clock()));
      if (full !== null) return { answer: { __typename: 'WorkplaceTooSmall', workplaceId: id, firstFullDay: full }, subjectIds };
      await tx.em.update(Workplace, { id }, { ...facts, version: known.version + 1 });
    }
    await publish(tx, ctx, 'WorkplaceSaved', id, null);
    return { answer: { __typename: 'WorkplaceSaved', workplaceId: id }, subjectIds };
  };
  return runCommand(ctx, 'WorkplaceSave', input, effect);
};
