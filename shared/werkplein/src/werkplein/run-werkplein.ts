import { demoClients } from '@werkplein/demo';
import { progressBar, rotationTask, runProgram } from '@werkplein/kernel';
import { vumProfiles } from '../candidates/candidates.vum.export.ts';
import { ClientRow } from '../clients/client.entity.ts';
import { lawParameterImport } from '../law-parameters/law-parameter.import.ts';
import { clientImport } from '../loading/client-import.ts';
import { loadDemoClients } from '../loading/load-demo-clients.ts';
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
    tasks: { 'rotate-bsn-keys': rotationTask(field, vault, ClientRow) },
    checkKeys: () => vault.check(),
    loadDemo: async (db, scale) => {
      const bar = progressBar(process.stderr, `${field} clients`);
      await loadDemoClients(db, demoClients(code, scale), vault, (done) => bar.update(done));
      bar.done();
    },
    imports: { clients: (run) => run(clientImport(vault)), 'law-parameters': (run) => run(lawParameterImport()) },
    exports: { 'vum-profiles': vumProfiles(code) },
  });
};
