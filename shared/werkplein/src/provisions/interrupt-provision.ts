import { dayText, localDay, type RequestContext } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import { changeProvision, type ChangeFields, type ChangeProvisionAnswer } from './change-provision.ts';
import { parseUsedDay } from './provision.input.ts';
import type { ProvisionEndReason, UsePeriod } from './provision.rules.ts';

type Reader = ReturnType<typeof inputReader>;

/** The days of use, of which the last ends on this day. */
const endedOn = (reader: Reader, uses: readonly UsePeriod[], lastDay: string): UsePeriod[] => {
  const current = uses.at(-1);
  if (current && lastDay < current.startsOn) reader.add(['lastDay'], `De laatste dag ligt voor het begin van het gebruik (${dayText(current.startsOn)}).`);
  reader.refuse();
  return uses.map(({ startsOn, endsOn }) => ({ startsOn, endsOn: endsOn ?? lastDay }));
};

/** For a while the client does not use it. */
export const interruptProvision = async (ctx: RequestContext, input: ChangeFields & { lastDay: string }): Promise<ChangeProvisionAnswer> => {
  const reader = inputReader(['input']);
  const lastDay = reader.read(['lastDay'], () => parseUsedDay(input.lastDay, localDay(ctx.clock())));
  reader.refuse();
  return changeProvision(ctx, 'interruptProvision', 'interrupt', input, (_provision, uses) => ({ uses: endedOn(reader, uses, lastDay) }));
};

/** The client uses it again: another period of the same provision. */
export const resumeProvision = async (ctx: RequestContext, input: ChangeFields & { startsOn: string }): Promise<ChangeProvisionAnswer> => {
  const reader = inputReader(['input']);
  const startsOn = reader.read(['startsOn'], () => parseUsedDay(input.startsOn, localDay(ctx.clock())));
  reader.refuse();
  return changeProvision(ctx, 'resumeProvision', 'resume', input, (_provision, uses) => {
    const last = uses.at(-1)?.endsOn;
    if (last && startsOn <= last) reader.add(['startsOn'], `Het gebruik liep tot en met ${last}: begin daarna.`);
    reader.refuse();
    return { uses: [...uses.map(({ startsOn: from, endsOn }) => ({ startsOn: from, endsOn })), { startsOn, endsOn: null }] };
  });
};

/** It is over; one that was never used leaves no day of use. */
export const endProvision = async (
  ctx: RequestContext,
  input: ChangeFields & { reason: ProvisionEndReason; lastDay?: string | null },
): Promise<ChangeProvisionAnswer> => {
  const { lastDay: given, reason: endReason } = input;
  const reader = inputReader(['input']);
  const lastDay = given ? reader.read(['lastDay'], () => parseUsedDay(given, localDay(ctx.clock()))) : null;
  if (endReason === 'NEVER_USED' && given) reader.add(['lastDay'], 'Wat nooit is gebruikt, heeft geen laatste dag.');
  reader.refuse();
  return changeProvision(ctx, 'endProvision', 'end', input, ({ status }, uses) => {
    if (endReason === 'NEVER_USED') return { columns: { endReason }, uses: [] };
    if (status === 'INTERRUPTED' && lastDay !== null) reader.add(['lastDay'], 'De voorziening was al niet meer in gebruik; laat de laatste dag weg.');
    if (status === 'RUNNING' && lastDay === null) reader.add(['lastDay'], 'Zeg wat de laatste dag van het gebruik was.');
    reader.refuse();
    return { columns: { endReason }, ...(lastDay !== null && { uses: endedOn(reader, uses, lastDay) }) };
  });
};
