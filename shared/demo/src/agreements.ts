import { municipalities, NUO } from '@werkplein/kernel';
import { lastYear, nextYear, stillProposed, thisYear, type Wanted } from './agreement-targets.ts';
import type { DemoAgreement, DemoAgreementVersion } from './agreement.types.ts';
import { demoId } from './ids.ts';

const LAST = 2025;
const THIS = 2026;
const NEXT = 2027;

type Accepted = Pick<DemoAgreementVersion, 'proposedOn' | 'nuoAcceptedOn' | 'municipalityAcceptedOn'>;
type Amendment = Accepted & { reason: string };

/** When the budget of a year was made: the NUO proposed, both sides accepted. */
const budgeted = (year: number): Accepted => ({
  proposedOn: `${year - 1}-11-03`,
  nuoAcceptedOn: `${year - 1}-11-17`,
  municipalityAcceptedOn: `${year - 1}-12-08`,
});
/** For this year, after the budget: the NUO stands for it, the municipality has not said. */
const proposedLate: Accepted = { proposedOn: '2026-10-05', nuoAcceptedOn: '2026-10-05', municipalityAcceptedOn: null };
/** For next year: what waits for both, for the municipality, and for the NUO. */
const tabled: readonly Accepted[] = [
  { proposedOn: '2026-10-26', nuoAcceptedOn: null, municipalityAcceptedOn: null },
  { proposedOn: '2026-10-26', nuoAcceptedOn: '2026-10-28', municipalityAcceptedOn: null },
  { proposedOn: '2026-10-26', nuoAcceptedOn: null, municipalityAcceptedOn: '2026-10-29' },
];

/** Half-way the budget was amended: fewer regular placements, at each municipality but the last. */
const AMENDED = 'PLAATSINGEN_REGULIER';
const KEPT = 3;
const SHARE_LEFT = 0.8;
const amended = (year: number): Amendment => ({
  proposedOn: `${year}-06-15`,
  nuoAcceptedOn: `${year}-06-15`,
  municipalityAcceptedOn: `${year}-07-06`,
  reason: 'Minder budget na de voorjaarsnota',
});
/** Proposed and not accepted by the other side yet. */
const reconsidered: Amendment = {
  proposedOn: '2026-10-19',
  nuoAcceptedOn: '2026-10-19',
  municipalityAcceptedOn: null,
  reason: 'Meer vraag naar proefplaatsen dan gedacht',
};

const manualValue = (key: string, number: number, measuredOn: string, value: number, recordedOn: string, reason: string) => ({
  id: demoId(NUO, `manual ${key}`, number),
  measuredOn,
  value,
  recordedOn,
  reason,
});

const valuesOf = (year: number, key: string, at: number): DemoAgreement['manualValues'] =>
  year === LAST
    ? [manualValue(key, 1, '2025-12-31', 6200 - 5800 * at, '2026-01-26', 'Jaarrekening, voor controle')]
    : [
        manualValue(key, 1, '2026-06-30', -4200 - 1100 * at, '2026-07-20', 'Halfjaarcijfers'),
        manualValue(key, 2, '2026-09-30', -6500 - 3900 * at, '2026-10-05', 'Kwartaalcijfers, voor controle'),
      ];

interface Made {
  year: number;
  municipality: string;
  /** Place of the municipality in the registry. */
  at: number;
  scale: number;
  wanted: Wanted;
  accepted: Accepted;
}

const agreementOf = ({ year, municipality, at, scale, wanted, accepted }: Made): DemoAgreement => {
  const { indicator, direction, targets, counts } = wanted;
  const key = `${year} ${municipality} ${indicator}`;
  const sized = (value: number): number => (counts ? Math.max(1, Math.round(value * scale)) : value);
  const terms = { target: sized(targets[at] as number), direction, amberBeyond: sized(wanted.amberBeyond), redBeyond: sized(wanted.redBeyond) };
  const version = (number: number, given: Omit<DemoAgreementVersion, 'id' | 'number'>): DemoAgreementVersion => ({
    id: demoId(NUO, `version of agreement ${key}`, number),
    number,
    ...given,
  });
  const first = version(1, { ...terms, source: 'BUDGET', reason: null, ...accepted });
  const holds = accepted.nuoAcceptedOn !== null && accepted.municipalityAcceptedOn !== null;
  const adjusted = holds && indicator === AMENDED && at < KEPT;
  const open = year === THIS && indicator === 'PROEFPLAATSEN' && at === KEPT;
  const later = adjusted
    ? [version(2, { ...terms, target: Math.round(terms.target * SHARE_LEFT), source: 'AMENDMENT', ...amended(year) })]
    : open
      ? [version(2, { ...terms, target: terms.target + 2, source: 'AMENDMENT', ...reconsidered })]
      : [];
  return {
    id: demoId(NUO, `agreement ${key}`, 0),
    year,
    municipality,
    indicator,
    status: !holds ? 'CONCEPT' : adjusted ? 'ADJUSTED' : 'AGREED',
    versions: [first, ...later],
    manualValues: holds && indicator === 'EXPLOITATIERESULTAAT' ? valuesOf(year, key, at) : [],
  };
};

/**
 * What each municipality and the NUO agreed, in every state but settled: the year before is settled through the graph, by the report that it
 * freezes (scripts/demo).
 */
export const demoAgreements = (scale: number): DemoAgreement[] =>
  municipalities.flatMap(({ code: municipality }, at) => {
    const of = (year: number, wanted: Wanted, accepted: Accepted): DemoAgreement => agreementOf({ year, municipality, at, scale, wanted, accepted });
    return [
      ...lastYear.map((each) => of(LAST, each, budgeted(LAST))),
      ...thisYear.map((each) => of(THIS, each, budgeted(THIS))),
      of(THIS, stillProposed, proposedLate),
      ...nextYear.map((each, number) => of(NEXT, each, tabled[(number + at) % tabled.length] as Accepted)),
    ];
  });
