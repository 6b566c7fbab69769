import { describe, expect, it } from 'vitest';
import { type Axis, type AxisPeriod, type AxisValue, brokenRule, remainder, valueOn, withPeriod } from './doelgroep.rules.ts';

const p = (axis: Axis, value: AxisValue, validFrom: string, validUntil: string | null = null): AxisPeriod => ({ axis, value, validFrom, validUntil });
const g = (value: AxisValue, from: string, until: string | null = null) => p('GRONDSLAG', value, from, until);

describe('a new period', () => {
  type Days = [string, string | null];
  it.each<[string, Days, Days, Days[]]>([
    ['before it', ['2025-01-01', '2025-12-31'], ['2026-01-01', null], [['2025-01-01', '2025-12-31']]],
    ['over its end', ['2025-01-01', null], ['2026-01-01', null], [['2025-01-01', '2025-12-31']]],
    ['over its start', ['2025-01-01', null], ['2024-01-01', '2025-06-30'], [['2025-07-01', null]]],
    [
      'inside it',
      ['2025-01-01', null],
      ['2025-02-01', '2025-02-28'],
      [
        ['2025-01-01', '2025-01-31'],
        ['2025-03-01', null],
      ],
    ],
    ['over all of it', ['2025-01-01', '2025-03-31'], ['2025-01-01', null], []],
  ])('leaves of an older one that lies %s what it should', (_, old, wanted, left) => {
    const parts = remainder(g('NUG', ...old), g('IOAW', ...wanted));
    expect(parts.map(({ validFrom, validUntil }) => [validFrom, validUntil])).toEqual(left);
  });

  it('leaves other axes alone', () => {
    const old = p('BESCHUT', 'GEEN', '2025-01-01');
    expect(remainder(old, g('NUG', '2025-01-01'))).toEqual([old]);
  });
});

describe('the doelgroep', () => {
  it.each([
    ['a first grondslag without end', [], g('NUG', '2025-01-01'), null],
    ['a first grondslag that ends', [], g('NUG', '2025-01-01', '2025-12-31'), { rule: 'ONE_GRONDSLAG', from: '2026-01-01', until: null }],
    ['a next grondslag', [g('NUG', '2025-01-01')], g('IOAW', '2026-01-01'), null],
    ['a grondslag in the middle', [g('NUG', '2025-01-01')], g('IOAW', '2026-01-01', '2026-01-31'), null],
    ['an earlier one that touches', [g('NUG', '2025-01-01')], g('IOAW', '2024-01-01', '2024-12-31'), null],
    [
      'an earlier one with a gap',
      [g('NUG', '2025-01-01')],
      g('IOAW', '2024-01-01', '2024-12-30'),
      { rule: 'ONE_GRONDSLAG', from: '2024-12-31', until: '2024-12-31' },
    ],
    [
      'beschut vastgesteld beside the register',
      [p('DOELGROEPREGISTER', 'JA', '2025-01-01')],
      p('BESCHUT', 'VASTGESTELD', '2026-01-01'),
      { rule: 'BESCHUT_NOT_IN_REGISTER', from: '2026-01-01', until: null },
    ],
    [
      'the register beside beschut geplaatst',
      [p('BESCHUT', 'GEPLAATST', '2025-01-01', '2025-12-31')],
      p('DOELGROEPREGISTER', 'JA', '2025-06-01'),
      { rule: 'BESCHUT_NOT_IN_REGISTER', from: '2025-06-01', until: '2025-12-31' },
    ],
    ['the register after beschut', [p('BESCHUT', 'VASTGESTELD', '2025-01-01', '2025-12-31')], p('DOELGROEPREGISTER', 'JA', '2026-01-01'), null],
    ['beschut advice beside the register', [p('DOELGROEPREGISTER', 'JA', '2025-01-01')], p('BESCHUT', 'ADVIES_POSITIEF', '2025-01-01'), null],
    ['beschut with a register NEE', [p('DOELGROEPREGISTER', 'NEE', '2025-01-01')], p('BESCHUT', 'VASTGESTELD', '2025-01-01'), null],
    [
      'loonkostensubsidie beside Wsw',
      [p('WSW_STATUS', 'DIENSTBETREKKING_ART2', '2014-01-01')],
      p('DOELGROEP_LKS', 'JA', '2025-01-01'),
      { rule: 'WSW_WITHOUT_LKS', from: '2025-01-01', until: null },
    ],
    [
      'Wsw beside loonkostensubsidie',
      [p('DOELGROEP_LKS', 'JA', '2025-01-01')],
      p('WSW_STATUS', 'BEGELEID_WERKEN_ART7', '2025-03-01'),
      { rule: 'WSW_WITHOUT_LKS', from: '2025-03-01', until: null },
    ],
    ['loonkostensubsidie without Wsw', [p('WSW_STATUS', 'GEEN', '2014-01-01')], p('DOELGROEP_LKS', 'JA', '2025-01-01'), null],
    [
      'a Wsw status of who came too late',
      [],
      { ...p('WSW_STATUS', 'DIENSTBETREKKING_ART2', '2026-01-01'), employedAtWswClosing: false },
      { rule: 'WSW_WITHOUT_INFLOW', from: '2026-01-01', until: null },
    ],
    ['a Wsw status of who was in time', [], { ...p('WSW_STATUS', 'BEGELEID_WERKEN_ART7', '2026-01-01'), employedAtWswClosing: true }, null],
    ['a Wsw status from before anybody asked', [p('WSW_STATUS', 'DIENSTBETREKKING_ART2', '2014-01-01')], p('WSW_STATUS', 'GEEN', '2026-01-01'), null],
    ['no Wsw status of who came too late', [], { ...p('WSW_STATUS', 'GEEN', '2026-01-01'), employedAtWswClosing: false }, null],
    ['another axis beside an old fault', [p('DOELGROEPREGISTER', 'JA', '2025-01-01'), p('BESCHUT', 'GEPLAATST', '2025-01-01')], g('NUG', '2025-01-01'), null],
  ])('takes or refuses %s', (_, periods, wanted, broken) => {
    expect(brokenRule(withPeriod(periods, wanted), wanted.axis)).toEqual(broken);
  });

  it('has one value an axis on a day, and none when nothing is recorded', () => {
    const periods = withPeriod([g('NUG', '2025-01-01')], g('IOAW', '2026-01-01'));
    expect(['2024-12-31', '2025-12-31', '2026-01-01'].map((day) => valueOn(periods, 'GRONDSLAG', day))).toEqual([null, 'NUG', 'IOAW']);
  });
});
