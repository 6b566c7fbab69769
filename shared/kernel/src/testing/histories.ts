import fc from 'fast-check';

// Random histories against a real database: nothing is predicted, the database is the model, and the laws are what must hold after each step.

/** What a history acts on. */
export interface History {
  /** Steps that had an effect, by name, of all histories together: one that refuses everything proves nothing. */
  taken: Map<string, number>;
  /** Laws that what is stored breaks now, in words. */
  broken(): Promise<readonly string[]>;
}

/** What a step answered: a refusal is an answer, a fault is none. */
export interface Answered {
  __typename?: string;
  code?: string;
}

/** Faults that a random step may well meet: its input was random too. */
const expected = new Set(['BAD_INPUT', 'NOT_FOUND', 'FORBIDDEN']);
const effect =
  /(Registered|Recorded|Saved|Changed|Set|Proposed|Ended|Joined|Added|Merged|Undone|Assigned|Offered|Accepted|Reopened|Published|Switched|Closed|Shared|Withdrawn|Established|Requested|Evaluated|Corrected|DrawnUp|Reserved|Released)$/;

/** One step that is taken, whatever comes of it, and then the laws. */
export const stepOf = <R extends History>(name: string, take: (real: R) => Promise<Answered | null | undefined>): fc.AsyncCommand<object, R> => ({
  check: () => true,
  run: async (_, real) => {
    const answer = await take(real);
    if (answer?.code !== undefined && !expected.has(answer.code)) throw new Error(`${name}: ${answer.code}`);
    if (effect.test(answer?.__typename ?? '')) real.taken.set(name, (real.taken.get(name) ?? 0) + 1);
    const laws = await real.broken();
    if (laws.length > 0) throw new Error(`${name} breaks ${laws.join('; ')}`);
  },
  toString: () => name,
});

const SEED = 20260803;

/**
 * Runs random histories of these steps; `often` says how much more likely a step is by naming it more than once. The seed is fixed, and told with the path
 * when a law breaks; `HISTORY_SEED` and `HISTORY_RUNS` ask for others and more.
 */
export const runHistories = async <R extends History>(
  setup: () => Promise<R>,
  steps: readonly fc.Arbitrary<fc.AsyncCommand<object, R>>[],
  { runs, length }: { runs: number; length: number },
): Promise<void> => {
  const histories = fc.commands([...steps], { size: 'max', maxCommands: length });
  const begun = async () => ({ model: {}, real: await setup() });
  await fc.assert(
    fc.asyncProperty(histories, (commands) => fc.asyncModelRun(begun, commands)),
    { numRuns: Number(process.env['HISTORY_RUNS'] ?? runs), seed: Number(process.env['HISTORY_SEED'] ?? SEED), endOnFailure: true },
  );
};
