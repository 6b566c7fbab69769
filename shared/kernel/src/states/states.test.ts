import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyTriple, isFinal, machine, stepRefused, stepsFrom } from '../index.ts';

const door = machine({
  name: 'door',
  title: 'Deur',
  source: 'test',
  states: { OPEN: 'Open', CLOSED: 'Dicht', LOCKED: 'Op slot', GONE: 'Weg' },
  actors: { GUEST: 'een gast', KEEPER: 'de portier' },
  steps: {
    close: { from: ['OPEN'], to: 'CLOSED', by: ['GUEST', 'KEEPER'], text: 'Sluiten' },
    lock: { from: ['CLOSED'], to: 'LOCKED', by: ['KEEPER'], text: 'Op slot doen' },
    knock: { from: ['CLOSED', 'LOCKED'], to: 'SAME', by: ['GUEST'], text: 'Kloppen' },
    remove: { from: ['OPEN', 'CLOSED'], to: 'GONE', by: ['KEEPER'], text: 'Weghalen' },
  },
});
const keeper = (actor: string) => actor === 'KEEPER';
const guest = (actor: string) => actor === 'GUEST';

describe('a step of a state machine', () => {
  it('is refused from another state with the states from which it can, and what can be done now', () => {
    expect(stepRefused(door, 'OPEN', 'lock', keeper)).toEqual({
      __typename: 'StepRefused',
      step: 'lock',
      from: 'OPEN',
      allowedFrom: ['CLOSED'],
      allowedSteps: ['close', 'remove'],
      by: ['KEEPER'],
      text: 'Op slot doen kan alleen als de status is: dicht. Nu is die: open.',
    });
  });

  it('is refused to somebody else with who may', () => {
    expect(stepRefused(door, 'CLOSED', 'lock', guest)).toMatchObject({ by: ['KEEPER'], allowedSteps: ['knock'], text: 'Op slot doen mag alleen de portier.' });
  });

  it('is refused in exactly those triples that the machine does not have', () => {
    const triples = everyTriple(door);
    expect(triples).toHaveLength(4 * 4 * 2);
    fc.assert(
      fc.property(fc.constantFrom(...triples), ({ state, step, actor, allowed }) => {
        expect(stepRefused(door, state, step, (other) => other === actor) === null).toBe(allowed);
      }),
    );
  });

  it('leads nowhere from a final state', () => {
    expect([stepsFrom(door, 'GONE'), isFinal(door, 'GONE'), isFinal(door, 'LOCKED')]).toEqual([[], true, false]);
  });
});
