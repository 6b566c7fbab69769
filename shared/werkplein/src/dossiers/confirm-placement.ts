import { homeOf, InvalidValue, localDay, NUO, parseDay, type RequestContext } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import type { StepTerms } from './dossier.rules.ts';
import { type StepAnswer, type StepFields, takeStep } from './take-step.ts';

export interface ConfirmPlacementFields extends StepFields {
  placementId: string;
  placedOn: string;
  agreedUntil?: string | null;
}

/** Regie confirms a placement that started at the NUO. The Werkplein keeps which one and what was agreed; all else of it stays at the NUO. */
export const confirmPlacement = async (ctx: RequestContext, input: ConfirmPlacementFields, terms: StepTerms): Promise<StepAnswer> => {
  const { agreedUntil: until, placementId } = input;
  const reader = inputReader(['input']);
  reader.read(['placementId'], () => {
    if (homeOf(placementId) !== NUO) throw new InvalidValue('het nummer van een plaatsing bij de NUO');
  });
  const placedOn = reader.read(['placedOn'], () => parseDay(input.placedOn));
  const agreedUntil = until ? reader.read(['agreedUntil'], () => parseDay(until)) : null;
  if (placedOn && placedOn > localDay(ctx.clock()))
    reader.add(['placedOn'], 'Een plaatsing wordt bevestigd als die is begonnen; deze dag is nog niet geweest.');
  if (placedOn && agreedUntil && agreedUntil < placedOn) reader.add(['agreedUntil'], 'De termijn eindigt voor de plaatsing begint.');
  reader.refuse();
  return takeStep<never>(ctx, 'confirmPlacement', 'confirmPlacement', input, terms, async () => ({
    to: 'PLACED',
    columns: { placementId, placedOn, agreedUntil, dueOn: agreedUntil },
  }));
};
