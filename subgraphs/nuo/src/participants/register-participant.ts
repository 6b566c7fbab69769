import {
  fault,
  homeOf,
  isUniqueViolation,
  localDay,
  NUO,
  parseMunicipalityCode,
  parseOin,
  parseText,
  type RequestContext,
  runCommand,
  type WriteTx,
} from '@werkplein/kernel';
import { registeringParticipant } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { learnWaitingToken } from '../letters/hear-person-token.ts';
import { checkInput, type InputCheck } from '../input.ts';
import { Person } from '../persons/person.entity.ts';
import { newPersons } from '../persons/person.store.ts';
import { isInGraph, noCommissioner, UWV } from './commissioner.rules.ts';
import { Participant } from './participant.entity.ts';
import { reaches, registerParticipants } from './participant.policy.ts';
import type { CommissionerInput, ParticipantRegistered, RegisterParticipantInput } from './participant.types.ts';

type Facts = Partial<Participant> & Pick<Participant, 'municipality'>;

/** A third party with its number for the person; it answers for them, so the municipality follows from it. */
const checkCommissioner = (checking: InputCheck, { kind, code, reference }: CommissionerInput): Facts => {
  const path = (field: string): string[] => ['commissioner', field];
  const commissionerReference = checking.required(path('reference'), reference, (text) => parseText(text, { max: 64 }));
  if (kind === 'UWV') {
    const commissionerCode = checking.required(path('code'), code, parseOin);
    return { commissionerKind: kind, commissionerCode, commissionerReference, municipality: UWV };
  }
  const commissionerCode = checking.required(path('code'), code, parseMunicipalityCode);
  if (isInGraph(commissionerCode)) checking.problem(path('code'), 'Deze gemeente heeft een eigen Werkplein: dat biedt zijn cliënten zelf aan.');
  return { commissionerKind: kind, commissionerCode, commissionerReference, municipality: commissionerCode };
};

const checkOwn = (checking: InputCheck, { clientId, municipality: code, name }: RegisterParticipantInput): Facts => {
  const municipality = checking.required('municipality', code ?? '', parseMunicipalityCode);
  const home = clientId ? homeOf(clientId) : null;
  if (clientId && (home === null || home === NUO)) checking.problem('clientId', 'Dit is geen cliënt van een Werkplein.');
  else if (clientId && municipality !== undefined && home !== municipality) checking.problem('clientId', 'Deze cliënt is van een andere gemeente.');
  if (clientId && name) checking.problem('name', 'Van een cliënt van een Werkplein houdt de NUO geen naam.');
  if (!clientId && !name) checking.problem('name', 'Geef een cliënt, of de naam van een Wsw-medewerker.');
  return { clientId: clientId ?? null, municipality };
};

const check = (input: RegisterParticipantInput): Facts => {
  const checking = checkInput();
  const { commissioner } = input;
  if (commissioner && input.clientId) checking.problem('clientId', 'Een cliënt van een Werkplein heeft geen andere opdrachtgever.');
  if (commissioner && input.municipality) checking.problem('municipality', 'Die volgt uit de opdrachtgever.');
  const person = commissioner ? checkCommissioner(checking, commissioner) : checkOwn(checking, input);
  const name = checking.optional('name', input.name, (text) => parseText(text, { max: 200 }));
  checking.done();
  return { ...person, name };
};

export const newParticipant = (ctx: RequestContext, facts: Facts): Participant => {
  const id = ctx.newId();
  const registeredOn = localDay(ctx.clock());
  return { ...noCommissioner, clientId: null, name: null, id, personId: id, registeredOn, version: 1, sourceSystem: null, sourceKey: null, ...facts };
};

/** The participant that is this client, or this person of a third party; else the fresh one, which is then told. */
export const resolveOrCreate = async (tx: WriteTx, ctx: RequestContext, fresh: Participant): Promise<{ id: string; alreadyKnown: boolean }> => {
  const { clientId, commissionerCode, commissionerReference } = fresh;
  const find = (): Promise<Participant | null> | null => {
    if (clientId !== null) return tx.em.findOneBy(Participant, { clientId });
    return commissionerCode === null || commissionerReference === null ? null : tx.em.findOneBy(Participant, { commissionerCode, commissionerReference });
  };
  const known = await find();
  if (known) return { id: known.id, alreadyKnown: true };
  try {
    await newPersons(tx, [fresh.id]);
    await tx.em.insert(Participant, fresh);
  } catch (error) {
    const winner = isUniqueViolation(error) ? await find() : null;
    if (!winner) throw error;
    await tx.em.delete(Person, { id: fresh.id });
    return { id: winner.id, alreadyKnown: true };
  }
  if (clientId !== null) await learnWaitingToken(tx, ctx, clientId);
  await publish(tx, ctx, 'ParticipantRegistered', fresh.id, null);
  return { id: fresh.id, alreadyKnown: false };
};

export const registerParticipant = async (ctx: RequestContext, input: RegisterParticipantInput): Promise<ParticipantRegistered> => {
  const facts = check(input);
  if (!reaches(ctx, registerParticipants, facts.municipality)) throw fault('FORBIDDEN');
  const effect = async (tx: WriteTx) => {
    const { id, alreadyKnown } = await resolveOrCreate(tx, ctx, newParticipant(ctx, facts));
    return { answer: { __typename: 'ParticipantRegistered' as const, participantId: id, alreadyKnown }, subjectIds: [id] };
  };
  return runCommand(ctx, 'ParticipantRegister', input, effect, registeringParticipant);
};
