import { addDays, type Period, periodsOverlap } from '@werkplein/kernel';

/** The five independent axes of the doelgroep and their values (domain.md §3.1). */
export const axisValues = {
  GRONDSLAG: ['ALGEMENE_BIJSTAND', 'IOAW', 'IOAZ', 'ANW', 'NUG', 'WIA_UITSTROMER', 'DOOR_VOORZIENING', 'UWV_OVEREENKOMST', 'PRO_VSO_ENTREE', 'WSW'],
  WSW_STATUS: ['GEEN', 'DIENSTBETREKKING_ART2', 'BEGELEID_WERKEN_ART7'],
  BESCHUT: ['GEEN', 'ADVIES_AANGEVRAAGD', 'ADVIES_POSITIEF', 'ADVIES_NEGATIEF', 'VASTGESTELD', 'GEPLAATST'],
  DOELGROEPREGISTER: ['JA', 'NEE', 'VERMOEDELIJK'],
  DOELGROEP_LKS: ['JA', 'NEE'],
} as const;

export type Axis = keyof typeof axisValues;
export type AxisValue = (typeof axisValues)[Axis][number];
export const axes = Object.keys(axisValues) as Axis[];

export interface AxisPeriod {
  axis: Axis;
  value: AxisValue;
  validFrom: string;
  /** Last day, or null without end. */
  validUntil: string | null;
  /** Of a Wsw status: whether the client was employed under the Wsw when the law stopped taking people in; absent or null when nobody asked. */
  employedAtWswClosing?: boolean | null;
}

export const isValueOf = (axis: Axis, value: AxisValue): boolean => (axisValues[axis] as readonly string[]).includes(value);

const span = ({ validFrom, validUntil }: AxisPeriod): Period => ({ from: validFrom, to: validUntil });

/** What is left of an older period once `wanted` holds: nothing, one part, or one on either side. */
export const remainder = <P extends AxisPeriod>(old: P, wanted: AxisPeriod): P[] => {
  if (old.axis !== wanted.axis || !periodsOverlap(span(old), span(wanted))) return [old];
  const before = old.validFrom < wanted.validFrom ? [{ ...old, validUntil: addDays(wanted.validFrom, -1) }] : [];
  const goesOn = wanted.validUntil !== null && (old.validUntil === null || old.validUntil > wanted.validUntil);
  const after = goesOn ? [{ ...old, validFrom: addDays(wanted.validUntil as string, 1) }] : [];
  return [...before, ...after];
};

/** All periods once `wanted` holds. */
export const withPeriod = (periods: readonly AxisPeriod[], wanted: AxisPeriod): AxisPeriod[] => [
  ...periods.flatMap((period) => remainder(period, wanted)),
  wanted,
];

export const valueOn = (periods: readonly AxisPeriod[], axis: Axis, day: string): AxisValue | null =>
  periods.find((period) => period.axis === axis && period.validFrom <= day && (period.validUntil === null || period.validUntil >= day))?.value ?? null;

export const doelgroepRules = {
  ONE_GRONDSLAG: 'Op elke dag geldt precies één grondslag: laat de grondslagen op elkaar aansluiten en geef de laatste geen einddatum.',
  BESCHUT_NOT_IN_REGISTER: 'Met vastgesteld beschut werk kan iemand niet in het doelgroepregister staan.',
  WSW_WITHOUT_INFLOW: 'Een Wsw-status heeft alleen wie op 31 december 2014 al in een Wsw-dienstbetrekking was: sinds 2015 komt niemand er nog in.',
  WSW_WITHOUT_LKS: 'Bij een Wsw-dienstbetrekking hoort geen loonkostensubsidie uit de Participatiewet.',
} as const;
export type DoelgroepRule = keyof typeof doelgroepRules;

/** The rule that is broken and the days on which it is. */
export interface Broken {
  rule: DoelgroepRule;
  from: string;
  until: string | null;
}

/** I2: from the first day on, no day without a grondslag and none with two. */
const grondslagBroken = (periods: readonly AxisPeriod[]): Broken | null => {
  const sorted = periods.filter(({ axis }) => axis === 'GRONDSLAG').sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  for (const [index, period] of sorted.entries()) {
    const next = sorted[index + 1];
    if (period.validUntil === null) {
      if (next) return { rule: 'ONE_GRONDSLAG', from: next.validFrom, until: next.validUntil };
    } else {
      const expected = addDays(period.validUntil, 1);
      if (next?.validFrom !== expected) return { rule: 'ONE_GRONDSLAG', from: expected, until: next ? addDays(next.validFrom, -1) : null };
    }
  }
  return null;
};

/** I5: nobody came into the Wsw after it closed. */
const inflowBroken = (periods: readonly AxisPeriod[]): Broken | null => {
  const late = periods.find(({ axis, value, employedAtWswClosing }) => axis === 'WSW_STATUS' && value !== 'GEEN' && employedAtWswClosing === false);
  return late ? { rule: 'WSW_WITHOUT_INFLOW', from: late.validFrom, until: late.validUntil } : null;
};

type Test = (period: AxisPeriod) => boolean;

const together = (periods: readonly AxisPeriod[], rule: DoelgroepRule, one: Test, other: Test): Broken | null => {
  for (const a of periods.filter(one)) {
    const b = periods.find((each) => other(each) && periodsOverlap(span(a), span(each)));
    if (!b) continue;
    const ends = [a.validUntil, b.validUntil].filter((day) => day !== null).sort();
    return { rule, from: a.validFrom > b.validFrom ? a.validFrom : b.validFrom, until: ends[0] ?? null };
  }
  return null;
};

const rules: { axes: readonly Axis[]; check(periods: readonly AxisPeriod[]): Broken | null }[] = [
  { axes: ['GRONDSLAG'], check: grondslagBroken },
  { axes: ['WSW_STATUS'], check: inflowBroken },
  {
    axes: ['BESCHUT', 'DOELGROEPREGISTER'],
    check: (periods) =>
      together(
        periods,
        'BESCHUT_NOT_IN_REGISTER',
        ({ axis, value }) => axis === 'BESCHUT' && (value === 'VASTGESTELD' || value === 'GEPLAATST'),
        ({ axis, value }) => axis === 'DOELGROEPREGISTER' && value === 'JA',
      ),
  },
  {
    axes: ['WSW_STATUS', 'DOELGROEP_LKS'],
    check: (periods) =>
      together(
        periods,
        'WSW_WITHOUT_LKS',
        ({ axis, value }) => axis === 'WSW_STATUS' && value !== 'GEEN',
        ({ axis, value }) => axis === 'DOELGROEP_LKS' && value === 'JA',
      ),
  },
];

/** The rule of domain.md §6.2 (I2 to I5) that these periods break, or null; only rules in which `changed` has a part. */
export const brokenRule = (periods: readonly AxisPeriod[], changed: Axis): Broken | null =>
  rules.filter((rule) => rule.axes.includes(changed)).reduce<Broken | null>((broken, rule) => broken ?? rule.check(periods), null);
