import { demoClients } from '@werkplein/demo';
import { progressBar, runProgram } from '@werkplein/kernel';
import { vumProfiles } from '../candidates/candidates.vum.export.ts';
import { rotateBsnKeys } from '../clients/rotate-bsn-keys.ts';
import { lawParameterImport } from '../law-parameters/law-parameter.import.ts';
import { clientImport } from '../loading/client-import.ts';
import { loadDemoTaakstelling } from '../loading/demo-support.ts';
import { loadDemoClients } from '../loading/load-demo-clients.ts';
import { srgTask } from '../srg/srg.task.ts';
import { statisticsCodeImport } from '../statistics-codes/statistics-code.import.ts';
import { createWerkplein } from './create-werkplein.ts';
import type { WerkpleinFacts } from './werkplein.types.ts';

/** The program of one municipality: serves, migrates, loads demo data or imports clients. */
export const runWerkplein = (facts: WerkpleinFacts): Promise<void> => {
  const { code, field, defaultPort } = facts.municipality;
  const { subgraph, entities, migrations, vault, subjects } = createWerkplein(facts);
  return runProgram({
    name: field,
    home: code,
    defaultPort,
    subgraph,
    entities,
    migrations,
    subjects,
    tasks: {
      srg: async (_db, args, by) => srgTask(vault)(await by(), args),
      'rotate-bsn-keys': async (db) => {
        const bar = progressBar(process.stderr, `${field} BSN keys`);
        const rows = await rotateBsnKeys(db, vault, (done, total) => bar.update(done, total));
        bar.done();
        return `${rows} rows under the newest keys now; older keys are no longer needed`;
      },
    },
    checkKeys: () => vault.check(),
    loadDemo: async (db, scale) => {
      const bar = progressBar(process.stderr, `${field} clients`);
      await loadDemoTaakstelling(db, code);
      await loadDemoClients(db, demoClients(code, scale), vault, (done) => bar.update(done));
      bar.done();
    },
    imports: {
      clients: (run) => run(clientImport(vault, facts.terms)),
      'law-parameters': (run) => run(lawParameterImport()),
      'statistics-codes': (run) => run(statisticsCodeImport()),
    },
    exports: { 'vum-profiles': vumProfiles(code) },
  });
};
