import { describe, expect, it } from 'vitest';
import { performanceOf, type PlacementFact, type ProposalFact, type VacancyFact } from './performance.rules.ts';

const today = '2026-08-03';
const none = { vacancies: [], proposals: [], placements: [] };
const vacancy = (more: Partial<VacancyFact>): VacancyFact => ({
  status: 'OPEN',
  closesOn: null,
  registeredAt: new Date('2026-03-02T09:00:00Z'),
  filledOn: null,
  places: 1,
  filled: 0,
  ...more,
});
const proposal = (status: ProposalFact['status'], proposedAt = '2026-03-02T09:00:00Z'): ProposalFact => ({ status, proposedAt: new Date(proposedAt) });
const placement = (startsOn: string, endedOn: string | null): PlacementFact => ({ startsOn, endedOn });

describe('the performance of an employer', () => {
  it('counts vacancies by what became of them, and the mean of the days to fill', () => {
    const [year] = performanceOf(
      {
        ...none,
        vacancies: [
          vacancy({}),
          vacancy({ status: 'PAUSED' }),
          vacancy({ closesOn: '2026-08-02' }),
          vacancy({ status: 'WITHDRAWN', places: 4, filled: 1 }),
          vacancy({ status: 'FILLED', filledOn: '2026-03-12', places: 2, filled: 2 }),
          vacancy({ status: 'FILLED', filledOn: '2026-03-07', filled: 1 }),
          // Filled before the day was kept.
          vacancy({ status: 'FILLED', filled: 1 }),
          vacancy({ status: 'CONCEPT', places: 50 }),
        ],
      },
      today,
    );
    expect(year?.vacancies).toEqual({
      registered: 7,
      open: 2,
      filled: 3,
      expired: 1,
      withdrawn: 1,
      places: 11,
      placesFilled: 5,
      meanDaysToFill: 7.5,
    });
    expect([year?.year, year?.proposals.proposed, year?.placements.started]).toEqual([2026, 0, 0]);
  });

  it('counts proposals by what became of them, without what is being prepared', () => {
    const all = (['PREPARED', 'PROPOSED', 'INTERVIEW', 'TRIAL', 'PLACED', 'REJECTED', 'REJECTED', 'WITHDRAWN'] as const).map((status) => proposal(status));
    expect(performanceOf({ ...none, proposals: all }, today)[0]?.proposals).toEqual({ proposed: 7, open: 3, placed: 1, rejected: 2, withdrawn: 1 });
  });

  // 26 weeks are 182 days: from 2 February on a placement is that old on 3 August.
  it.each([
    ['began 26 weeks ago and goes on', placement('2026-02-02', null), [1, 1]],
    ['began a day later', placement('2026-02-03', null), [0, 0]],
    ['ended on the last day of 26 weeks', placement('2026-01-01', '2026-07-01'), [1, 1]],
    ['ended a day before', placement('2026-01-01', '2026-06-30'), [1, 0]],
    ['ended after a week', placement('2026-01-01', '2026-01-07'), [1, 0]],
    ['ended early, and is not 26 weeks ago', placement('2026-06-01', '2026-06-07'), [0, 0]],
  ])('a placement that %s', (_, one, [past, lasted]) => {
    expect(performanceOf({ ...none, placements: [one] }, today)[0]?.placements).toMatchObject({ started: 1, past26Weeks: past, lasted26Weeks: lasted });
  });

  it('counts who works today as active, on the last day too, and not who has yet to begin', () => {
    const placements = [
      placement('2026-01-01', null),
      placement('2026-01-01', '2026-08-03'),
      placement('2026-01-01', '2026-08-02'),
      placement('2026-08-04', null),
    ];
    expect(performanceOf({ ...none, placements }, today)[0]?.placements).toMatchObject({ started: 3, active: 2, ended: 1 });
  });

  it('has the years of Amsterdam, the latest first, and none that has yet to come', () => {
    const at = (instant: string) => vacancy({ registeredAt: new Date(instant) });
    const years = performanceOf(
      {
        vacancies: [at('2024-12-31T22:59:59Z'), at('2024-12-31T23:00:00Z')],
        proposals: [proposal('PLACED', '2026-01-01T00:00:00Z')],
        placements: [placement('2027-01-01', null)],
      },
      today,
    );
    expect(years.map(({ year, vacancies, proposals }) => [year, vacancies.registered, proposals.placed])).toEqual([
      [2026, 0, 1],
      [2025, 1, 0],
      [2024, 1, 0],
    ]);
    expect(performanceOf(none, today)).toEqual([]);
  });
});
