import { dialects } from '@werkplein/kernel/testing';
import { describe, expect } from 'vitest';
import { type Case, figureTable, type World } from '../testing/figure-world.ts';
import { registered, requestId } from '../testing/index.ts';

const document = `mutation ($input: RecordLadderStepInput!) { almelo { recordLadderStep(input: $input) { __typename
  ... on LadderStepRecorded { measurement { id } } } } }`;

/** A client with these steps on these days; gives the last measurement. */
const measured = async ({ served, at }: World, ...steps: [day: string, step: number][]) => {
  const clientId = await registered(served);
  const record = async (measuredOn: string, step: number, more: object = {}): Promise<string> => {
    at(measuredOn);
    const { data } = await served.ask('almelo.klantregisseur', document, { input: { requestId: requestId(), clientId, measuredOn, step, ...more } });
    expect(data.almelo.recordLadderStep.__typename).toBe('LadderStepRecorded');
    return data.almelo.recordLadderStep.measurement.id as string;
  };
  let last = '';
  for (const [day, step] of steps) last = await record(day, step);
  return { last, record };
};

const rows = (een: number, meer: number, dalers: number, gelijk: number) => ({ 'een-trede': een, 'meer-treden': meer, dalers, gelijk });
const cases: Case[] = [
  ['one measurement is in no side', async (w) => void (await measured(w, ['2026-05-01', 3])), { numerator: 0, denominator: 0 }],
  ['a step up counts', async (w) => void (await measured(w, ['2026-01-10', 2], ['2026-05-01', 3])), { numerator: 1, denominator: 1, rows: rows(1, 0, 0, 0) }],
  ['more steps are one person', async (w) => void (await measured(w, ['2026-01-10', 2], ['2026-05-01', 5])), { numerator: 1, rows: rows(0, 1, 0, 0) }],
  [
    'the last counts beside the one before it',
    async (w) => void (await measured(w, ['2026-01-10', 1], ['2026-04-10', 5], ['2026-05-01', 3])),
    { numerator: 0, rows: rows(0, 0, 1, 0) },
  ],
  [
    'the same step is no rise',
    async (w) => void (await measured(w, ['2026-01-10', 3], ['2026-05-01', 3])),
    { numerator: 0, denominator: 1, rows: rows(0, 0, 0, 1) },
  ],
  ['what was measured later does not count', async (w) => void (await measured(w, ['2026-01-10', 2], ['2026-07-01', 3])), { numerator: 0, denominator: 0 }],
  [
    'a correction replaces',
    async (w) => {
      const { last, record } = await measured(w, ['2026-01-10', 2], ['2026-05-01', 3]);
      await record('2026-05-01', 2, { corrects: last });
    },
    { numerator: 0, denominator: 1 },
  ],
];

describe.each(dialects)('risers on the ladder on %s', (dialect) => {
  figureTable(dialect, 'LADDER_STIJGERS', { from: '2026-04-01', until: '2026-06-30' }, cases);
});
