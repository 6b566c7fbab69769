import { addDays } from '@werkplein/kernel';
import { dialects, runHistories } from '@werkplein/kernel/testing';
import fc from 'fast-check';
import { IsNull } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { ClosedMonth, Timesheet } from '../hours/hours.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { idOf, nuoForTest, testDemo, testId } from '../testing/index.ts';
import { newParticipant, newWorker, newWorkplace } from '../testing/sheltered.ts';
import { FallbackClaim } from '../workplaces/fallback-claim.entity.ts';
import { Workplace } from '../workplaces/workplace.entity.ts';
import { ShelteredEmployment } from './employment.entity.ts';
import {
  boss,
  coach,
  consultant,
  find,
  hours,
  near,
  oneOf,
  pick,
  planner,
  type Real,
  regie,
  send,
  soon,
  step,
  theirs,
  today,
  who,
} from './sheltered-history.testing.ts';
import { broken } from './sheltered-laws.testing.ts';
import { agreements, group, groups, inside, lent } from './sheltered-lending.testing.ts';

// Random histories of sheltered work against the real database: employments and indications, secondments of a group and their end, sheltered places
// with little room, hours and closed months. After each step the laws of `sheltered-laws.testing.ts`.

const employs = fc
  .record({
    n: who,
    kind: fc.constantFrom('WSW_ART2', 'WSW_ART2', 'BESCHUT_10B', 'SECONDMENT_JOB_PW', 'WSW_BEGELEID_WERKEN_ART7'),
    startsOn: near,
    hoursPerWeek: hours,
    twice: fc.boolean(),
  })
  .map(({ n, kind, startsOn, hoursPerWeek, twice }) =>
    step('employ', async (real) => {
      const formal = kind === 'WSW_BEGELEID_WERKEN_ART7' ? { employerId: idOf('employer', 0) } : { formalEmployer: '0189' };
      const terms = { payingMunicipality: '0189', responsibleMunicipality: '0189', hoursPerWeek, paidWagePct: 100, cao: 'CAO_SW', ...formal };
      const register = () => send(real, consultant, 'registerEmployment', { participantId: real.people[n], kind, startsOn, ...terms });
      const answers = await Promise.all(twice ? [register(), register()] : [register()]);
      return answers.find(({ code }) => code !== undefined) ?? answers[0];
    }),
  );
const steps = fc
  .record({
    n: pick,
    name: fc.constantFrom('agree', 'agree', 'refuse', 'withdraw', 'change', 'change', 'switch', 'switch', 'end', 'correct'),
    day: near,
    hoursPerWeek: hours,
  })
  .map(({ n, name, day, hoursPerWeek }) =>
    step(`${name} an employment`, async (real) => {
      const rows = await theirs(real, ShelteredEmployment);
      // Mostly one on which the step can be taken.
      const wanted = name === 'correct' ? 'ENDED' : ['agree', 'refuse', 'withdraw'].includes(name) ? 'AWAITING_DECISION' : 'AGREED';
      const fit = rows.filter(({ state }) => state === wanted);
      const row = oneOf(fit.length > 0 ? fit : rows, n);
      if (!row) return null;
      const about = { employmentId: row.id, expectedVersion: row.version };
      const leaves = { endReason: 'OWN_REQUEST', destination: 'OTHER' };
      if (name === 'agree')
        return send(real, regie, 'agreeEmployment', { ...about, decisionId: testId(70, 1, '0189'), decidedOn: addDays(row.startsOn, (n % 3) - 1) });
      if (name === 'refuse') return send(real, regie, 'refuseEmployment', { ...about, reason: 'Nee' });
      if (name === 'withdraw') return send(real, consultant, 'withdrawEmployment', { ...about, reason: 'Nee' });
      if (name === 'change') return send(real, consultant, 'changeEmploymentTerms', { ...about, from: day, hoursPerWeek });
      if (name === 'end') return send(real, consultant, 'endEmployment', { ...about, endsOn: day, ...leaves });
      if (name === 'correct') return send(real, consultant, 'correctEmploymentEnd', { ...about, ...(n % 2 === 0 && { endsOn: day, ...leaves }) });
      const to = row.kind === 'WSW_ART2' ? { employerId: idOf('employer', 0) } : { formalEmployer: '0189' };
      return send(real, consultant, 'switchWorkForm', { ...about, on: day, hoursPerWeek, paidWagePct: 100, cao: 'OTHER', ...to });
    }),
  );
