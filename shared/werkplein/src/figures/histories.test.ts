import { type Clock, Fact, newIds } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { completeProfile, dossierCommand, nothingRuns } from '../testing/dossiers.ts';
import { type Asked, factsBehind, figureOf, intoProgramme, recordFollowUp, setAxis } from '../testing/figures.ts';
import { registered, requestId, type TestWerkplein, werkpleinForTest } from '../testing/index.ts';
import { establishedLoonwaarde } from '../testing/loonwaarde.ts';
import { granted, supportCommand } from '../testing/provisions.ts';
import { evaluators } from './evaluators.ts';
import { funnelCandidates, funnelCounts } from './funnel.ts';
import { stateFactsOfAll } from './state-client-facts.ts';

const indicators = Object.keys(evaluators);
const placementId = 'nuo:01900000-0000-7000-8000-000000000001';

/** What may happen to a client; a step that is not allowed is refused, and nothing happens. */
type Happening = (served: TestWerkplein, clientId: string, today: string) => Promise<unknown>;
const happenings: Record<string, Happening> = {
  programme: (served, clientId, today) => intoProgramme(served, clientId, today).catch(() => undefined),
  profile: (served, clientId) => completeProfile(served, clientId).catch(() => undefined),
  placeable: (served, clientId) => dossierCommand(served, 'declarePlaceable', { clientId }),
  placed: (served, clientId, placedOn) => dossierCommand(served, 'confirmPlacement', { clientId, placementId, placedOn }),
  back: (served, clientId) => dossierCommand(served, 'resumeProgramme', { clientId, reason: 'Gestopt' }),
  aftercare: (served, clientId) => dossierCommand(served, 'startAftercare', { clientId, ground: 'CONTRACT_WITHOUT_SUPPORT' }),
  suspended: (served, clientId) => dossierCommand(served, 'suspendDossier', { clientId, reason: 'Ziek' }),
  resumed: (served, clientId) => dossierCommand(served, 'resumeDossier', { clientId }),
  left: (served, clientId) => dossierCommand(served, 'closeDossier', { clientId, outflow: 'WORK', confirmed: nothingRuns }),
  followUp: (served, clientId, observedOn) => recordFollowUp(served, { clientId, observedOn, works: 'YES', benefit: 'NO' }),
  handedOver: (served, clientId, today) => dossierCommand(served, 'assignKlantregisseur', { clientId, klantregisseur: { id: `k${today.at(-1)}`, name: 'K' } }),
  beschut: (served, clientId, today) => setAxis(served, clientId, 'BESCHUT', 'VASTGESTELD', today),
  noBeschut: (served, clientId) => setAxis(served, clientId, 'BESCHUT', 'GEEN', '2026-01-01'),
  place: async (served, clientId, startsOn) => {
    const decisionId = await granted(served, clientId, 'BESCHUT_WERK', startsOn, null, { decidedOn: startsOn }).catch(() => null);
    return supportCommand(served, 'startProvision', { clientId, kind: 'BESCHUT_WERK', startsOn, executor: 'NUO', decisionId });
  },
  loonwaarde: (served, clientId, validFrom) => establishedLoonwaarde(served, clientId, { validFrom, reviewOn: '2028-01-01' }).catch(() => undefined),
  measured: (served, clientId, measuredOn) =>
    served.ask('almelo.klantregisseur', 'mutation ($input: RecordLadderStepInput!) { almelo { recordLadderStep(input: $input) { __typename } } }', {
      input: { requestId: requestId(), clientId, measuredOn, step: (Number(measuredOn.slice(-2)) % 6) + 1 },
    }),
};
const likely = ['programme', 'programme', 'profile', 'profile', 'placeable', 'placed', 'left', 'handedOver'];
const step = fc.record({ client: fc.nat(2), name: fc.constantFrom(...Object.keys(happenings), ...likely), days: fc.integer({ min: 0, max: 40 }) });
const DAY = 86_400_000;
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

