import { localDay, type Outcome, parseDay, parseMunicipalityCode, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingPersonnelFile } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { holdPersonOf } from '../participants/hold-person.ts';
import { writeResidence } from './wsw-worker.store.ts';
import type { RecordResidenceInput, ResidenceRecorded } from './wsw-worker.types.ts';

/** Where a worker lives is a fact of its own: who pays, who is responsible and who employs stay as they are. */
export const recordResidence = async (ctx: RequestContext, input: RecordResidenceInput): Promise<ResidenceRecorded> => {
  const checking = checkInput();
  const municipality = checking.required('municipality', input.municipality, parseMunicipalityCode);
  const from = checking.required('from', input.from, parseDay);
  if (from && from > localDay(ctx.clock())) checking.problem('from', 'Deze dag is nog niet geweest.');
  checking.done();
  const effect = async (tx: WriteTx): Promise<Outcome<ResidenceRecorded>> => {
    const { id } = (await holdPersonOf(tx, input.participantId)).participant;
    await writeResidence(tx, ctx, id, municipality, from);
    await publish(tx, ctx, 'ResidenceRecorded', id, null);
    return { answer: { __typename: 'ResidenceRecorded', participantId: id }, subjectIds: [id] };
  };
  return runCommand(ctx, 'ResidenceRecord', input, effect, keepingPersonnelFile);
};
