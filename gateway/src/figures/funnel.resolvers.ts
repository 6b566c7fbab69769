import { badInput, type Clock, fault, isSettled, localDay, type Municipality, NUO, parseInstant, type Problem } from '@werkplein/kernel';
import { type FunnelPart, type FunnelStage, funnelStageCodes, funnelStages, isSmall, type StageCounts } from '@werkplein/indicators';
import type { GatewayContext } from '../execution/context.ts';
import type { AskSubgraph } from './ask-sources.ts';
import { mayPlace, readerOf } from './reader.ts';
import { isQuarterEnd, periodProblems } from './reporter.ts';

interface FunnelArgs {
  municipality: string;
  from: string;
  until: string;
  measuredOn?: string | null;
  knownAt?: string | Date | null;
}

interface Cohort {
  from: string;
  until: string;
  measuredOn: string;
  knownAt: Date;
}

interface ShownStage {
  code: FunnelStage;
  label: string;
  count: number | null;
  suppressed: boolean;
}

/** As many as the NUO is asked at once. */
const CANDIDATES = 1000;

const askPart = async (ask: AskSubgraph, ctx: GatewayContext, field: string, cohort: Cohort, candidateIds: readonly string[] | null = null) => {
  const name = `${field}FunnelPart`;
  const query = `query FunnelPart($asked: FunnelPartInput!) { ${name}(asked: $asked) { stages { stage count } candidateIds } }`;
  const asked = { ...cohort, knownAt: cohort.knownAt.toISOString(), candidateIds };
  const { data } = await ask(ctx, field, query, { asked });
  return (data?.[name] as FunnelPart | null | undefined) ?? null;
};

const countsOf = (part: FunnelPart | null): StageCounts => Object.fromEntries((part?.stages ?? []).map(({ stage, count }) => [stage, count]));

/** What the NUO knows of the people whom a Werkplein named; null when it does not answer. */
const proposedOf = async (ask: AskSubgraph, ctx: GatewayContext, cohort: Cohort, ids: readonly string[]): Promise<number | null> => {
  const chunks = Array.from({ length: Math.max(1, Math.ceil(ids.length / CANDIDATES)) }, (_, at) => ids.slice(at * CANDIDATES, (at + 1) * CANDIDATES));
  const parts = await Promise.all(chunks.map((chunk) => askPart(ask, ctx, NUO, cohort, chunk)));
  if (parts.includes(null)) return null;
  return parts.reduce((sum, part) => sum + (countsOf(part).PROPOSED ?? 0), 0);
};

/** A reporter sees no small number, nor one that differs little from the stage before it: the difference would be as small. */
const shownStages = (counts: StageCounts, exact: boolean): ShownStage[] => {
  let before: number | null = null;
  return funnelStageCodes.map((code) => {
    const { label } = funnelStages[code];
    const count = counts[code] ?? null;
    const suppressed: boolean = !exact && count !== null && (isSmall(count) || (before !== null && isSmall(Math.abs(before - count))));
    if (count !== null && !suppressed) before = count;
    return { code, label, count: suppressed ? null : count, suppressed };
  });
};

const cohortOf = ({ from, until, measuredOn, knownAt }: FunnelArgs, now: Date, exact: boolean): Cohort => {
  const known = knownAt === null || knownAt === undefined ? now : knownAt instanceof Date ? knownAt : parseInstant(knownAt);
  const cohort = { from, until, measuredOn: measuredOn ?? localDay(known), knownAt: known };
  const problems: Problem[] = [];
  if (until < from) problems.push({ path: ['until'], message: 'Het einde van de periode ligt voor het begin.' });
  if (known > now) problems.push({ path: ['knownAt'], message: 'Wat later bekend wordt weet nog niemand.' });
  else if (cohort.measuredOn > localDay(known)) problems.push({ path: ['measuredOn'], message: 'Deze dag was toen nog niet geweest.' });
  if (!exact) {
    problems.push(...periodProblems({ from, until }, until, knownAt !== null && knownAt !== undefined));
    if (!isQuarterEnd(cohort.measuredOn)) problems.push({ path: ['measuredOn'], message: 'U ziet de stand op de laatste dag van een kwartaal.' });
  }
  if (problems.length > 0) throw badInput(problems);
  return cohort;
};

/** The funnel in the directory: the Werkplein says who and how far, the NUO how many of them were proposed. */
export const funnelResolver =
  (municipalities: readonly Municipality[], ask: AskSubgraph, clock: Clock) =>
  async (_: unknown, args: FunnelArgs, ctx: GatewayContext): Promise<object> => {
    const reader = readerOf(ctx);
    if (!mayPlace(reader, args.municipality)) throw fault('FORBIDDEN');
    const place = municipalities.find(({ code }) => code === args.municipality);
    if (!place) throw badInput([{ path: ['municipality'], message: `Er zijn geen cijfers van ${args.municipality}.` }]);
    const cohort = cohortOf(args, clock(), reader.exact);
    const part = await askPart(ask, ctx, place.field, cohort);
    const proposed = part && (await proposedOf(ask, ctx, cohort, part.candidateIds));
    const missingSources = [...(part === null ? [place.code] : []), ...(part !== null && proposed === null ? [NUO] : [])];
    const counts: StageCounts = { ...countsOf(part), ...(typeof proposed === 'number' && { PROPOSED: proposed }) };
    const settled = isSettled(cohort.knownAt, clock());
    return { municipality: place.code, ...cohort, settled, complete: missingSources.length === 0, missingSources, stages: shownStages(counts, reader.exact) };
  };
