import { homeOf, isUniqueViolation, localDay, NUO, parseMunicipalityCode, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { registeringParticipant } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { Person } from '../persons/person.entity.ts';
import { newPersons } from '../persons/person.store.ts';
import { noCommissioner } from './commissioner.rules.ts';
import { Participant } from './participant.entity.ts';
import type { ParticipantRegistered, RegisterParticipantInput } from './participant.types.ts';

const check = ({ clientId, ...input }: RegisterParticipantInput): Pick<Participant, 'clientId' | 'municipality' | 'name'> => {
  const checking = checkInput();
  const municipality = checking.required('municipality', input.municipality, parseMunicipalityCode);
  const name = checking.optional('name', input.name, (text) => parseText(text, { max: 200 }));
  const home = clientId ? homeOf(clientId) : null;
  if (clientId && (home === null || home === NUO)) checking.problem('clientId', 'Dit is geen cliënt van een Werkplein.');
  else if (clientId && municipality !== undefined && home !== municipality) checking.problem('clientId', 'Deze cliënt is van een andere gemeente.');
  if (clientId && input.name) checking.problem('name', 'Van een cliënt van een Werkplein houdt de NUO geen naam.');
  if (!clientId && !input.name) checking.problem('name', 'Geef een cliënt, of de naam van een Wsw-medewerker.');
  checking.done();
  return { clientId: clientId ?? null, municipality, name };
};

const resolveOrCreate = async (tx: WriteTx, fresh: Participant): Promise<{ id: string; alreadyKnown: boolean }> => {
  const find = () => (fresh.clientId === null ? null : tx.em.findOneBy(Participant, { clientId: fresh.clientId }));
  const known = await find();
  if (known) return { id: known.id, alreadyKnown: true };
  try {
    await newPersons(tx, [fresh.id]);
    await tx.em.insert(Participant, fresh);
    return { id: fresh.id, alreadyKnown: false };
  } catch (error) {
    const winner = isUniqueViolation(error) ? await find() : null;
    if (!winner) throw error;
    await tx.em.delete(Person, { id: fresh.id });
    return { id: winner.id, alreadyKnown: true };
  }
};

export const registerParticipant = async (ctx: RequestContext, input: RegisterParticipantInput): Promise<ParticipantRegistered> => {
  const checked = check(input);
  const effect = async (tx: WriteTx) => {
    const fresh = ctx.newId();
    const { id, alreadyKnown } = await resolveOrCreate(tx, {
      ...noCommissioner,
      ...checked,
      id: fresh,
      personId: fresh,
      registeredOn: localDay(ctx.clock()),
      version: 1,
      sourceSystem: null,
      sourceKey: null,
    });
    if (!alreadyKnown) await publish(tx, ctx, 'ParticipantRegistered', id, null);
    return { answer: { __typename: 'ParticipantRegistered' as const, participantId: id, alreadyKnown }, subjectIds: [id] };
  };
  return runCommand(ctx, 'ParticipantRegister', input, effect, registeringParticipant);
};
