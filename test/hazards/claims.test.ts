import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { processesOfFile } from './nuo-processes.ts';
import { manager, newEmployers, newPerson, plan, range } from './steps.ts';

// `npm run test:claims` makes it 10,000 claims on 100 employers (domain.md §10, H1).
const CLAIMS = Number(process.env['CLAIMS'] ?? 200);
const CALLERS = 50;
const BURST = 100;
const EMPLOYERS = CLAIMS / BURST;

const nuoOf = processesOfFile();

describe.each(dialects)('on %s', (dialect) => {
  it(`${CLAIMS} claims of ${CALLERS} colleagues, ${BURST} at once, on ${EMPLOYERS} employers are held once each, and whoever loses is told by whom`, async () => {
    const nuo = nuoOf(dialect);
    const employers = await newEmployers(nuo, EMPLOYERS);
    const persons = await Promise.all(employers.map((id) => newPerson(nuo, id)));
    const times: number[] = [];
    let [doubles, losers, told] = [0, 0, 0];
    const started = performance.now();
    for (const [i, employerId] of employers.entries()) {
      const answers = await Promise.all(
        range(BURST).map(async (n) => {
          const begin = performance.now();
          const caller = manager(n % CALLERS);
          const answer = await plan(nuo.at(n), caller, employerId, { contactPersonId: persons[i] });
          times.push(performance.now() - begin);
          return { caller: caller.employeeId, answer };
        }),
      );
      const won = answers.filter(({ answer }) => answer.alreadyPlanned === false);
      const rows = await nuo.db.read.em.query<{ ownerId: string }[]>('SELECT ownerId FROM contact_plan WHERE employerAliasId = ?', [employerId]);
      if (won.length !== 1 || rows.length !== 1) doubles += 1;
      const holder = won[0]?.caller;
      expect(rows.map(({ ownerId }) => ownerId)).toEqual([holder]);
      for (const { caller, answer } of answers) {
        if (caller === holder) expect(answer.contactPlan.id).toBe(won[0]?.answer.contactPlan.id);
        else losers += 1;
        if (answer.__typename === 'ContactConflict' && answer.holder.id === holder) told += 1;
      }
    }
    const seconds = (performance.now() - started) / 1000;
    const p = (share: number) => Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] as number);
    process.stdout.write(
      `claims on ${dialect}, ${nuo.count} process(es): ${CLAIMS} claims, ${EMPLOYERS} employers, ${doubles} doubles, ${told} of ${losers} losers told who holds it, ${Math.round(CLAIMS / seconds)}/s, p50 ${p(0.5)} ms, p99 ${p(0.99)} ms\n`,
    );
    expect([doubles, told]).toEqual([0, losers]);
  }, 1_800_000);
});
