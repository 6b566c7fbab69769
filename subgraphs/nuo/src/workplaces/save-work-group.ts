import { badInput, fault, type Outcome, parseDay, parseMunicipalityCode, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { checkColleague, unknownColleague } from '../colleagues/check-colleague.ts';
import { lockColleague } from '../colleagues/colleague.store.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { WorkGroup } from './workplace.entity.ts';
import type { SaveWorkGroupInput } from './workplace.inputs.ts';
import type { WorkGroupSaved, WorkplaceVersionConflict } from './workplace.types.ts';

const check = (input: SaveWorkGroupInput) => {
  const checking = checkInput();
  const name = checking.required('name', input.name, (text) => parseText(text, { max: 120 }));
  if (input.kind === 'INSIDE') checking.problem('kind', 'Een groep werkt op locatie of in het groen.');
  const hirerMunicipality = checking.optional('hirerMunicipality', input.hirerMunicipality, parseMunicipalityCode);
  const commissionerMunicipality = checking.optional('commissionerMunicipality', input.commissionerMunicipality, parseMunicipalityCode);
  if (!input.employerId && hirerMunicipality === null) checking.problem('employerId', 'Geef wie de groep inleent: een werkgever of een gemeente.');
  const startsOn = checking.required('startsOn', input.startsOn, parseDay);
  const endsOn = checking.optional('endsOn', input.endsOn, parseDay);
  if (startsOn && endsOn && endsOn < startsOn) checking.problem('endsOn', 'De laatste dag ligt voor het begin.');
  const supervisorId = input.supervisor ? checkColleague(checking, ['supervisor'], input.supervisor) : null;
  if (Boolean(input.workGroupId) !== Boolean(input.expectedVersion)) checking.problem('expectedVersion', 'Hoort bij een groep die er al is.');
  checking.done();
  return { name, kind: input.kind, hirerMunicipality, commissionerMunicipality, startsOn, endsOn, supervisorId };
};

/** Whoever supervises must be known here. */
export const demandSupervisor = async (tx: WriteTx, supervisorId: string | null): Promise<void> => {
  if (supervisorId !== null && !(await lockColleague(tx, supervisorId, 'read'))) throw unknownColleague('supervisor');
};

/** A group of its own, or what it is from now on. In the green a municipality can hire, commission and employ the same people. */
export const saveWorkGroup = async (ctx: RequestContext, input: SaveWorkGroupInput): Promise<WorkGroupSaved | WorkplaceVersionConflict> => {
  const facts = check(input);
  const effect = async (tx: WriteTx): Promise<Outcome<WorkGroupSaved | WorkplaceVersionConflict>> => {
    const employer = input.employerId ? await lockEmployer(tx, input.employerId) : null;
    if (input.employerId && !employer) throw badInput([{ path: ['input', 'employerId'], message: 'Deze werkgever bestaat niet.' }]);
    await demandSupervisor(tx, facts.supervisorId);
    const row = { ...facts, employerAliasId: employer?.id ?? null };
    const id = input.workGroupId ?? ctx.newId();
    if (!input.workGroupId) await tx.em.insert(WorkGroup, { ...row, id, version: 1 });
    else {
      const known = await tx.em.findOneBy(WorkGroup, { id });
      if (!known) throw fault('NOT_FOUND');
      const version = input.expectedVersion as number;
      // The claim is the write: of two with one version the second finds none.
      const { affected } = await tx.em.update(WorkGroup, { id, version }, { ...row, version: version + 1 });
      if (affected !== 1) return { answer: { __typename: 'WorkplaceVersionConflict', currentVersion: known.version }, subjectIds: [id] };
    }
    await publish(tx, ctx, 'WorkGroupSaved', id, employer?.id ?? null);
    return { answer: { __typename: 'WorkGroupSaved', workGroupId: id }, subjectIds: [id] };
  };
  return runCommand(ctx, 'WorkGroupSave', input, effect);
};
