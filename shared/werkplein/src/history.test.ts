import { addDays } from '@werkplein/kernel';
import { type Answered, dialects, type History, runHistories, stepOf } from '@werkplein/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CandidateRow } from './candidates/candidate.entity.ts';
import { DecisionRow } from './decisions/decision.entity.ts';
import { DisclosureRow } from './disclosures/disclosure.entity.ts';
import { axes, axisValues } from './doelgroep/doelgroep.rules.ts';
import { PlanRow } from './plans/plan.entity.ts';
import { ProvisionRow } from './provisions/provision.entity.ts';
import { type DossierCommand, dossierCommand, nothingRuns } from './testing/dossiers.ts';
import { person, requestId, type TestWerkplein, werkpleinForTest } from './testing/index.ts';
import { laws } from './testing/laws.ts';
import { formTasks, loonwaardeCommand } from './testing/loonwaarde.ts';
import { supportCommand } from './testing/provisions.ts';

// Random histories of two clients of a Werkplein, of whom one is young, against the real database; after each step the laws of `testing/laws.ts`.

const bsns = ['999990019', '999993653'];
const births = ['1985-04-03', '2000-01-15'];
const outsiders = ['wierden.klantregisseur', 'nuo.jobcoach', 'almelo.rapporteur'];
const regie = 'almelo.klantregisseur';

interface Real extends History {
  served: TestWerkplein;
  /** By the client's number; null until they are registered. */
  clients: (string | null)[];
  now(): string;
  pass(days: number): void;
}
/** Who takes a step: mostly regie. */
const users = fc.oneof({ weight: 9, arbitrary: fc.constant(regie) }, { weight: 1, arbitrary: fc.constantFrom(...outsiders) });
const who = fc.nat(1);
/** One step of a client who is registered. */
const ofClient = (name: string, take: (real: Real, clientId: string) => Promise<Answered | null | undefined>) => (n: number) =>
  stepOf<Real>(name, async (real) => {
    const clientId = real.clients[n];
    return clientId ? take(real, clientId) : null;
  });

const give = async ({ served }: Real, name: string, input: object, user = regie): Promise<Answered> => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const more = name === 'registerClient' ? '... on AlmeloClientRegistered { client { id } } ... on AlmeloClientAlreadyRegistered { client { id } }' : '';
  const document = `mutation ($input: ${type}!) { almelo { ${name}(input: $input) { __typename ${more} } } }`;
  const { data, errors } = await served.ask(user, document, { input: { requestId: requestId(), ...input } });
  return data?.almelo?.[name] ?? { code: errors?.[0]?.extensions['code'] as string };
};
const answerOf = ({ result, errors }: { result?: Answered | null; errors?: readonly { extensions: Record<string, unknown> }[] | undefined }): Answered =>
  result ?? { code: errors?.[0]?.extensions['code'] as string };

const register = async (real: Real, n: number, user: string): Promise<Answered> => {
  const answer = (await give(real, 'registerClient', person({ bsn: bsns[n], birthDate: births[n] }), user)) as Answered & { client?: { id: string } };
  if (answer.client) real.clients[n] = answer.client.id;
  return answer;
};
const registrations = fc.record({ n: who, user: users }).map(({ n, user }) => stepOf<Real>('register', (real) => register(real, n, user)));
const together = who.map((n) =>
  stepOf<Real>('register twice at once', async (real) => (await Promise.all([register(real, n, regie), register(real, n, regie)]))[0]),
);

const dossierSteps: DossierCommand[] = [
  'startIntake',
  'declarePlaceable',
  'withdrawPlaceable',
  'confirmPlacement',
  'startAftercare',
  'resumeProgramme',
  'suspendDossier',
  'resumeDossier',
  'closeDossier',
  'assignKlantregisseur',
];
const stepInput = (real: Real, name: DossierCommand): object => {
  if (name === 'confirmPlacement') return { placementId: 'nuo:01900000-0000-7000-8000-000000000001', placedOn: real.now(), agreedUntil: real.now() };
  if (name === 'startAftercare') return { ground: 'TERM_REACHED' };
  if (name === 'closeDossier') return { outflow: 'OWN_REQUEST', confirmed: nothingRuns };
  if (name === 'suspendDossier' || name === 'resumeProgramme') return { reason: 'Reden' };
  return name === 'assignKlantregisseur' || name === 'reopenClient' ? { klantregisseur: { id: 'anna', name: 'Anna' } } : {};
};
const stepDossier = (name: DossierCommand, user: string) =>
  ofClient(name, async (real, clientId) => answerOf(await dossierCommand(real.served, name, { clientId, ...stepInput(real, name) }, user)));
