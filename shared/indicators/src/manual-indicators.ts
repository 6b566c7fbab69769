import type { Indicator } from './indicator.ts';
import { indicatorOf } from './indicators.ts';

/** What a target can be set for, whether or not facts of ours tell how it goes. */
export type Steered = Pick<Indicator, 'code' | 'version' | 'title' | 'definition' | 'unit' | 'decimals'>;

/**
 * Indicators of which no source here holds facts: what was realised is recorded by somebody, with a reason (`HANDMATIG`, domain.md §8). One that
 * can be computed has no place here, so that nobody can type what the facts say.
 */
export const manualIndicators: readonly Steered[] = [
  {
    code: 'TEVREDENHEID_DEELNEMERS_PCT',
    version: 1,
    title: 'Tevreden deelnemers',
    definition: 'Het deel van de deelnemers dat in het jaarlijkse onderzoek een 7 of hoger geeft aan de begeleiding. Het komt uit dat onderzoek.',
    unit: 'PERCENT',
    decimals: 1,
  },
  {
    code: 'EXPLOITATIERESULTAAT',
    version: 1,
    title: 'Exploitatieresultaat',
    definition: 'Het resultaat van de NUO dat aan de gemeente wordt toegerekend, tot en met de peildag. Het komt uit de financiële administratie.',
    unit: 'EURO',
    decimals: 2,
  },
];

const byCode = new Map(manualIndicators.map((each) => [each.code, each]));

/** Whether what was realised is recorded by hand. */
export const isManual = (code: string): boolean => byCode.has(code);

/** What a target can be set for by this code, or null. */
export const steeredOf = (code: string): Steered | null => indicatorOf(code) ?? byCode.get(code) ?? null;
