import { type Dialect, NUO } from '@werkplein/kernel';
import { subgraphs } from './graph.ts';

/** `npm run test:access` asks everything on both databases. */
const isWhole = process.env['ACCESS'] === 'whole';

const FAULT_IN = 3;
/** The faults that are seeded to see whether they are found: one in so many, spread over all. */
export const faultsOf = <M>(mutants: readonly M[]): M[] => (isWhole ? [...mutants] : mutants.filter((_, at) => at % FAULT_IN === 0));

/**
 * Where is asked on a database. On SQLite everywhere. On MariaDB each policy becomes SQL of its own too, and that is the same at the four
 * Werkpleinen, which run one module; the gateway has no database. So there the NUO and one Werkplein answer for all.
 */
export const serversOn = (dialect: Dialect): string[] => (dialect === 'sqlite' || isWhole ? ['gateway', ...subgraphs.keys()] : [NUO, 'almelo']);

const ONE_IN = 3;
/** Who may is decided before a command reaches a database: on MariaDB one in so many. */
export const commandsOn = <C>(dialect: Dialect, commands: readonly C[]): C[] =>
  dialect === 'sqlite' || isWhole ? [...commands] : commands.filter((_, at) => at % ONE_IN === 0);
