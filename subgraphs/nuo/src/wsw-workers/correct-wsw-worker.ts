import { localDay, type Outcome, parseBsn, parseDay, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingPersonnelFile } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput, mentioned } from '../input.ts';
import { holdPersonOf } from '../participants/hold-person.ts';
import { takeTurn, turnOf } from '../turns.ts';
import { nuoVault } from './nuo-vault.ts';
import { WswWorker } from './wsw-worker.entity.ts';
import { workerByBsn } from './wsw-worker.store.ts';
import type { BsnOfAnother, CorrectWswWorkerInput, WswWorkerCorrected, WswWorkerVersionConflict } from './wsw-worker.types.ts';

type Answer = WswWorkerCorrected | WswWorkerVersionConflict | BsnOfAnother;

const check = (input: CorrectWswWorkerInput, today: string) => {
  const checking = checkInput();
  const bsn = input.bsn === undefined ? null : checking.required('bsn', input.bsn ?? '', parseBsn);
  const past = (field: 'birthDate' | 'firstRequestedOn'): string | null => {
    const day = checking.optional(field, input[field], parseDay);
    if (day && day > today) checking.problem(field, 'Deze dag is nog niet geweest.');
    return day;
  };
  const facts = mentioned({ birthDate: past('birthDate'), firstRequestedOn: past('firstRequestedOn'), gender: input.gender ?? null }, input);
  if (bsn === null && Object.keys(facts).length === 0 && checking.problems.length === 0) checking.problem('bsn', 'Zeg wat er anders moet.');
  checking.done();
  return { bsn, facts };
};

/** Rectification (AVG art. 16) of what the Wsw asks of a person. */
export const correctWswWorker = async (ctx: RequestContext, input: CorrectWswWorkerInput): Promise<Answer> => {
  const { bsn, facts } = check(input, localDay(ctx.clock()));
  const { participantId } = input;
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    if (bsn !== null) await takeTurn(tx, turnOf('wsw-worker', nuoVault.index(bsn)));
    const { id } = (await holdPersonOf(tx, participantId)).participant;
    const worker = await tx.em.findOneBy(WswWorker, { id });
    const holder = bsn === null ? null : await workerByBsn(tx, bsn);
    if (holder && holder.id !== id) return { answer: { __typename: 'BsnOfAnother', participantId: holder.id }, subjectIds: [id, holder.id] };
    const version = worker?.version ?? 0;
    if (!worker || version !== input.expectedVersion)
      return { answer: { __typename: 'WswWorkerVersionConflict', participantId, currentVersion: version }, subjectIds: [id] };
    await tx.em.update(WswWorker, { id }, { ...facts, ...(bsn !== null && nuoVault.seal(id, bsn)), version: version + 1 });
    await publish(tx, ctx, 'WswWorkerCorrected', id, null);
    return { answer: { __typename: 'WswWorkerCorrected', participantId: id }, subjectIds: [id] };
  };
  return runCommand(ctx, 'WswWorkerCorrect', input, effect, keepingPersonnelFile);
};