const dossiers = fc.record({ n: who, name: fc.constantFrom(...dossierSteps), user: users }).map(({ n, name, user }) => stepDossier(name, user)(n));
/** Leaves, or was gone already, and comes back, on the same day or the next one. */
const returns = fc.record({ n: who, wait: fc.nat(1) }).map(({ n, wait }) =>
  ofClient('come back twice at once', async (real, clientId) => {
    await dossierCommand(real.served, 'closeDossier', { clientId, ...stepInput(real, 'closeDossier') });
    real.pass(wait);
    const reopen = () => dossierCommand(real.served, 'reopenClient', { clientId, ...stepInput(real, 'reopenClient') });
    const answers = (await Promise.all([reopen(), reopen()])).map(answerOf);
    return answers.find(({ __typename }) => __typename === 'AlmeloClientReopened') ?? answers[0];
  })(n),
);

const days = fc.integer({ min: -40, max: 40 });
/** Mostly the values about which there is a law. */
const lawful = [
  ['BESCHUT', 'VASTGESTELD'],
  ['DOELGROEPREGISTER', 'JA'],
  ['WSW_STATUS', 'DIENSTBETREKKING_ART2'],
  ['DOELGROEP_LKS', 'JA'],
  ['GRONDSLAG', 'NUG'],
] as const;
const others = fc.constantFrom(...axes).chain((axis) => fc.tuple(fc.constant(axis), fc.constantFrom(...axisValues[axis])));
const axisPeriods = fc
  .record({
    n: who,
    user: users,
    set: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...lawful) }, { weight: 1, arbitrary: others }),
    from: days,
    lasts: fc.nat(90),
  })
  .map(({ n, user, set: [axis, value], from, lasts }) =>
    ofClient(`set ${axis}`, (real, clientId) => {
      const validFrom = addDays(real.now(), from);
      const until = lasts > 60 ? null : addDays(validFrom, lasts);
      return give(real, 'setDoelgroepAxis', { clientId, axis, value, validFrom, until, ...(lasts % 4 > 0 && { employedAtWswClosing: true }) }, user);
    })(n),
  );
const content = (now: string) => ({
  goals: [{ text: 'Werk', fromStep: 2, toStep: 4, term: addDays(now, 90) }],
  support: [],
  obligations: [],
  nextEvaluationOn: addDays(now, 90),
  discussedOn: now,
});
const versionOf = async ({ served }: Real, clientId: string, status: PlanRow['status']): Promise<number> =>
  (await served.db.read.em.findOneBy(PlanRow, { clientId, status }))?.version ?? 1;
const plans = fc
  .record({ n: who, user: users, name: fc.constantFrom('savePlanConcept', 'establishPlan', 'establishPlan', 'evaluatePlan', 'endPlan') })
  .map(({ n, user, name }) =>
    ofClient(name, async (real, clientId) => {
      const now = real.now();
      const concept = await real.served.db.read.em.findOneBy(PlanRow, { clientId, status: 'CONCEPT' });
      const write = () => give(real, 'savePlanConcept', { clientId, ...content(now), ...(concept && { expectedVersion: concept.version }) }, user);
      if (name === 'savePlanConcept') return write();
      if (name === 'establishPlan' && !concept) await write();
      const expectedVersion = await versionOf(real, clientId, name === 'establishPlan' ? 'CONCEPT' : 'ESTABLISHED');
      const evaluation = { evaluatedOn: now, samenspraak: true, outcome: 'Goed', nextEvaluationOn: addDays(now, 60) };
      return give(real, name, { clientId, expectedVersion, ...(name === 'evaluatePlan' && evaluation), ...(name === 'endPlan' && { reason: 'Klaar' }) }, user);
    })(n),
  );