describe.each(dialects)('figures of a Werkplein over random histories on %s', (dialect) => {
  let now = new Date();
  const clock: Clock = () => now;

  it('equal the facts behind them, never change of what was known, and need no fact that a command did not state', { timeout: 120_000 }, async () => {
    const served = await werkpleinForTest(dialect, clock);
    const tell = async (asked: Asked) =>
      JSON.stringify(
        await Promise.all(
          indicators.map(async (each) => {
            const { statements: _, ...figure } = await figureOf(served, each, asked);
            return figure;
          }),
        ),
      );
    const told: [Asked, string][] = [];
    let start = Date.parse('2026-01-02T11:00:00Z');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), fc.integer({ min: 0, max: 400 }), async (steps, window) => {
        // Years go on: each history begins after the one before, and all of it stays in the figures.
        now = new Date(start);
        const clients = [await registered(served), await registered(served), await registered(served)];
        for (const { client, name, days } of steps) {
          now = new Date(now.getTime() + days * DAY + 1000);
          await happenings[name]?.(served, clients[client] as string, dayOf(now));
          if (days > 30) {
            const asked = { from: dayOf(new Date(start)), until: dayOf(new Date(start + window * DAY)), measuredOn: dayOf(now), knownAt: new Date(now) };
            told.push([asked, await tell(asked)]);
          }
          now = new Date(now.getTime() + 1000);
        }
        const asked: Asked = { from: dayOf(new Date(start)), until: dayOf(new Date(start + window * DAY)), measuredOn: dayOf(now), knownAt: new Date(now) };
        for (const indicator of indicators) {
          const figure = await figureOf(served, indicator, asked);
          for (const [side, total] of [
            ['NUMERATOR', figure.numerator],
            ['DENOMINATOR', figure.denominator],
          ] as const) {
            if (total === null) continue;
            const facts = await factsBehind(served, indicator, side, asked);
            expect([indicator, side, facts.reduce((sum, { contribution }) => sum + contribution, 0)]).toEqual([indicator, side, total]);
            expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
          }
        }
        start = now.getTime() + DAY;
      }),
      { numRuns: 8 },
    );
    expect(told.length).toBeGreaterThan(5);
    for (const [asked, before] of told) expect(await tell(asked)).toBe(before);

    const facts = () => served.db.read.em.find(Fact, { order: { id: 'ASC' } });
    const stated = await facts();
    expect(new Set(stated.map(({ kind }) => kind)).size).toBeGreaterThan(5);
    await stateFactsOfAll(served.db, { clock, newId: newIds('0141', clock) }, '0141');
    expect(await facts()).toEqual(stated);
  });

  it('take as many statements however many there are, and each by an index', async () => {
    now = new Date('2026-03-02T11:00:00Z');
    const served = await werkpleinForTest(dialect, clock);
    const asked = () => ({ from: '2026-01-01', until: '2026-12-31', knownAt: clock() });
    const one = async (): Promise<void> => {
      const clientId = await registered(served);
      for (const name of ['programme', 'profile', 'placeable', 'placed', 'handedOver', 'beschut', 'loonwaarde', 'measured', 'aftercare', 'left'])
        await happenings[name]?.(served, clientId, '2026-03-02');
    };
    const statements = async () =>
      Object.fromEntries(await Promise.all(indicators.map(async (each) => [each, (await figureOf(served, each, asked())).statements])));
    await one();
    const before = await statements();
    for (let i = 0; i < 8; i += 1) await one();
    expect(await statements()).toEqual(before);
    expect(before).toEqual({
      BESCHUT_GEREALISEERD_VS_TAAKSTELLING: 1,
      UITSTROOM_NAAR_WERK: 2,
      DUURZAME_UITSTROOM_26W: 3,
      GEM_LOONWAARDE: 4,
      LADDER_STIJGERS: 1,
      OVERDRACHTEN_PER_CLIENT: 3,
      WACHTLIJST_BESCHUT: 1,
    });
    // Enough rows for a plan that means something.
    await served.db.write(async ({ em }) => {
      const [fact] = await em.find(Fact, { take: 1 });
      const many = Array.from({ length: 3000 }, (_, at) => ({ ...(fact as Fact), id: `0141:${String(at).padStart(36, '0')}`, kind: `OTHER_${at % 40}` }));
      for (let at = 0; at < many.length; at += 500) await em.insert(Fact, many.slice(at, at + 500));
      await em.query(dialect === 'sqlite' ? 'ANALYZE' : 'ANALYZE TABLE fact');
    });
    const { logger } = served.db.read.em.connection;
    const sent = vi.spyOn(logger, 'logQuery');
    for (const evaluator of Object.values(evaluators)) await evaluator.count(served.db.read, { ...asked(), measuredOn: '2026-12-31' });
    for (const ask of [funnelCounts, funnelCandidates]) await ask(served.db.read, { ...asked(), measuredOn: '2026-12-31' });
    const queries = sent.mock.calls.filter(([sql]) => sql.includes('fact'));
    sent.mockRestore();
    expect(queries.length).toBe(17);
    for (const [sql, parameters] of queries) {
      const plan = JSON.stringify(await served.db.read.em.query(dialect === 'sqlite' ? `EXPLAIN QUERY PLAN ${sql}` : `EXPLAIN ${sql}`, parameters));
      expect([sql, plan]).toEqual([sql, expect.stringMatching(/ix_fact_/)]);
      expect([sql, plan]).not.toEqual([sql, expect.stringMatching(/SCAN (f|g)\b|"type":"ALL"[^}]*"table":"(f|g)"|"table":"(f|g)","type":"ALL"/)]);
    }
  });
});
