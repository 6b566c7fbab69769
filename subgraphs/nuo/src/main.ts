// The nuo as a program: serves, migrates, loads demo data or imports.
import {
  demoAccounts,
  demoColleagues,
  demoContactMoments,
  demoEmployers,
  demoParticipants,
  demoPlacements,
  demoProposals,
  demoSizes,
  demoTeams,
  demoVacancies,
} from '@werkplein/demo';
import { type Database, ImportError, NUO, NUO_PORT, progressBar, rotationTask, runProgram, systemClock } from '@werkplein/kernel';
import {
  contactsImport,
  employersImport,
  loadDemo,
  nuoEntities,
  nuoMigrations,
  nuoRegistry,
  nuoService,
  nuoSubgraph,
  nuoVault,
  placementsImport,
  vumVacancies,
  vumVacanciesImport,
  wswStatisticsTask,
  WswWorker,
} from './index.ts';

const demo = async (db: Database, scale: number): Promise<void> => {
  const { employers, contactMoments, wswParticipants, clientPlacements, vacancies } = demoSizes(scale);
  const people = wswParticipants + clientPlacements;
  const colleagues = demoColleagues();
  const teams = demoTeams();
  const accounts = [...demoAccounts(scale)];
  const proposals = [...demoProposals(scale)];
  const sizes = { colleagues: colleagues.length, teams: teams.length, accounts: accounts.length, proposals: proposals.length };
  const totals = { employers, contactMoments, participants: people, placements: people, vacancies, ...sizes };
  const rows = {
    employers: demoEmployers(scale),
    contactMoments: demoContactMoments(scale),
    participants: demoParticipants(scale),
    placements: demoPlacements(scale),
    vacancies: demoVacancies(scale),
    proposals,
    colleagues,
    teams,
    accounts,
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
  serve: (parts) => nuoService(parts),
  subjects: nuoRegistry,
  tasks: {
    'rotate-bsn-keys': rotationTask(NUO, nuoVault, WswWorker),
    'wsw-statistics': async (_db, args, operator) => wswStatisticsTask(await operator(), args),
  },
  checkKeys: () => nuoVault.check(),
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