/** As far as an established plan: without it few histories get past the intake. */
const beginnings = who.map(
  ofClient('begin', async (real, clientId) => {
    const now = real.now();
    await give(real, 'setDoelgroepAxis', { clientId, axis: 'GRONDSLAG', value: 'NUG', validFrom: addDays(now, -30) });
    await dossierCommand(real.served, 'startIntake', { clientId });
    await give(real, 'savePlanConcept', { clientId, ...content(now) });
    return give(real, 'establishPlan', { clientId, expectedVersion: await versionOf(real, clientId, 'CONCEPT') });
  }),
);

const decisions = fc
  .record({
    n: who,
    user: users,
    kind: fc.constantFrom('DOELGROEP_LKS', 'LKS', 'LKS', 'PARTICIPATIEPLAATS', 'PROEFPLAATSING', 'BESCHUT_WERK', 'JOBCOACH'),
    from: days,
    lasts: fc.integer({ min: 5, max: 90 }),
    revise: fc.boolean(),
  })
  .map(({ n, user, kind, from, lasts, revise }) =>
    ofClient(`decide ${kind}`, async (real, clientId) => {
      const startsOn = addDays(real.now(), from);
      const before = await real.served.db.read.em.findBy(DecisionRow, { clientId, kind: kind as DecisionRow['kind'] });
      const input = {
        kind,
        outcome: 'GRANTED',
        appliedOn: addDays(real.now(), -3),
        decidedOn: real.now(),
        startsOn,
        endsOn: addDays(startsOn, lasts),
        legalBasis: 'Participatiewet',
      };
      const more = { ...(kind === 'LKS' && { forfait: true }), ...(revise && before.length > 0 && { revisesId: before.at(-1)?.id }) };
      return give(real, 'publishDecision', { clientId, ...input, ...more }, user);
    })(n),
  );
const provisions = fc
  .record({
    n: who,
    user: users,
    from: fc.integer({ min: -20, max: 0 }),
    end: fc.boolean(),
    kind: fc.constantFrom('PARTICIPATIEPLAATS', 'PARTICIPATIEPLAATS', 'JOBCOACH', 'TRAINING'),
  })
  .map(({ n, user, from, end, kind }) =>
    ofClient(end ? 'end a provision' : `start ${kind}`, async (real, clientId) => {
      const { em } = real.served.db.read;
      const running = await em.findOneBy(ProvisionRow, { clientId, status: 'RUNNING' });
      if (end && running) {
        const ending = { id: running.id, expectedVersion: running.version, lastDay: real.now(), reason: 'COMPLETED' };
        return answerOf(await supportCommand(real.served, 'endProvision', ending, user));
      }
      const startsOn = addDays(real.now(), from);
      // Its own decision, when there is none: otherwise no place would ever begin.
      const decision = { clientId, kind, outcome: 'GRANTED', decidedOn: real.now(), startsOn, endsOn: addDays(startsOn, 300), legalBasis: 'Participatiewet' };
      const needs = kind === 'PARTICIPATIEPLAATS';
      const { result } = needs ? await supportCommand(real.served, 'publishDecision', decision) : { result: null };
      const decisionId = result?.decision?.id as string | undefined;
      return answerOf(
        await supportCommand(real.served, 'startProvision', { clientId, kind, executor: 'OWN', startsOn, ...(decisionId && { decisionId }) }, user),
      );
    })(n),
  );

const shares = fc
  .record({ n: who, user: users, name: fc.constantFrom('shareWithNuo', 'shareWithNuo', 'changeDisclosure', 'withdrawDisclosure'), lasts: fc.nat(30) })
  .map(({ n, user, name, lasts }) =>
    ofClient(name, async (real, clientId) => {
      const until = addDays(real.now(), lasts);
      const shown = await real.served.db.read.em.find(DisclosureRow, { where: { clientId } });
      const version = shown.find(({ withdrawnAt, changedInto }) => withdrawnAt === null && changedInto === null)?.version ?? 1;
      if (name === 'shareWithNuo') return give(real, name, { clientId, parts: ['NAME'], purpose: 'BEMIDDELING', until }, user);
      return give(real, name, name === 'changeDisclosure' ? { clientId, until, expectedVersion: version } : { clientId }, user);
    })(n),
  );
