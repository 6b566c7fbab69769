import { addDays, TODAY } from './days.ts';
import { derivedId } from './ids.ts';
import type { DemoRate, DemoSecondment } from './lending.types.ts';
import { randomOf } from './random.ts';
import type { DemoPlacement } from './placement.types.ts';

/** The first day on which the NUO agreed for itself; what began before was taken over. */
const NUO_FIRST = '2021-01-01';
const INDEXED = '2026-01-01';
/** Hundredths of a percent. */
const RAISE = 290;
const works = ['Inpakken', 'Groenonderhoud', 'Schoonmaak', 'Montage', 'Magazijnwerk', 'Kwekerij', 'Wasserij', 'Catering'];

/** Of an individual secondment its placement; of a group everyone at one hirer. */
const agreementId = ({ id, kind, employerId }: DemoPlacement): string =>
  kind === 'SECONDMENT_GROUP' ? derivedId(employerId as string, 'group') : derivedId(id, 'secondment');

const ratesOf = (secondment: string, startsOn: string, centsPerHour: number): DemoRate[] => {
  const first = { id: derivedId(secondment, 'rate 0'), validFrom: startsOn, centsPerHour, indexedYear: null };
  if (startsOn >= INDEXED) return [first];
  const raised = Math.round((centsPerHour * (10_000 + RAISE)) / 10_000);
  return [first, { id: derivedId(secondment, 'rate 1'), validFrom: INDEXED, centsPerHour: raised, indexedYear: 2026 }];
};

const days = (members: readonly DemoPlacement[]): { startsOn: string; endedOn: string | null; expected: string } => {
  const ends = members.map(({ endedOn }) => endedOn);
  return {
    startsOn: members.map(({ startsOn }) => startsOn).toSorted()[0] as string,
    endedOn: ends.includes(null) ? null : ((ends as string[]).toSorted().at(-1) as string),
    expected:
      members
        .flatMap(({ expectedEndOn }) => expectedEndOn ?? [])
        .toSorted()
        .at(-1) ?? addDays(TODAY, 365),
  };
};

/** Agreements for the placements that are secondments: one for each person who is lent alone, one for each hirer of a group. */
export const demoSecondments = (placements: Iterable<DemoPlacement>): DemoSecondment[] => {
  const members = new Map<string, DemoPlacement[]>();
  for (const placement of placements) {
    if (!placement.kind.startsWith('SECONDMENT') || !['ACTIVE', 'INTERRUPTED', 'ENDED'].includes(placement.status)) continue;
    const id = agreementId(placement);
    members.set(id, [...(members.get(id) ?? []), placement]);
  }
  return [...members].flatMap(([id, lent], index): DemoSecondment[] => {
    const [one] = lent as [DemoPlacement];
    const kind = one.kind === 'SECONDMENT_GROUP' ? 'GROUP' : 'INDIVIDUAL';
    if (kind === 'GROUP' && lent.length < 2) return [];
    const random = randomOf('secondment', index);
    const { startsOn, endedOn, expected } = days(lent);
    const centsPerHour = random.int(22, 44) * 50;
    const noticed = endedOn === null && random.chance(0.1);
    const origin = startsOn < NUO_FIRST ? 'SOWECO' : 'NUO';
    return [
      {
        id,
        employerId: one.employerId as string,
        branchId: kind === 'GROUP' ? null : one.branchId,
        kind,
        title: random.pick(works),
        origin,
        status: endedOn !== null ? 'ENDED' : noticed ? 'NOTICE_GIVEN' : 'RUNNING',
        startsOn,
        endsOn: origin === 'SOWECO' || random.chance(0.3) ? expected : null,
        noticeMonths: random.int(1, 3),
        indexed: random.chance(0.8),
        signedOn: addDays(startsOn, -random.int(5, 40)),
        noticeGivenOn: noticed ? addDays(TODAY, -10) : null,
        noticeBy: noticed ? 'HIRER' : null,
        noticeEndsOn: noticed ? addDays(TODAY, 80) : null,
        endedOn,
        endReason: endedOn === null ? null : 'Het werk is klaar',
        rates: ratesOf(id, startsOn, centsPerHour),
        placementIds: lent.map(({ id }) => id),
      },
    ];
  });
};
