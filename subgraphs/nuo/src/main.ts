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
  type DemoProgress,
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

/** Rows are made while they are written: of a large demo a list would take gigabytes. */
const demo = async (db: Database, scale: number): Promise<void> => {
  const { contactMoments, contactPlans, vacancies } = demoSizes(scale);
  const today = localDay(systemClock());
  const each = function* <T>(...parts: Iterable<T>[]): Generator<T> {
    for (const part of parts) yield* part;
  };
  const placements = () => each(demoPlacements(scale, today), demoTrialsBefore(scale), demoOrderedPlacements(scale, today));
  const participants = () => each(demoParticipants(scale, today), demoOrderedParticipants(scale, today));
  const totals: Partial<Record<Parameters<DemoProgress>[0], number>> = { contactMoments, contactPlans, vacancies };
  let [kindShown, bar] = ['', progressBar(process.stderr, 'nuo')];
  const show: DemoProgress = (kind, done) => {
    if (kind !== kindShown) {
      if (kindShown) bar.done();
      [kindShown, bar] = [kind, progressBar(process.stderr, `nuo ${kind}`, totals[kind])];
    }
    bar.update(done);
  };
  await loadDemo(
    db,
    {
      employers: each(demoEmployers(scale), demoTwins(scale)),
      contactMoments: demoContactMoments(scale),
      participants: participants(),
      placements: placements(),
      vacancies: demoVacancies(scale),
      proposals: demoProposals(scale),
      colleagues: [...demoColleagues(), ...demoOrderColleagues()],
      teams: demoTeams(),
      accounts: demoAccounts(scale, today),
      serviceOrders: demoServiceOrders(scale, today),
      responsibilities: demoResponsibilities(scale, today),
      contactPlans: demoContactPlans(scale, today),
      contactAttempts: demoContactAttempts(scale, today),
      workGroups: demoWorkGroups(),
      workplaces: demoWorkplaces(scale),
      shelteredWorkers: demoShelteredWorkers(scale),
      agreements: demoAgreements(scale),
    },
    show,
  );
  bar.done();
  const lending = {
    secondments: demoSecondments(placements()),
    learningLines: [...demoLearningLines(participants())],
    timesheets: [...demoTimesheets(placements())],
    closedMonths: demoClosedMonths,
  };
  const all = lending.secondments.length + lending.learningLines.length + lending.timesheets.length;
  bar = progressBar(process.stderr, 'nuo secondments, learning lines and hours', all);
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
