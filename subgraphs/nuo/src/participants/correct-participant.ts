import { badInput, type Outcome, parseMunicipalityCode, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { correctingParticipant } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput, mentioned } from '../input.ts';
import { Placement } from '../placements/placement.entity.ts';
import { statePlacements } from '../placements/placement.facts.ts';
import { stateHandOvers } from '../responsibility/hand-over.facts.ts';
import { Participant } from './participant.entity.ts';
import type { CorrectParticipantInput, ParticipantCorrected, ParticipantIsClient, ParticipantVersionConflict } from './participant.types.ts';

type Answer = ParticipantCorrected | ParticipantIsClient | ParticipantVersionConflict;

const check = (input: CorrectParticipantInput): Partial<Participant> => {
  const checking = checkInput();
  const name = input.name === undefined ? '' : checking.required('name', input.name ?? '', (text) => parseText(text, { max: 200 }));
  const municipality = input.municipality === undefined ? '' : checking.required('municipality', input.municipality ?? '', parseMunicipalityCode);
  if (input.name === undefined && input.municipality === undefined) checking.problem('name', 'Zeg wat er anders moet: de naam of de gemeente.');
  checking.done();
  return mentioned({ name, municipality }, input);
};

/** The placements of the person say the municipality too: it decides who sees them. */
const movePlacements = async (tx: WriteTx, ctx: RequestContext, participantId: string, municipality: string): Promise<number> => {
  const { affected = 0 } = await tx.em.update(Placement, { participantId }, { municipality, version: () => 'version + 1' });
  await statePlacements(tx, ctx, await tx.em.findBy(Placement, { participantId }));
  return affected;
};

/** Rectification (AVG art. 16) of someone of whom no Werkplein holds the data. */
export const correctParticipant = (ctx: RequestContext, input: CorrectParticipantInput): Promise<Answer> => {
  const facts = check(input);
  const { participantId } = input;
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    // As recording a placement does, which copies the municipality.
    const lock = tx.dialect === 'mariadb' ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const known = await tx.em.findOne(Participant, { where: { id: participantId }, ...lock });
    if (!known) throw badInput([{ path: ['input', 'participantId'], message: 'Deze deelnemer bestaat niet.' }]);
    const subjectIds = [participantId];
    if (known.clientId !== null) return { answer: { __typename: 'ParticipantIsClient', participantId, municipality: known.municipality }, subjectIds };
    if (known.commissionerKind !== null && facts.municipality !== undefined)
      throw badInput([{ path: ['input', 'municipality'], message: 'Die volgt bij deze deelnemer uit de opdrachtgever.' }]);
    if (known.version !== input.expectedVersion)
      return { answer: { __typename: 'ParticipantVersionConflict', participantId, currentVersion: known.version }, subjectIds };
    await tx.em.update(Participant, { id: participantId }, { ...facts, version: known.version + 1 });
    const moved = facts.municipality !== undefined && facts.municipality !== known.municipality;
    if (moved) await stateHandOvers(tx, ctx, [participantId]);
    const placements = moved ? await movePlacements(tx, ctx, participantId, facts.municipality as string) : 0;
    await publish(tx, ctx, 'ParticipantCorrected', participantId, null);
    return { answer: { __typename: 'ParticipantCorrected', participantId, placements }, subjectIds };
  };
  return runCommand(ctx, 'ParticipantCorrect', input, effect, correctingParticipant);
};
