import { demoClients } from '@werkplein/demo';
import { localDay, newIds, progressBar, rotationTask, runProgram, systemClock } from '@werkplein/kernel';
import { vumProfiles } from '../candidates/candidates.vum.export.ts';
import { ClientRow } from '../clients/client.entity.ts';
import { stateFactsOfAll } from '../figures/state-client-facts.ts';
import { lawParameterImport } from '../law-parameters/law-parameter.import.ts';
import { clientImport } from '../loading/client-import.ts';
import { loadDemoTaakstelling } from '../loading/demo-support.ts';
import { loadDemoClients } from '../loading/load-demo-clients.ts';
import { TransferRow } from '../transfers/transfer.entity.ts';
import { watchDays } from '../transfers/day-of-transition.ts';
import { tellPersonTokens } from '../person-tokens/tell-person-tokens.ts';
import { srgTask } from '../srg/srg.task.ts';
import { statisticsCodeImport } from '../statistics-codes/statistics-code.import.ts';
import { createWerkplein } from './create-werkplein.ts';
import type { WerkpleinFacts } from './werkplein.types.ts';

/** The program of one municipality: serves, migrates, loads demo data or imports clients. */
export const runWerkplein = (facts: WerkpleinFacts): Promise<void> => {
  const { code, field, defaultPort } = facts.municipality;
  const { keys, subgraph, entities, migrations, vault, letters, subjects } = createWerkplein(facts);
  return runProgram({
    name: field,
    home: code,
    defaultPort,
    subgraph,
    entities,
    migrations,
    subjects,
    letters,
    serve: async (parts) => watchDays(parts, code, { facts, keys }),
    tasks: {
      srg: async (_db, args, by) => srgTask(vault)(await by(), args),
      'tell-person-tokens': async (_db, _args, by) => `${await tellPersonTokens(await by(), keys)} person tokens told to the NUO`,
      'state-facts': async (db) => `facts of ${await stateFactsOfAll(db, { clock: systemClock, newId: newIds(code, systemClock) }, code)} clients are stated`,
      // Of who is offered and not yet taken over as well.
      'rotate-bsn-keys': async (db) => [await rotationTask(field, vault, ClientRow)(db), await rotationTask(field, vault, TransferRow)(db)].join('\n'),
    },
    checkKeys: () => {
      vault.check();
      keys.tokens.check();
    },
    loadDemo: async (db, scale) => {
      const bar = progressBar(process.stderr, `${field} clients`);
      await loadDemoTaakstelling(db, code);
      await loadDemoClients(db, demoClients(code, scale, localDay(systemClock())), vault, (done) => bar.update(done));
      bar.done();
    },
    imports: {
      clients: (run) => run(clientImport(vault, facts.terms)),
      'law-parameters': (run) => run(lawParameterImport(code)),
      'statistics-codes': (run) => run(statisticsCodeImport()),
    },
    exports: { 'vum-profiles': vumProfiles(code) },
  });
};