const indications = fc.record({ n: who, day: near, years: fc.integer({ min: 1, max: 3 }) }).map(({ n, day, years }) =>
  step('record an indication', (real) =>
    send(real, consultant, 'recordIndication', {
      participantId: real.people[n],
      decidedOn: day,
      validUntil: addDays(day, 365 * years),
      targetGroup: 'BELONGS',
      category: 'MATIG',
      advisedForm: 'BEGELEID_WERKEN',
    }),
  ),
);

const placementSteps = fc
  .record({ n: pick, name: fc.constantFrom('start', 'start', 'end', 'end', 'cancel', 'end two at once'), day: soon })
  .map(({ n, name, day }) =>
    step(`${name}: placements`, async (real) => {
      const rows = (await theirs(real, Placement)).filter(({ status }) => (name === 'start' || name === 'cancel' ? status === 'PLANNED' : status === 'ACTIVE'));
      const take = (row: Placement | undefined) => {
        if (!row) return null;
        const about = { placementId: row.id, expectedVersion: row.version };
        if (name === 'start') return send(real, coach, 'startPlacement', about);
        if (name === 'cancel') return send(real, coach, 'cancelPlacement', { ...about, reason: 'Nee' });
        return send(real, coach, 'endPlacement', { ...about, endedOn: day > today ? today : day, result: 'RETURNED' });
      };
      const answers = await Promise.all([take(oneOf(rows, n)), ...(name === 'end two at once' && rows.length > 1 ? [take(oneOf(rows, n + 1))] : [])]);
      return answers.find((answer) => answer?.code !== undefined) ?? answers[0];
    }),
  );
const places = fc.record({ n: pick, capacityHours: fc.constantFrom(16, 20, 24, 40), closes: fc.option(soon) }).map(({ n, capacityHours, closes }) =>
  step('change a place', async (real) => {
    const row = oneOf(await find(real, Workplace), n);
    if (!row) return null;
    const { name, kind, location, municipality, opensOn } = row;
    return send(real, planner, 'saveWorkplace', {
      workplaceId: row.id,
      expectedVersion: row.version,
      name,
      kind,
      location,
      municipality,
      opensOn,
      capacityHours,
      closesOn: closes,
    });
  }),
);
const claims = fc.record({ n: pick, at: pick, name: fc.constantFrom('reserve', 'reserve', 'release', 'lapse') }).map(({ n, at, name }) =>
  step(`${name} a claim`, async (real) => {
    const row = oneOf(
      (await theirs(real, FallbackClaim)).filter(({ state }) => state !== 'ENDED' && state !== 'USED'),
      n,
    );
    const place = oneOf(await find(real, Workplace), at);
    if (!row || !place) return null;
    const about = { claimId: row.id, expectedVersion: row.version };
    if (name === 'reserve') return send(real, planner, 'reserveFallbackPlace', { ...about, workplaceId: place.id });
    return send(real, planner, name === 'release' ? 'releaseFallbackPlace' : 'lapseFallbackClaim', { ...about, reason: 'Reden' });
  }),
);
const at = async (real: Real, n: number): Promise<Placement | undefined> =>
  oneOf(
    (await theirs(real, Placement)).filter(({ status }) => status === 'ACTIVE' || status === 'ENDED'),
    n,
  );
