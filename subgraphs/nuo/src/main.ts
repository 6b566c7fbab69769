// The nuo as a program: serves, migrates, loads demo data or imports.
import { demoContactMoments, demoEmployers, demoParticipants, demoPlacements, demoProposals, demoSizes, demoVacancies } from '@werkplein/demo';
import { type Database, ImportError, NUO, NUO_PORT, progressBar, runProgram, systemClock } from '@werkplein/kernel';
import {
  contactsImport,
  employersImport,
  loadDemo,
  nuoEntities,
  nuoMigrations,
  nuoSubgraph,
  placementsImport,
  vumVacancies,
  vumVacanciesImport,
} from './index.ts';

const demo = async (db: Database, scale: number): Promise<void> => {
  const { employers, contactMoments, wswParticipants, clientPlacements, vacancies } = demoSizes(scale);
  const people = wswParticipants + clientPlacements;
  const totals = { employers, contactMoments, participants: people, placements: people, vacancies, proposals: undefined };
  const rows = {
    employers: demoEmployers(scale),
    contactMoments: demoContactMoments(scale),
    participants: demoParticipants(scale),
    placements: demoPlacements(scale),
    vacancies: demoVacancies(scale),
    proposals: demoProposals(scale),
  };
  const bars = new Map<string, ReturnType<typeof progressBar>>();
  await loadDemo(db, rows, (kind, done) => {
    const bar = bars.get(kind) ?? progressBar(process.stderr, `nuo ${kind}`, totals[kind]);
    bars.set(kind, bar);
    bar.update(done);
    if (done === totals[kind]) bar.done();
  });
  // How many there will be is not known before.
  bars.get('proposals')?.done();
};

await runProgram({
  name: NUO,
  home: NUO,
  defaultPort: NUO_PORT,
  subgraph: nuoSubgraph,
  entities: nuoEntities,
  migrations: nuoMigrations,
  loadDemo: demo,
  imports: {
    employers: (run) => run(employersImport),
    contacts: (run) => run(contactsImport),
    placements: (run) => run(placementsImport),
    'vum-vacancies': (run, from) => {
      if (from === undefined) throw new ImportError('Zeg met --from van welke partij de vacatures komen: haar OIN van 20 cijfers.');
      return run(vumVacanciesImport(from, systemClock));
    },
  },
  exports: { 'vum-vacancies': vumVacancies },
});
