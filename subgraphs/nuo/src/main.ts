import { parseArgs } from 'node:util';
import { demoContactMoments, demoEmployers, demoParticipants, demoPlacements, demoSizes } from '@werkplein/demo';
import {
  type Database,
  failStart,
  type ImportSpec,
  newIds,
  NUO,
  NUO_PORT,
  openSubgraphDatabase,
  progressBar,
  runImport,
  runSubgraph,
  systemClock,
} from '@werkplein/kernel';
import { contactsImport, employersImport, loadDemo, nuoEntities, nuoMigrations, nuoSubgraph, placementsImport } from './index.ts';

const nuo = { name: 'nuo', home: NUO, defaultPort: NUO_PORT, subgraph: nuoSubgraph, entities: nuoEntities, migrations: nuoMigrations };

const USAGE = `Gebruik:
  main.js [serve]
  main.js migrate
  main.js demo [--scale 0.1]
  main.js import employers|contacts|placements <bestand.csv> [--mapping <mapping.json>] [--dry-run]`;

const withDatabase = async (work: (db: Database) => Promise<void>): Promise<void> => {
  const db = await openSubgraphDatabase(nuo);
  try {
    await db.migrate();
    await work(db);
  } finally {
    await db.close();
  }
};

const demo = (scale: number): Promise<void> =>
  withDatabase(async (db) => {
    const { employers, contactMoments, wswParticipants, clientPlacements } = demoSizes(scale);
    const people = wswParticipants + clientPlacements;
    const totals = { employers, contactMoments, participants: people, placements: people };
    const names = Object.keys(totals) as (keyof typeof totals)[];
    const bars = new Map(names.map((name) => [name, progressBar(process.stderr, name, totals[name])]));
    const rows = {
      employers: demoEmployers(scale),
      contactMoments: demoContactMoments(scale),
      participants: demoParticipants(scale),
      placements: demoPlacements(scale),
    };
    let running: keyof typeof totals | null = null;
    await loadDemo(db, rows, (kind, done) => {
      if (running !== null && running !== kind) bars.get(running)?.done();
      running = kind;
      bars.get(kind)?.update(done);
    });
    if (running !== null) bars.get(running)?.done();
  });

const importInto = async <T>(db: Database, spec: ImportSpec<T>, file: string, dryRun: boolean, mappingFile: string | undefined): Promise<void> => {
  const bar = progressBar(process.stderr, file);
  const ctx = { newId: newIds(NUO, systemClock), clock: systemClock };
  const onProgress = ({ rows, totalRows }: { rows: number; totalRows: number }): void => bar.update(rows, totalRows);
  const summary = await runImport({ file, spec, db, ctx, dryRun, onProgress, ...(mappingFile !== undefined && { mappingFile }) });
  bar.done();
  process.stdout.write(`${JSON.stringify(summary)}\n`);
  if (summary.rejected > 0) process.exitCode = 2;
};

const importFile = (kind: string | undefined, file: string, dryRun: boolean, mapping: string | undefined): Promise<void> =>
  withDatabase(async (db) => {
    if (kind === 'employers') return importInto(db, employersImport, file, dryRun, mapping);
    if (kind === 'contacts') return importInto(db, contactsImport, file, dryRun, mapping);
    if (kind === 'placements') return importInto(db, placementsImport, file, dryRun, mapping);
    throw new Error(USAGE);
  });

const run = async (): Promise<void> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { scale: { type: 'string', default: '1' }, mapping: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  });
  const [command = 'serve', kind, file] = positionals;
  if (command === 'serve') return runSubgraph(nuo);
  if (command === 'migrate') return withDatabase(async () => undefined);
  if (command === 'demo') return demo(Number(values.scale));
  if (command === 'import' && file !== undefined) return importFile(kind, file, values['dry-run'], values.mapping);
  throw new Error(USAGE);
};

run().catch((error: unknown) => failStart('nuo', error));
