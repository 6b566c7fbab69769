import { everyTriple } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { disclosed, registered, sharedWerkplein } from '../testing/index.ts';
import { formTasks, loonwaardeCommand, nuoExpert, regie, requestedLoonwaarde } from '../testing/loonwaarde.ts';
import { LoonwaardeRow } from './loonwaarde.entity.ts';
import { loonwaardeMachine, type LoonwaardeStep } from './loonwaarde.rules.ts';

const expert = { expertId: 'demo-nuo-jobcoach', expertName: 'J. Coach', expertOrganisation: 'nuo' };
const measured = { carriedOutOn: '2026-11-20', tasks: formTasks, wageValuePct: 55.8 };
const inputs = {
  plan: ['planLoonwaarde', { plannedOn: '2026-11-30', ...nuoExpert }],
  carryOut: ['carryOutLoonwaarde', { carriedOutOn: '2026-11-20', tasks: formTasks }],
  establish: ['establishLoonwaarde', { validFrom: '2026-11-23', reviewOn: '2027-11-23' }],
  reject: ['rejectLoonwaarde', { reason: 'Werk gestopt' }],
} as const satisfies Record<LoonwaardeStep, unknown>;
const users = { REGIE: regie, EXPERT: 'nuo.jobcoach' };
const triples = everyTriple(loonwaardeMachine).flatMap((triple) => (triple.step === 'request' ? [] : [{ ...triple, step: triple.step }]));

describe.each(dialects)('a step of a loonwaarde on %s', (dialect) => {
  const served = sharedWerkplein(dialect);

  it('is taken in exactly the triples of the machine, and else nothing changes', { timeout: 60_000 }, async () => {
    const wrong: string[] = [];
    for (const { state, step, actor, allowed } of triples) {
      const clientId = await registered(served());
      await disclosed(served(), clientId);
      const id = await requestedLoonwaarde(served(), clientId);
      const more = state === 'REQUESTED' ? {} : { plannedOn: '2026-11-20', ...expert };
      const form = state === 'CARRIED_OUT' || state === 'ESTABLISHED' ? measured : {};
      await served().db.write(({ em }) => em.update(LoonwaardeRow, { id }, { state, ...more, ...form }));
      const before = await served().db.read.em.findOneByOrFail(LoonwaardeRow, { id });
      const [name, input] = inputs[step];
      const { result, errors } = await loonwaardeCommand(served(), name, { id, expectedVersion: before.version, ...input }, users[actor]);
      const after = await served().db.read.em.findOneByOrFail(LoonwaardeRow, { id });
      const code = errors?.[0]?.extensions['code'];
      if (allowed && !(after.state === loonwaardeMachine.steps[step].to && after.version === before.version + 1))
        wrong.push(`${actor} ${step} ${state}: ${code}`);
      // Who is no actor of any step here, or no expert yet, hears that, or that it is not there.
      const no = (result?.__typename === 'StepRefused' && result.from === state && result.step === step) || code === 'FORBIDDEN' || code === 'NOT_FOUND';
      if (!allowed && !(no && JSON.stringify(after) === JSON.stringify(before)))
        wrong.push(`${actor} ${step} ${state} was taken: ${JSON.stringify(result ?? code)}`);
    }
    expect(wrong).toEqual([]);
    expect(triples.filter(({ allowed }) => allowed)).toHaveLength(7);
  });
});
