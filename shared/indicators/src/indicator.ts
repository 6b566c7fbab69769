/** Units of a value. `HUNDREDTHS` and `CENTS` are never shown as such: `decimals` says how a value is rounded. */
export const units = {
  FACTS: 'aantal',
  PERSONS: 'personen',
  EMPLOYERS: 'werkgevers',
  PERCENT: 'procent',
  ARBEIDSJAREN: 'arbeidsjaren',
  SE: 'standaardeenheden',
  EURO: 'euro',
  EURO_PER_FTE: 'euro per fte',
  DAYS: 'kalenderdagen',
  PER_CLIENT: 'per cliënt',
} as const;
export type Unit = keyof typeof units;

/** Which municipality a fact counts for (domain.md §8, D3). */
export const attributions = {
  W: 'de woongemeente bij het begin van het feit',
  R: 'de gemeente die de regie heeft',
  B: 'de betalende gemeente',
  V: 'de verantwoordelijke gemeente',
  G: 'de gemeente van de vestiging van de werkgever',
  ACTOR: 'de organisatie die het deed',
} as const;
export type AttributionCode = keyof typeof attributions;

/** Who holds facts: the NUO, and the Werkplein of each municipality. */
export type Source = 'nuo' | 'werkplein';

/** What the figure is over: facts that begin or end in the period, a state on one day, or the mean of states on several days. */
export const shapes = { FLOW: 'in een periode', STAND: 'op één dag', MEAN: 'gemiddeld over de maandeinden' } as const;
export type Shape = keyof typeof shapes;

/** One figure as it is agreed: what it counts, in words that a council member can read. A change of meaning is a new version. */
export interface Indicator {
  readonly code: string;
  readonly version: number;
  readonly title: string;
  /** Dutch, B1: what is counted and what is not. */
  readonly definition: string;
  readonly unit: Unit;
  readonly decimals: number;
  readonly shape: Shape;
  readonly attribution: AttributionCode;
  /** Whose facts make the numerator, and the denominator of a ratio or a mean. */
  readonly numerator: readonly Source[];
  readonly denominator: readonly Source[];
  /** The value is numerator ÷ denominator × scale; for a count the numerator × scale. */
  readonly scale: number;
  /**
   * Whether the figure of several municipalities follows from those of each. A median, or a number of employers of which one may count
   * for two municipalities, does not: its source answers for all at once.
   */
  readonly additive: boolean;
  /** Counts persons, so that a small number points at somebody. */
  readonly aboutPersons: boolean;
}
