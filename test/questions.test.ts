import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Dialect, localDay } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Stack, startStack } from './stack.ts';

// Each question of docs/questions through the gateway: what its page says of fetches and SQL statements holds.

const stacks = new Map<Dialect, Stack>();
beforeAll(async () => {
  for (const dialect of dialects) stacks.set(dialect, await startStack(dialect, 0.05));
}, 400_000);
afterAll(async () => {
  for (const stack of stacks.values()) await stack.stop();
});

const operation = (name: string): string => readFileSync(resolve(import.meta.dirname, '../docs/questions', `${name}.graphql`), 'utf8');
const manager = { employeeId: 'demo-nuo-accountmanager', organisation: 'nuo' };
const colleague = { employeeId: 'demo-nuo-accountmanager-2', organisation: 'nuo' };
const handOver = { requestId: 'question-19', from: manager, to: colleague, onDay: '2027-01-01' };

describe.each(dialects)('the questions on %s', (dialect) => {
  it.each([
    ['q15-ending-placements-without-contact', 'nuo.accountmanager', {}, 7],
    ['q19-open-work-of-a-colleague', 'nuo.coordinator', manager, 16],
    // Their first command: 4 or 5 statements more make the coordinator known.
    ['q19-hand-over-everything', 'nuo.coordinator', { input: handOver }, dialect === 'sqlite' ? 51 : 53],
    ['q24-accounts-without-owner', 'nuo.coordinator', { first: 200 }, 4],
  ] as const)('%s takes one fetch', async (name, user, variables, statements) => {
    const answer = await (stacks.get(dialect) as Stack).ask(user, operation(name), variables);
    expect([answer.errors, answer.requests]).toEqual([undefined, { nuo: 1 }]);
    // The exact figure for a full page stands in the tests of the NUO; demo data may give less to read.
    expect(answer.statements['nuo']).toBeLessThanOrEqual(statements);
  });

  it('q06-plan-evaluations-due and q12-what-the-nuo-sees take one fetch to the own Werkplein', async () => {
    const { ask } = stacks.get(dialect) as Stack;
    const due = await ask('almelo.klantregisseur', operation('q06-plan-evaluations-due'), { within: 366, first: 200 });
    expect([due.errors, due.requests]).toEqual([undefined, { almelo: 1 }]);
    expect(due.data.almelo.planEvaluationsDue.nodes.length).toBeGreaterThan(0);
    const placed = await ask('almelo.klantregisseur', '{ almelo { clients(first: 200, filter: { status: PLACED }) { nodes { id disclosures { parts } } } } }');
    const { id } = placed.data.almelo.clients.nodes.find(({ disclosures }: { disclosures: { parts: string[] }[] }) =>
      disclosures[0]?.parts.includes('DOELGROEP'),
    );
    const seen = await ask('almelo.klantregisseur', operation('q12-what-the-nuo-sees'), { client: id });
    expect([seen.errors, seen.requests]).toEqual([undefined, { almelo: 1 }]);
    expect(seen.data.client.sharedWithNuo.fields).toContainEqual(expect.objectContaining({ field: 'displayName', shared: true, part: 'NAME' }));
    // Beside what the pages say the log of what was shown: 4 on SQLite, 5 on MariaDB.
    const log = 4;
    expect([due.statements['almelo'], seen.statements['almelo']]).toEqual([5 + log, 8 + log]);
  });

  it('q08-moved-client takes one fetch to the Werkplein that is asked and one to the NUO, on either side of the move', async () => {
    const { ask } = stacks.get(dialect) as Stack;
    const command = async (user: string, document: string, input: object) => {
      const answer = await ask(user, document, { input: { requestId: `q08-${Math.random().toString(36).slice(2)}`, ...input } });
      expect(answer.errors).toBeUndefined();
      return answer.data;
    };
    const found = await ask('wierden.kwaliteitsmedewerker', '{ wierden { clients(first: 1, filter: { status: PLACED }) { nodes { id } } } }');
    const client = found.data.wierden.clients.nodes[0].id as string;
    const offer = 'mutation ($input: OfferTransferInput!) { wierden { offerTransfer(input: $input) { ... on WierdenTransferOffered { transfer { id } } } } }';
    const { transfer } = (await command('wierden.kwaliteitsmedewerker', offer, { clientId: client, to: '0183', cutoverOn: localDay(new Date()) })).wierden
      .offerTransfer;
    const list = '{ tubbergen { incomingTransfers(states: [OFFERED, ACCEPTED, COMPLETED]) { nodes { id state version client { id } } } } }';
    const arrived = (state: string) =>
      vi.waitFor(
        async () => {
          const { data } = await ask('tubbergen.kwaliteitsmedewerker', list);
          const row = data.tubbergen.incomingTransfers.nodes.find((each: { id: string; state: string }) => each.id === transfer.id && each.state === state);
          if (!row) throw new Error(`not ${state} yet`);
          return row as { version: number; client: { id: string } | null };
        },
        { timeout: 30_000, interval: 200 },
      );
    const accept = 'mutation ($input: AcceptTransferInput!) { tubbergen { acceptTransfer(input: $input) { __typename } } }';
    const { version } = await arrived('OFFERED');
    await command('tubbergen.kwaliteitsmedewerker', accept, {
      transferId: transfer.id,
      expectedVersion: version,
      klantregisseur: { id: 'tanja', name: 'Tanja' },
    });
    const opened = (await arrived('COMPLETED')).client?.id;
    const asked = (user: string, id: unknown) => ask(user, operation('q08-moved-client'), { client: id });
    // The NUO hears after the new Werkplein has opened.
    await vi.waitFor(async () => expect((await asked('tubbergen.klantregisseur', opened)).data.client.placements.nodes).not.toEqual([]), { timeout: 30_000 });
    const [before, after] = [await asked('wierden.klantregisseur', client), await asked('tubbergen.klantregisseur', opened)];
    expect([before.errors, before.requests, after.errors, after.requests]).toEqual([undefined, { wierden: 1, nuo: 1 }, undefined, { tubbergen: 1, nuo: 1 }]);
    expect(before.data.client).toMatchObject({
      dossier: { status: 'TRANSFERRED' },
      transfers: [{ direction: 'OUT', state: 'COMPLETED', to: { name: 'Tubbergen' } }],
    });
    expect(after.data.client).toMatchObject({
      dossier: { status: 'REGISTERED' },
      transfers: [{ direction: 'IN', package: { identity: {} }, toDo: [{}, {}, {}] }],
    });
    expect(before.data.client.placementsBeforeTransfer).toHaveLength(after.data.client.placements.nodes.length);
    for (const { statements } of [before, after]) {
      const { nuo = 0, ...werkplein } = statements;
      expect([nuo, Math.max(...Object.values(werkplein))].every((count) => count <= 9)).toBe(true);
    }
  }, 120_000);

  it('q02-line-of-services, q03-orders-that-wait and q08-what-runs-at-the-nuo take one fetch to the NUO, and the own Werkplein for names', async () => {
    const { ask } = stacks.get(dialect) as Stack;
    const regie = 'almelo.klantregisseur';
    const placed = await ask(regie, '{ almelo { clients(first: 200, filter: { status: PLACED }) { nodes { id } } } }');
    const client = placed.data.almelo.clients.nodes[0].id as string;
    const log = 4;
    const fetched = { nuo: 1, almelo: 1 };
    const line = await ask(regie, operation('q02-line-of-services'), { client });
    expect([line.errors, line.requests]).toEqual([undefined, fetched]);
    const [order, placement] = line.data.client.serviceLine;
    expect([order.record.__typename, placement.record.__typename, order.responsible.length > 0]).toEqual(['ServiceOrder', 'Placement', true]);
    const waits = await ask(regie, operation('q03-orders-that-wait'), { first: 200 });
    // The clients of each of the two lists are asked on their own.
    expect([waits.errors, waits.requests]).toEqual([undefined, { nuo: 1, almelo: 2 }]);
    expect([waits.data.withoutAnswer.nodes.length > 0, waits.data.withoutEvaluation.nodes.length > 0]).toEqual([true, true]);
    expect(waits.data.withoutAnswer.nodes[0].client.displayName).toBeTruthy();
    const runs = await ask(regie, operation('q08-what-runs-at-the-nuo'), { client, on: '2026-11-28' });
    expect([runs.errors, runs.requests]).toEqual([undefined, fetched]);
    expect([line.statements['nuo'], waits.statements['nuo'], runs.statements['nuo']]).toEqual([7 + log, 2 + log, 8 + log]);
  });

  it('q04-trials-reaching-their-term and q05-what-waits-for-my-agreement take a fetch to the NUO and one to the own Werkplein', async () => {
    const { ask } = stacks.get(dialect) as Stack;
    const regie = 'almelo.klantregisseur';
    const log = 4;
    const trials = await ask(regie, operation('q04-trials-reaching-their-term'), { withinDays: 366, first: 200 });
    expect([trials.errors, trials.requests]).toEqual([undefined, { nuo: 1, almelo: 1 }]);
    const [trial] = trials.data.trialPlacementsReachingTerm.nodes;
    expect([trial.details.termEndsOn > trial.startsOn, Array.isArray(trial.client.decisions)]).toEqual([true, true]);
    const waits = await ask(regie, operation('q05-what-waits-for-my-agreement'), { first: 200 });
    expect([waits.errors, waits.requests]).toEqual([undefined, { nuo: 1, almelo: 1 }]);
    const nodes = waits.data.placementsAwaitingAgreement.nodes as { details: { silence: { agrees: boolean; text: string } }; client: object | null }[];
    expect(nodes.some(({ details, client }) => !details.silence.agrees && details.silence.text.includes('besluit') && client !== null)).toBe(true);
    expect([trials.statements['nuo'], waits.statements['nuo']]).toEqual([2 + log, 2 + log]);
  });

  it('q09-who-looked-at-a-client, q10-beschut-waiting-list, q27-beschut-realised and placements-to-confirm take the fetches that their pages say', async () => {
    const { ask } = stacks.get(dialect) as Stack;
    const regie = 'almelo.klantregisseur';
    const log = 4;
    const some = await ask(regie, '{ almelo { clients(first: 1) { nodes { id } } } }');
    const variables = { client: some.data.almelo.clients.nodes[0].id };
    const looked = await ask(regie, operation('q09-who-looked-at-a-client'), variables, { 'x-purpose': 'RECHTEN_BETROKKENE' });
    expect([looked.errors, looked.requests, looked.statements['almelo']]).toEqual([undefined, { almelo: 1 }, 2 + log]);
    expect(looked.data.almelo.clientAccessLog.nodes[0]).toMatchObject({ organisation: { name: 'Almelo' }, activity: 'Raadplegen van een cliënt' });
    expect((await ask(regie, operation('q09-who-looked-at-a-client'), variables)).errors?.[0]?.extensions['code']).toBe('PURPOSE_REQUIRED');

    // Somebody is established as beschut: the first of whom the register of the banenafspraak does not say otherwise.
    const serving = await ask(regie, '{ almelo { clients(first: 200, filter: { status: IN_PROGRAMME }) { nodes { id } } } }');
    const set = 'mutation ($input: SetDoelgroepAxisInput!) { almelo { setDoelgroepAxis(input: $input) { __typename } } }';
    for (const [n, { id: clientId }] of serving.data.almelo.clients.nodes.entries()) {
      const input = { requestId: `question-10-${n}`, clientId, axis: 'BESCHUT', value: 'VASTGESTELD', validFrom: '2026-11-02' };
      const { data, errors } = await ask(regie, set, { input });
      expect(errors).toBeUndefined();
      if (data.almelo.setDoelgroepAxis.__typename === 'AlmeloDoelgroepAxisSet') break;
    }
    const waits = await ask(regie, operation('q10-beschut-waiting-list'), { first: 200, year: 2026, day: '2026-11-28' });
    expect([waits.errors, waits.requests, waits.statements]).toEqual([undefined, { almelo: 1, nuo: 1 }, { almelo: 5 + log, nuo: 1 }]);
    const { taakstelling, beschutRealised, beschutWaitingList } = waits.data.almelo;
    expect(beschutWaitingList.nodes.map(({ position }: { position: number }) => position)).toEqual(
      beschutWaitingList.nodes.map((_: unknown, at: number) => at + 1),
    );
    expect([taakstelling.waiting, beschutRealised.persons > 0]).toEqual([beschutWaitingList.nodes.length, true]);
    // What remains of the year's taakstelling, which the demo has made up.
    expect([taakstelling.year, taakstelling.source !== null, taakstelling.places - beschutRealised.persons > 0]).toEqual([2026, true, true]);
    const realised = await ask('nuo.jobcoach', operation('q27-beschut-realised'), { day: beschutRealised.day });
    expect([realised.errors, realised.requests, realised.statements['nuo']]).toEqual([undefined, { nuo: 1 }, 1]);
    const almelo = realised.data.werkpleinen.find(({ municipality }: { municipality: string }) => municipality === '0141');
    expect(almelo.beschutRealised).toEqual(beschutRealised);

    const today = localDay(new Date());
    const confirm = await ask(regie, operation('placements-to-confirm'), { today });
    const begun = confirm.data.almelo.caseload.nodes.filter(({ placements }: { placements: { nodes: unknown[] } }) => placements.nodes.length > 0);
    expect(confirm.errors).toBeUndefined();
    expect(begun.length).toBeGreaterThan(0);
    const [placement] = begun[0].placements.nodes;
    const { confirmBy, workingDaysLeft } = placement.confirmationAtAlmelo;
    expect([confirmBy > placement.startsOn, Number.isInteger(workingDaysLeft), workingDaysLeft < 0]).toEqual([true, true, confirmBy < today]);
  });

  it('q01-vacancies-for-my-clients and q26-arbeidsjaren are asked of who knows', async () => {
    const { ask } = stacks.get(dialect) as Stack;
    const fits = await ask('almelo.klantregisseur', operation('q01-vacancies-for-my-clients'), { first: 50 });
    expect([fits.errors, fits.requests]).toEqual([undefined, { almelo: 1, nuo: 1 }]);
    const years = await ask('nuo.coordinator', operation('q26-arbeidsjaren'), { from: '2026-01-01', until: '2026-12-31' });
    expect([years.errors, years.requests]).toEqual([undefined, { nuo: 1 }]);
    interface Told {
      indicator: { code: string };
      municipality: string | null;
      value: number;
      rows: { key: string; value: number }[];
    }
    for (const [code, figures] of Map.groupBy(years.data.figures as Told[], ({ indicator }) => indicator.code)) {
      const home = figures.filter(({ municipality }) => municipality !== null);
      const total = figures.find(({ municipality }) => municipality === null);
      expect([code, home.length >= 4, (total?.value ?? 0) > 0]).toEqual([code, true, true]);
      const row = ({ rows }: Told, key: string): number => rows.find((each) => each.key === key)?.value ?? Number.NaN;
      for (const figure of home) expect(row(figure, 'verschil')).toBeCloseTo(figure.value - row(figure, 'verantwoordelijk'), 1);
      expect(total?.rows.map(({ key }) => key)).not.toContain('verschil');
    }
    const totalOf = (code: string): number =>
      (years.data.figures as Told[]).find(({ indicator, municipality }) => indicator.code === code && municipality === null)?.value ?? 0;
    // With the factor it is never less.
    expect(totalOf('WSW_SE')).toBeGreaterThanOrEqual(totalOf('WSW_ARBEIDSJAREN'));
  });

  it('an order grants nothing: of a client whom the Werkplein does not disclose uitvoering sees the order, and no name', async () => {
    const { ask } = stacks.get(dialect) as Stack;
    const { data, errors } = await ask('nuo.trajectbegeleider', '{ serviceOrders(first: 200) { nodes { id client { id displayName } } } }');
    const nodes = data.serviceOrders.nodes as { client: { id: string; displayName: string | null } | null }[];
    const named = nodes.filter(({ client }) => client?.displayName);
    const unnamed = nodes.filter(({ client }) => !client?.displayName);
    expect([named.length > 0, unnamed.length > 0]).toEqual([true, true]);
    expect(new Set((errors ?? []).map(({ extensions }) => extensions['code']))).toEqual(new Set());
  });

  it('q28-double-approaches and q30-lead-times ask the NUO alone, once for the list and once for each set of figures', async () => {
    const { ask } = stacks.get(dialect) as Stack;
    const year = { from: '2026-01-01', until: '2026-12-31' };
    const doubles = await ask('nuo.coordinator', operation('q28-double-approaches'), year);
    expect([doubles.errors, doubles.requests, doubles.data.figure.complete]).toEqual([undefined, { nuo: 2 }, true]);
    const months = doubles.data.doubleApproaches as { doubles: number; prevented: number }[];
    const row = (key: string) => doubles.data.figure.rows.find((each: { key: string }) => each.key === key).value;
    expect([months.reduce((sum, each) => sum + each.doubles, 0), months.reduce((sum, each) => sum + each.prevented, 0)]).toEqual([
      row('dubbel'),
      doubles.data.figure.value,
    ]);
    const times = await ask('almelo.klantregisseur', operation('q30-lead-times'), { municipality: '0141', ...year, measuredOn: '2026-11-23' });
    expect([times.errors, times.requests, times.data.figures.length]).toEqual([undefined, { nuo: 1 }, 4]);
  });

  it('q27, q29, q34 and q35 ask each source once for each figure', async () => {
    const { ask } = stacks.get(dialect) as Stack;
    const year = { from: '2026-01-01', until: '2026-12-31' };
    const beschut = await ask('nuo.coordinator', operation('q27-beschut-against-taakstelling'), { from: '2026-01-01', day: '2026-10-31' });
    expect([beschut.errors, beschut.requests]).toEqual([undefined, { nuo: 1, almelo: 1, twenterand: 1, tubbergen: 1, wierden: 1 }]);
    const refused = await ask('nuo.coordinator', operation('q27-beschut-realised'));
    expect(refused.errors).toMatchObject([{ path: ['werkpleinen', 0, 'beschutRealised'], extensions: { code: 'FORBIDDEN', service: 'nuo', count: 4 } }]);
    const funnel = await ask('almelo.klantregisseur', operation('q29-funnel'), { municipality: '0141', from: '2026-04-01', until: '2026-06-30' });
    expect([funnel.errors, funnel.requests, funnel.data.funnel.complete]).toEqual([undefined, { almelo: 1, nuo: 1 }, true]);
    const facts = await ask('almelo.klantregisseur', operation('q34-facts-behind-a-figure'), {
      indicator: 'UITSTROOM_NAAR_WERK',
      municipality: '0141',
      side: 'NUMERATOR',
      first: 200,
      ...year,
    });
    expect([facts.errors, facts.requests]).toEqual([undefined, { almelo: 2 }]);
    expect(facts.data.figure.facts.nodes).toHaveLength(facts.data.figure.numerator);
    const periods = { before: '2025-01-01', lastDayBefore: '2025-12-31', start: '2026-01-01', until: '2026-10-31' };
    const handOvers = await ask('almelo.klantregisseur', operation('q35-hand-overs-before-and-after'), { municipality: '0141', ...periods });
    expect([handOvers.errors, handOvers.requests]).toEqual([undefined, { almelo: 2, nuo: 2 }]);
    expect([handOvers.data.before.denominator > 0, handOvers.data.after.denominator > 0]).toEqual([true, true]);
    expect([beschut, funnel, facts, handOvers].map(({ statements }) => statements['almelo'])).toEqual([2, 2, 4, 6]);
  });
});