const candidates = fc.record({ n: who, user: users }).map(({ n, user }) =>
  ofClient('saveCandidate', async (real, clientId) => {
    const known = await real.served.db.read.em.findOneBy(CandidateRow, { clientId });
    const profile = { visibility: 'INTERNAL', occupations: [{ text: 'Groen' }], hoursMin: 16, hoursMax: 24, postcode4: '7607', maxTravelKm: 10 };
    return give(real, 'saveCandidate', { clientId, ...profile, ...(known && { expectedVersion: known.version }) }, user);
  })(n),
);
const ladders = fc
  .record({ n: who, user: users, at: fc.integer({ min: -3, max: 1 }), step: fc.integer({ min: 0, max: 7 }) })
  .map(({ n, user, at, step }) =>
    ofClient('recordLadderStep', (real, clientId) => give(real, 'recordLadderStep', { clientId, measuredOn: addDays(real.now(), at), step }, user))(n),
  );
const loonwaarden = fc.record({ n: who, far: fc.nat(3), by: users }).map(({ n, far, by }) =>
  ofClient('loonwaarde', async (real, clientId) => {
    const now = real.now();
    const asked = await loonwaardeCommand(real.served, 'requestLoonwaarde', { clientId, functionName: 'Groen', hoursPerWeek: 24 }, by);
    const id = asked.result?.loonwaardebepaling?.id as string | undefined;
    if (!id) return answerOf(asked);
    const self = { expert: { id: 'demo-almelo-klantregisseur', name: 'K' }, expertOrganisation: '0141' };
    const next = [
      ['planLoonwaarde', { plannedOn: now, ...self }],
      ['carryOutLoonwaarde', { carriedOutOn: now, tasks: formTasks }],
      ['establishLoonwaarde', { validFrom: now, reviewOn: addDays(now, 300) }],
    ] as const;
    let answer = answerOf(asked);
    for (const [at, [name, input]] of next.slice(0, far).entries())
      answer = answerOf(await loonwaardeCommand(real.served, name, { id, expectedVersion: at + 1, ...input }, by));
    return answer;
  })(n),
);
const time = fc.integer({ min: 1, max: 30 }).map((count) =>
  stepOf<Real>('days pass', async ({ pass }) => {
    pass(count);
    return null;
  }),
);

describe.each(dialects)('any history of clients of a Werkplein on %s', (dialect) => {
  it('keeps I1 to I7 after each step, and what stands never changes', { timeout: 120_000 }, async () => {
    const taken = new Map<string, number>();
    let [today, ticks] = ['2026-11-23', 0];
    const served = await werkpleinForTest(dialect, () => new Date(Date.parse(`${today}T10:00:00Z`) + (ticks += 1)));
    // The clients stay from one history to the next, older and with more behind them.
    const clients: (string | null)[] = [null, null];
    const judge = laws(served.db);
    const setup = async (): Promise<Real> => ({
      served,
      clients,
      taken,
      now: () => today,
      pass: (count) => void (count > 0 && ([today, ticks] = [addDays(today, count), 0])),
      broken: () => judge(today),
    });
    const begin = [registrations, beginnings, beginnings];
    const often = [
      dossiers,
      dossiers,
      dossiers,
      axisPeriods,
      axisPeriods,
      axisPeriods,
      axisPeriods,
      axisPeriods,
      plans,
      plans,
      decisions,
      decisions,
      provisions,
      provisions,
    ];
    await runHistories(setup, [...begin, ...often, together, returns, shares, shares, candidates, ladders, loonwaarden, time], { runs: 14, length: 60 });
    if (process.env['HISTORY_RUNS']) console.info(dialect, Object.fromEntries(taken));
    for (const step of ['register', 'begin', 'start PARTICIPATIEPLAATS', 'come back twice at once', 'shareWithNuo', 'loonwaarde'])
      expect([step, taken.get(step) ?? 0]).not.toEqual([step, 0]);
  });
});
