import { localDay, type Outcome, parseBsn, parseDay, parseMunicipalityCode, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingPersonnelFile } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { Participant } from '../participants/participant.entity.ts';
import { holdPersonOf } from '../participants/hold-person.ts';
import { newPersons } from '../persons/person.store.ts';
import { takeTurn, turnOf } from '../turns.ts';
import { nuoVault } from './nuo-vault.ts';
import { wswClosing } from './wsw-closing.ts';
import { WswWorker } from './wsw-worker.entity.ts';
import { workerByBsn, writeResidence } from './wsw-worker.store.ts';
import type { BsnOfAnother, NoWswInflow, RegisterWswWorkerInput, WswWorkerRegistered } from './wsw-worker.types.ts';

type Answer = WswWorkerRegistered | NoWswInflow | BsnOfAnother;

const check = (input: RegisterWswWorkerInput, today: string) => {
  const checking = checkInput();
  const past = (field: 'birthDate' | 'firstRequestedOn' | 'residesSince', value: string): string => {
    const day = checking.required(field, value, parseDay);
    if (day && day > today) checking.problem(field, 'Deze dag is nog niet geweest.');
    return day;
  };
  const bsn = checking.required('bsn', input.bsn, parseBsn);
  const birthDate = past('birthDate', input.birthDate);
  const firstRequestedOn = input.firstRequestedOn ? past('firstRequestedOn', input.firstRequestedOn) : null;
  const residesSince = past('residesSince', input.residesSince);
  const residence = checking.required('residence', input.residence, parseMunicipalityCode);
  const fresh = input.participantId
    ? null
    : {
        name: checking.required('name', input.name ?? '', (text) => parseText(text, { max: 200 })),
        municipality: checking.required('municipality', input.municipality ?? '', parseMunicipalityCode),
      };
  if (input.participantId && (input.name || input.municipality)) checking.problem('name', 'Naam en gemeente van een deelnemer die er al is staan al vast.');
  checking.done();
  return { bsn, residence, residesSince, fresh, worker: { birthDate, gender: input.gender, firstRequestedOn } };
};

const register = async (tx: WriteTx, ctx: RequestContext, fresh: { name: string; municipality: string }): Promise<string> => {
  const id = ctx.newId();
  await newPersons(tx, [id]);
  const rest = { clientId: null, registeredOn: localDay(ctx.clock()), version: 1, sourceSystem: null, sourceKey: null };
  await tx.em.insert(Participant, { ...fresh, ...rest, id, personId: id });
  return id;
};

/** Of two who register the same person at once one makes the row, and both get it. */
export const registerWswWorker = async (ctx: RequestContext, input: RegisterWswWorkerInput): Promise<Answer> => {
  const { bsn, residence, residesSince, fresh, worker } = check(input, localDay(ctx.clock()));
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    if (!input.inClosingPopulation) return { answer: { __typename: 'NoWswInflow', closedOn: wswClosing.on, source: wswClosing.source }, subjectIds: [] };
    await takeTurn(tx, turnOf('wsw-worker', nuoVault.index(bsn)));
    const known = await workerByBsn(tx, bsn);
    if (known && input.participantId && known.id !== input.participantId)
      return { answer: { __typename: 'BsnOfAnother', participantId: known.id }, subjectIds: [input.participantId, known.id] };
    if (known) return { answer: { __typename: 'WswWorkerRegistered', participantId: known.id, alreadyKnown: true }, subjectIds: [known.id] };
    const id = fresh ? await register(tx, ctx, fresh) : (await holdPersonOf(tx, input.participantId as string)).participant.id;
    const other = fresh ? null : await tx.em.findOneBy(WswWorker, { id });
    if (other?.bsnIndex) return { answer: { __typename: 'BsnOfAnother', participantId: id }, subjectIds: [id] };
    const facts = { ...worker, ...nuoVault.seal(id, bsn), inClosingPopulation: true };
    if (other) await tx.em.update(WswWorker, { id }, { ...facts, version: other.version + 1 });
    else await tx.em.insert(WswWorker, { ...facts, id, version: 1 });
    await writeResidence(tx, ctx, id, residence, residesSince);
    await publish(tx, ctx, 'WswWorkerRegistered', id, null);
    return { answer: { __typename: 'WswWorkerRegistered', participantId: id, alreadyKnown: false }, subjectIds: [id] };
  };
  return runCommand(ctx, 'WswWorkerRegister', input, effect, keepingPersonnelFile);
};
