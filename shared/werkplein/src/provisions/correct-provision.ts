import { localDay, type RequestContext } from '@werkplein/kernel';
import { inputReader, type InputReader } from '../clients/input.ts';
import { changeProvision, type ChangeFields, type ChangeProvisionAnswer } from './change-provision.ts';
import { orderWithoutNuo, parseUsedDay, type ProvisionFields, readProvision } from './provision.input.ts';
import type { ProvisionState, UsePeriod } from './provision.rules.ts';

export interface CorrectProvisionFields extends ChangeFields, ProvisionFields {
  uses?: readonly { from: string; until?: string | null }[] | null;
}

const USES_MAX = 40;

/** The days of use of an input, which follow each other; every problem is added to the reader. */
const readUses = (reader: InputReader, given: readonly { from: string; until?: string | null }[], today: string): UsePeriod[] => {
  if (given.length === 0) reader.add(['uses'], 'Noem ten minste één periode; wat nooit is gebruikt, beëindigt u met die reden.');
  if (given.length > USES_MAX) reader.add(['uses'], `Noem er hooguit ${USES_MAX}.`);
  const uses = given.map(({ from, until }, at) => ({
    startsOn: reader.read(['uses', at, 'from'], () => parseUsedDay(from, today)),
    endsOn: until ? reader.read(['uses', at, 'until'], () => parseUsedDay(until, today)) : null,
  }));
  for (const [at, { startsOn, endsOn }] of uses.entries()) {
    const before = uses[at - 1];
    if (startsOn && endsOn && endsOn < startsOn) reader.add(['uses', at, 'until'], 'De laatste dag ligt voor de eerste.');
    if (before && startsOn && (before.endsOn === null || startsOn <= before.endsOn))
      reader.add(['uses', at, 'from'], 'Begin na het einde van de periode ervoor; alleen de laatste heeft geen einde.');
  }
  return uses;
};

const openWhen: Record<ProvisionState, boolean> = { RUNNING: true, INTERRUPTED: false, ENDED: false };

/** Sets right what was recorded; in whatever state it is, and also after the dossier was closed. */
export const correctProvision = async (ctx: RequestContext, input: CorrectProvisionFields): Promise<ChangeProvisionAnswer> => {
  const reader = inputReader(['input']);
  const columns = readProvision(reader, input, ctx.home);
  const uses = input.uses ? readUses(reader, input.uses, localDay(ctx.clock())) : undefined;
  reader.refuse();
  return changeProvision(ctx, 'correctProvision', 'correct', input, (provision) => {
    const last = uses?.at(-1);
    if (last && (last.endsOn === null) !== openWhen[provision.status]) {
      reader.add(
        ['uses'],
        openWhen[provision.status]
          ? 'De voorziening is in gebruik: de laatste periode heeft geen einde.'
          : 'De voorziening is niet in gebruik: elke periode heeft een einde.',
      );
    }
    const executor = columns.executor ?? provision.executor;
    const order = columns.serviceOrderId === undefined ? provision.serviceOrderId : columns.serviceOrderId;
    if (order !== null && executor !== 'NUO') reader.add(['serviceOrderId'], orderWithoutNuo);
    reader.refuse();
    return { columns, ...(uses && { uses }) };
  });
};
