// The nuo as a program: serves, migrates, loads demo data or imports.
import { demoContactMoments, demoEmployers, demoParticipants, demoPlacements, demoSizes } from '@werkplein/demo';
import { type Database, NUO, NUO_PORT, progressBar, runProgram } from '@werkplein/kernel';
import { contactsImport, employersImport, loadDemo, nuoEntities, nuoMigrations, nuoRegistry, nuoSubgraph, placementsImport } from './index.ts';

const demo = async (db: Database, scale: number): Promise<void> => {
  const { employers, contactMoments, wswParticipants, clientPlacements } = demoSizes(scale);
  const people = wswParticipants + clientPlacements;
  const totals = { employers, contactMoments, participants: people, placements: people };
  const rows = {
    employers: demoEmployers(scale),
    contactMoments: demoContactMoments(scale),
    participants: demoParticipants(scale),
    placements: demoPlacements(scale),
  };
  const bars = new Map<string, ReturnType<typeof progressBar>>();
  await loadDemo(db, rows, (kind, done) => {
    const bar = bars.get(kind) ?? progressBar(process.stderr, `nuo ${kind}`, totals[kind]);
    bars.set(kind, bar);
    bar.update(done);
    if (done === totals[kind]) bar.done();
  });
};

await runProgram({
  name: NUO,
  home: NUO,
  defaultPort: NUO_PORT,
  subgraph: nuoSubgraph,
  entities: nuoEntities,
  migrations: nuoMigrations,
  subjects: nuoRegistry,
  loadDemo: demo,
  imports: {
    employers: (run) => run(employersImport),
    contacts: (run) => run(contactsImport),
    placements: (run) => run(placementsImport),
  },
});
