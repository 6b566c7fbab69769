import { parseArgs } from 'node:util';
import { demoClients } from '@werkplein/demo';
import { type Database, failStart, newIds, openSubgraphDatabase, progressBar, runImport, runSubgraph, systemClock } from '@werkplein/kernel';
import { clientImport } from '../loading/client-import.ts';
import { loadDemoClients } from '../loading/load-demo-clients.ts';
import { createWerkplein, type WerkpleinModule } from './create-werkplein.ts';
import type { WerkpleinFacts } from './werkplein.types.ts';

const usage = (name: string): string => `Usage:
  node main.js                                   serves the ${name} subgraph
  node main.js migrate                           brings its database to the newest tables
  node main.js demo --scale N                    loads N times the demo clients; not with NODE_ENV=production
  node main.js import clients file.csv [--mapping columns.json] [--dry-run]`;

/** Opens the migrated database for one task and closes it afterwards. */
const withDatabase = async ({ facts, entities, migrations }: WerkpleinModule, task: (db: Database) => Promise<void>): Promise<void> => {
  const { field, defaultPort } = facts.municipality;
  const db = await openSubgraphDatabase({ name: field, defaultPort, entities, migrations });
  try {
    const ran = await db.migrate();
    if (ran.length > 0) process.stdout.write(`${field}: ${ran.length} migrations ran\n`);
    await task(db);
  } finally {
    await db.close();
  }
};

const loadDemo = async (werkplein: WerkpleinModule, scale: number): Promise<void> => {
  const { code, field } = werkplein.facts.municipality;
  if (!(scale > 0)) throw new Error(usage(field));
  if (process.env['NODE_ENV'] === 'production') throw new Error('Demo data are not loaded with NODE_ENV=production.');
  await withDatabase(werkplein, async (db) => {
    const bar = progressBar(process.stderr, `${field} clients`);
    const { read, written } = await loadDemoClients(db, demoClients(code, scale), werkplein.vault, (done) => bar.update(done));
    bar.done();
    process.stdout.write(`${field}: ${read} demo clients, ${written} of them new\n`);
  });
};

const importClients = async (werkplein: WerkpleinModule, file: string, mappingFile: string | undefined, dryRun: boolean): Promise<void> => {
  const { code, field } = werkplein.facts.municipality;
  await withDatabase(werkplein, async (db) => {
    const bar = progressBar(process.stderr, `${field} clients`);
    const summary = await runImport({
      file,
      spec: clientImport(werkplein.vault),
      db,
      ctx: { newId: newIds(code, systemClock), clock: systemClock },
      dryRun,
      ...(mappingFile !== undefined && { mappingFile }),
      onProgress: ({ rows, totalRows }) => bar.update(rows, totalRows),
    });
    bar.done();
    process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
    if (summary.rejected > 0) process.exitCode = 2;
  });
};

/** The program of one municipality: serves, migrates, loads demo data or imports, by its arguments. */
export const runWerkplein = async (facts: WerkpleinFacts, args: readonly string[] = process.argv.slice(2)): Promise<void> => {
  const { code, field, defaultPort } = facts.municipality;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { scale: { type: 'string', default: '1' }, mapping: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    const [task, kind, file] = positionals;
    const werkplein = createWerkplein(facts);
    if (task === 'migrate') return await withDatabase(werkplein, async () => undefined);
    werkplein.vault.check();
    if (task === undefined) {
      const { subgraph, entities, migrations } = werkplein;
      return await runSubgraph({ name: field, home: code, defaultPort, subgraph, entities, migrations });
    }
    if (task === 'demo') return await loadDemo(werkplein, Number(values.scale));
    if (task === 'import' && kind === 'clients' && file !== undefined) return await importClients(werkplein, file, values.mapping, values['dry-run']);
    throw new Error(usage(field));
  } catch (error) {
    failStart(field, error);
  }
};
