// The nuo as a program: serves, migrates, loads demo data or imports.
import {
  demoAccounts,
  demoColleagues,
  demoContactMoments,
  demoEmployers,
  demoOrderColleagues,
  demoOrderedParticipants,
  demoOrderedPlacements,
  demoParticipants,
  demoPlacements,
  demoProposals,
  demoResponsibilities,
  demoServiceOrders,
  demoSizes,
  demoTeams,
  demoVacancies,
} from '@werkplein/demo';
import { type Database, ImportError, NUO, NUO_PORT, progressBar, runProgram, systemClock } from '@werkplein/kernel';
import {
  contactsImport,
  employersImport,
  loadDemo,
  nuoEntities,
  nuoMigrations,
  nuoParameterImport,
  nuoRegistry,
  nuoService,
  nuoSubgraph,
  placementsImport,
  vumVacancies,
  vumVacanciesImport,
} from './index.ts';

const demo = async (db: Database, scale: number): Promise<void> => {
  const { employers, contactMoments, vacancies } = demoSizes(scale);
  const placements = [...demoPlacements(scale), ...demoOrderedPlacements(scale)];
  const participants = [...demoParticipants(scale), ...demoOrderedParticipants(scale)];
  const serviceOrders = [...demoServiceOrders(scale)];
  const responsibilities = [...demoResponsibilities(scale)];
  const colleagues = [...demoColleagues(), ...demoOrderColleagues()];
  const teams = demoTeams();
  const accounts = [...demoAccounts(scale)];
  const proposals = [...demoProposals(scale)];
  const listed = { participants, placements, serviceOrders, responsibilities, colleagues, teams, accounts, proposals };
  const sizes = Object.fromEntries(Object.entries(listed).map(([kind, { length }]) => [kind, length])) as Record<keyof typeof listed, number>;
  const totals = { employers, contactMoments, vacancies, ...sizes };
  const rows = {
    employers: demoEmployers(scale),
    contactMoments: demoContactMoments(scale),
    vacancies: demoVacancies(scale),
    ...listed,
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
  loadDemo: demo,
  imports: {
    employers: (run) => run(employersImport),
    contacts: (run) => run(contactsImport),
    placements: (run) => run(placementsImport),
    parameters: (run) => run(nuoParameterImport),
    'vum-vacancies': (run, from) => {
      if (from === undefined) throw new ImportError('Zeg met --from van welke partij de vacatures komen: haar OIN van 20 cijfers.');
      return run(vumVacanciesImport(from, systemClock));
    },
  },
  exports: { 'vum-vacancies': vumVacancies },
});