const sheets = fc
  .record({ n: pick, month: fc.constantFrom('2026-06', '2026-07', '2026-08'), workedHours: fc.nat(60), again: fc.boolean() })
  .map(({ n, month, workedHours, again }) =>
    step('write hours', async (real) => {
      const row = await at(real, n);
      if (!row) return null;
      const facts = { workedHours, billableHours: workedHours, directCostCents: 100 };
      const known = await real.nuo.db.read.em.findOneBy(Timesheet, { placementId: row.id, month, kind: 'SHEET', withdrawnAt: IsNull() });
      if (known && again) return send(real, consultant, 'correctTimesheet', { timesheetId: known.id, ...facts });
      const answer = await send(real, consultant, 'recordTimesheet', { placementId: row.id, month, ...facts });
      if (answer.__typename !== 'MonthIsClosed') return answer;
      return send(real, consultant, 'correctClosedMonth', { placementId: row.id, concernsMonth: month, ...facts, reason: 'Te laat' });
    }),
  );
/** The next month is closed while hours of it come in. */
const closings = pick.map((n) =>
  step('close a month', async (real) => {
    const row = await at(real, n);
    const month = ['2026-06', '2026-07'][await real.nuo.db.read.em.count(ClosedMonth)];
    if (!month) return null;
    const late = { placementId: row?.id, month, workedHours: 10, billableHours: 10, directCostCents: 100 };
    const [answer] = await Promise.all([
      send(real, boss, 'closeMonth', { month, acceptGaps: true, reason: 'Klaar' }),
      row ? send(real, consultant, 'recordTimesheet', late) : null,
    ]);
    return answer;
  }),
);

describe.each(dialects)('any history of sheltered work on %s', (dialect) => {
  it('keeps I5, I8 to I11, I14, H12 and the room of places after each step', { timeout: 180_000 }, async () => {
    const taken = new Map<string, number>();
    let ticks = 0;
    const nuo = await nuoForTest(
      dialect,
      { ...testDemo(1), participants: [], placements: [] },
      undefined,
      () => new Date(Date.parse(`${today}T10:00:00Z`) + (ticks += 1)),
    );
    for (const capacityHours of [20, 40]) await newWorkplace(nuo, { capacityHours });
    // Each history has people of its own; places, agreements and closed months stay.
    const setup = async (): Promise<Real> => {
      const known = { decidedOn: '2024-01-01', validUntil: '2027-01-01' };
      const first = await newWorker(nuo, known);
      const same = await newParticipant(nuo);
      const { personId } = await nuo.db.read.em.findOneByOrFail(Participant, { id: first });
      await nuo.db.write(({ em }) => em.update(Participant, { id: same }, { personId }));
      const others = [await newWorker(nuo, { ...known, decidedOn: addDays(today, -60) }), await newWorker(nuo, known, { inClosingPopulation: false })];
      const real: Real = { nuo, people: [first, ...others, same], taken, broken: () => broken(nuo.db, today) };
      for (const participantId of real.people.slice(0, 2)) {
        const terms = {
          formalEmployer: '0189',
          payingMunicipality: '0189',
          responsibleMunicipality: '0189',
          hoursPerWeek: 20,
          paidWagePct: 100,
          cao: 'CAO_SW',
        };
        await send(real, consultant, 'registerEmployment', { participantId, kind: 'WSW_ART2', startsOn: addDays(today, -50), ...terms });
      }
      await group(real);
      return real;
    };
    const often = [
      employs,
      employs,
      employs,
      steps,
      steps,
      steps,
      lent,
      lent,
      lent,
      inside,
      inside,
      agreements,
      agreements,
      agreements,
      agreements,
      placementSteps,
      placementSteps,
    ];
    await runHistories(setup, [...often, groups, indications, places, claims, claims, sheets, sheets, closings], { runs: 5, length: 120 });
    if (process.env['HISTORY_RUNS']) console.info(dialect, Object.fromEntries(taken));
    for (const name of ['employ', 'change an employment', 'end a secondment', 'end: placements', 'write hours', 'close a month', 'record an indication'])
      expect([name, taken.get(name) ?? 0]).not.toEqual([name, 0]);
  });
});
