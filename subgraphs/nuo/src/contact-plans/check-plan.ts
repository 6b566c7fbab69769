import { findBsnLike, homeOf, localDay, parseDay, parseInstant, parseText, type RequestContext } from '@werkplein/kernel';
import type { InputCheck } from '../input.ts';
import { mayNameCandidate } from './contact-plan.policy.ts';
import { type Window, WINDOW_DAYS, windowDays } from './contact-plan.rules.ts';
import type { ContactWindowInput } from './contact-plan.types.ts';

const CANDIDATES = 5;

/** `earliest`: a plan that runs may keep a first day that has passed. */
export const checkWindow = (checking: InputCheck, input: ContactWindowInput, earliest: string): Window => {
  const from = checking.required(['window', 'from'], input.from, parseDay);
  const until = checking.required(['window', 'until'], input.until, parseDay);
  if (from === undefined || until === undefined) return { from: '', until: '' };
  if (from < earliest) checking.problem(['window', 'from'], 'Het venster begint niet in het verleden.');
  if (until < from) checking.problem(['window', 'until'], 'Het venster eindigt voor het begint.');
  else if (windowDays({ from, until }) > WINDOW_DAYS) checking.problem(['window', 'until'], `Een venster telt hooguit ${WINDOW_DAYS} dagen.`);
  return { from, until };
};

export const checkPlannedAt = (checking: InputCheck, ctx: RequestContext, text: string | null | undefined, { from, until }: Window): Date | null => {
  const plannedAt = checking.optional('plannedAt', text, parseInstant);
  if (!plannedAt || from === '') return plannedAt;
  const day = localDay(plannedAt);
  if (day < from || day > until) checking.problem('plannedAt', 'De afspraak valt buiten het venster.');
  else if (plannedAt < ctx.clock()) checking.problem('plannedAt', 'De afspraak ligt in het verleden.');
  return plannedAt;
};

export const checkReason = (checking: InputCheck, { confirm, reason }: { confirm: boolean; reason?: string | null }): string | null => {
  const text = checking.optional('reason', reason, (value) => parseText(value, { max: 500, multiline: true }));
  if (confirm && !reason) checking.problem('reason', 'Zeg waarom u dit contact toch plant.');
  if (text && findBsnLike(text).length > 0) checking.problem('reason', 'De tekst bevat een getal dat een burgerservicenummer kan zijn.');
  return text;
};

export const checkCandidates = (checking: InputCheck, ctx: RequestContext, candidateIds: readonly string[]): string[] => {
  const distinct = [...new Set(candidateIds)];
  if (distinct.length > CANDIDATES) checking.problem('candidateIds', `Noem hooguit ${CANDIDATES} kandidaten.`);
  for (const [i, id] of candidateIds.entries()) {
    const home = homeOf(id);
    if (home === null || !/^[0-9]{4}$/.test(home)) checking.problem(['candidateIds', i], 'Dit is geen cliënt van een Werkplein.');
    else if (!mayNameCandidate(ctx, home)) checking.problem(['candidateIds', i], 'Noem alleen kandidaten van de eigen gemeente.');
  }
  return distinct;
};
