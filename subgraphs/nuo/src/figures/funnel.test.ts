import type { Clock } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { idOf, nuoForTest, testDemo, testId } from '../testing/index.ts';

const candidate = (n: number): string => testId(9, n, '0141');
const propose = 'mutation ($input: ProposeCandidateInput!) { nuo { proposeCandidate(input: $input) { __typename } } }';
const part = 'query ($asked: FunnelPartInput!) { nuoFunnelPart(asked: $asked) { stages { stage count } } }';

describe.each(dialects)('who of a cohort was proposed on %s', (dialect) => {
  it('is counted once, from the first day of the cohort to the day that is looked at, as was known', async () => {
    let now = new Date();
    const clock: Clock = () => now;
    const nuo = await nuoForTest(dialect, testDemo(2), undefined, clock);
    const proposed = async (at: string, n: number, employer: number): Promise<void> => {
      now = new Date(at);
      const input = { requestId: `funnel-${n}-${employer}`, candidateId: candidate(n), employerId: idOf('employer', employer) };
      const { data } = await nuo.ask('nuo.accountmanager', propose, { input });
      expect(data.nuo.proposeCandidate.__typename).toBe('CandidateProposed');
    };
    await proposed('2025-12-31T22:30:00Z', 1, 0);
    await proposed('2026-02-01T09:00:00Z', 2, 0);
    await proposed('2026-02-02T09:00:00Z', 2, 1);
    // The last second of the local day, and the next.
    await proposed('2026-06-30T21:59:59Z', 3, 0);
    await proposed('2026-06-30T22:00:00Z', 4, 0);
    const ask = async (measuredOn: string, knownAt: string, user = 'nuo.coordinator', ids = [1, 2, 3, 4, 5].map(candidate)) => {
      const asked = { from: '2026-01-01', until: '2026-03-31', measuredOn, knownAt, candidateIds: ids };
      const { data, errors, statements } = await nuo.ask(user, part, { asked });
      return errors ? errors[0]?.extensions['code'] : [data.nuoFunnelPart.stages, statements];
    };
    const counted = (count: number, statements = 1) => [[{ stage: 'PROPOSED', count }], statements];
    expect(await ask('2026-06-30', '2026-12-31T00:00:00Z')).toEqual(counted(2));
    expect(await ask('2026-07-01', '2026-12-31T00:00:00Z')).toEqual(counted(3));
    expect(await ask('2026-07-01', '2026-02-01T12:00:00Z')).toEqual(counted(1));
    expect(await ask('2026-07-01', '2026-12-31T00:00:00Z', 'nuo.coordinator', [])).toEqual(counted(0, 0));
    expect(await ask('2026-07-01', '2026-12-31T00:00:00Z', 'almelo.klantregisseur')).toEqual(counted(3));
    expect(await ask('2026-07-01', '2026-12-31T00:00:00Z', 'wierden.klantregisseur')).toBe('FORBIDDEN');
    expect(
      await ask(
        '2026-07-01',
        '2026-12-31T00:00:00Z',
        'nuo.coordinator',
        Array.from({ length: 1001 }, (_, n) => candidate(n)),
      ),
    ).toBe('BAD_INPUT');
  });
});
