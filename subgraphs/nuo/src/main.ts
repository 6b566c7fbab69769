// The nuo as a program: serves, migrates, loads demo data or imports.
import {
  demoAccounts,
  demoAgreements,
  demoClosedMonths,
  demoLearningLines,
  demoSecondments,
  demoTimesheets,
  demoTwins,
  demoTrialsBefore,
  demoColleagues,
  demoContactAttempts,
  demoContactMoments,
  demoContactPlans,
  demoEmployers,
  demoOrderColleagues,
  demoOrderedParticipants,
  demoOrderedPlacements,
  demoParticipants,
  demoPlacements,
  demoProposals,
  demoResponsibilities,
  demoServiceOrders,
  demoShelteredWorkers,
  demoSizes,
  demoTeams,
  demoVacancies,
  demoWorkGroups,
  demoWorkplaces,
} from '@werkplein/demo';
import { type Database, ImportError, localDay, newIds, NUO, NUO_PORT, progressBar, rotationTask, runProgram, systemClock } from '@werkplein/kernel';
import {
  contactsImport,
  employersImport,
  handicapCodesImport,
  loadDemo,
  loadDemoLending,
  nuoEntities,
  nuoLetters,
  nuoMigrations,
  nuoParameterImport,
  nuoRegistry,
  nuoService,
  nuoSubgraph,
  nuoVault,
  placementsImport,
  stateNuoFacts,
  timesheetsImport,
  vumVacancies,
  vumVacanciesImport,
  wswStatisticsTask,
  WswWorker,
} from './index.ts';

const demo = async (db: Database, scale: number): Promise<void> => {
  const { contactMoments, vacancies } = demoSizes(scale);
  const employers = [...demoEmployers(scale), ...demoTwins(scale)];
  const today = localDay(systemClock());
  const placements = [...demoPlacements(scale), ...demoTrialsBefore(scale), ...demoOrderedPlacements(scale, today)];
  const participants = [...demoParticipants(scale), ...demoOrderedParticipants(scale, today)];
  const serviceOrders = [...demoServiceOrders(scale, today)];
  const responsibilities = [...demoResponsibilities(scale)];
  const colleagues = [...demoColleagues(), ...demoOrderColleagues()];
  const teams = demoTeams();
  const accounts = [...demoAccounts(scale, today)];
  const proposals = [...demoProposals(scale)];
  const contactPlans = [...demoContactPlans(scale, today)];
  const contactAttempts = [...demoContactAttempts(scale, today)];
  const sheltered = { workGroups: demoWorkGroups(), workplaces: [...demoWorkplaces(scale)], shelteredWorkers: [...demoShelteredWorkers(scale)] };
  const listed = {
    ...sheltered,
    employers,
    participants,
    placements,
    serviceOrders,
    responsibilities,
    colleagues,
    teams,
    accounts,
    proposals,
    contactPlans,
    contactAttempts,
    agreements: demoAgreements(scale),
  };
  const sizes = Object.fromEntries(Object.entries(listed).map(([kind, { length }]) => [kind, length])) as Record<keyof typeof listed, number>;
  const totals = { contactMoments, vacancies, ...sizes };
  const rows = {
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
  const lending = {
    secondments: demoSecondments(placements),
    learningLines: [...demoLearningLines(participants)],
    timesheets: [...demoTimesheets(placements)],
    closedMonths: demoClosedMonths,
  };
  const all = lending.secondments.length + lending.learningLines.length + lending.timesheets.length;
  const bar = progressBar(process.stderr, 'nuo secondments, learning lines and hours', all);
  await loadDemoLending(db, lending, (done) => bar.update(done));
  bar.done();
};

await runProgram({
  name: NUO,
  home: NUO,
  defaultPort: NUO_PORT,
  subgraph: nuoSubgraph,
  entities: nuoEntities,
  migrations: nuoMigrations,
  letters: nuoLetters,
  serve: (parts) => nuoService(parts),
  subjects: nuoRegistry,
  tasks: {
    'rotate-bsn-keys': rotationTask(NUO, nuoVault, WswWorker),
    'wsw-statistics': async (_db, args, operator) => wswStatisticsTask(await operator(), args),
    'state-facts': async (db) => {
      const seen = await stateNuoFacts(db, { clock: systemClock, newId: newIds(NUO, systemClock) });
      return `facts of ${Object.entries(seen)
        .map(([kind, count]) => `${count} ${kind}`)
        .join(', ')} are stated`;
    },
  },
  checkKeys: () => nuoVault.check(),
  loadDemo: demo,
  imports: {
    employers: (run) => run(employersImport),
    contacts: (run) => run(contactsImport),
    placements: (run) => run(placementsImport),
    timesheets: (run) => run(timesheetsImport),
    'handicap-codes': (run) => run(handicapCodesImport),
    parameters: (run) => run(nuoParameterImport),
    'vum-vacancies': (run, from) => {
      if (from === undefined) throw new ImportError('Zeg met --from van welke partij de vacatures komen: haar OIN van 20 cijfers.');
      return run(vumVacanciesImport(from, systemClock));
    },
  },
  exports: { 'vum-vacancies': vumVacancies },
});
