import { onDay } from '../dated.ts';
import { type HandicapCategory, indicationOn, type TargetGroup } from '../indications/indication.rules.ts';
import { destinations, endReasons } from '../sheltered-work/statutory-codes.ts';
import type { HalfYear } from './half-year.ts';
import { lastOf, type Reported, reportedIn } from './spells.ts';
import { type FieldProblem, isZero, validateRecord } from './validate-record.ts';
import { wswFields, type WswRecord } from './wsw-layout.ts';
import type { WswEmployment, WswPerson } from './wsw-person.ts';

/** From this day on a placement follows an indication; who was placed before has no first request (toelichting bij het model). */
const INDICATED_SINCE = '1998-01-01';

const targetCodes: Record<TargetGroup, string> = { BELONGS: '1', BELOW: '2', ABOVE: '3' };
const categoryCodes: Record<HandicapCategory, string> = { MATIG: '2', ERNSTIG: '3' };

const date = (day: string | null | undefined): string => (day ?? '').replaceAll('-', '');
/** Rounded to whole units, a half up. */
const whole = (value: number): string => String(Math.floor(value + 0.5));

/** What is in the record of one form of work: the last employment of that form in the spell. */
const formOf = ({ spell, waiting }: Reported, kind: WswEmployment['kind'], day: string) => {
  const employment = waiting ? undefined : spell.employments.findLast((each) => each.kind === kind);
  if (!employment) return null;
  const ended = employment.endsOn !== null && employment.endsOn <= day ? employment.endsOn : null;
  // Of what has ended, as it was directly before.
  const on = ended ?? day;
  return { employment, ended, on, terms: onDay(employment.terms, on) };
};

const detachering = ({ secondments }: WswPerson, day: string): string => {
  const running = secondments.filter(({ from, until }) => from <= day && (until === null || until >= day));
  if (running.length === 0) return '1';
  return running.some(({ group }) => !group) ? '2' : '3';
};

/** The day whose state a record tells: the last of the half-year, or the last before the outflow. */
const stateDay = ({ spell, waiting }: Reported, { last }: HalfYear): string => (waiting ? last : (spell.outflowOn ?? last));

const draft = (person: WswPerson, reported: Reported, period: HalfYear): Record<number, string> => {
  const day = stateDay(reported, period);
  const last = lastOf(reported.spell);
  const attributed = onDay(last.terms, reported.spell.outflowOn ?? day);
  const indication = indicationOn(person.indications, day);
  const dienst = formOf(reported, 'WSW_ART2', day);
  const begeleid = formOf(reported, 'WSW_BEGELEID_WERKEN_ART7', day);
  const left = !reported.waiting && reported.spell.outflowOn !== null;
  const again = indication?.reindicationRequestedOn ?? (indication?.requestedOn === person.firstRequestedOn ? null : indication?.requestedOn);
  const values: Record<number, string | undefined> = {
    1: period.code,
    2: attributed?.responsibleMunicipality,
    3: attributed?.payingMunicipality,
    4: person.bsn ?? undefined,
    5: date(person.birthDate),
    6: person.gender === null ? undefined : person.gender === 'MALE' ? '1' : '2',
    7: onDay(person.residences, day)?.municipality,
    8: indication?.handicapCodes[0],
    9: indication?.handicapCodes[1],
    10: indication?.handicapCodes[2],
    11: date(person.firstRequestedOn),
    12: again && again <= day ? date(again) : undefined,
    13: date(indication?.decidedOn),
    14: date(indication?.validUntil),
    15: indication ? targetCodes[indication.targetGroup] : undefined,
    16: indication?.category ? categoryCodes[indication.category] : undefined,
    17: indication?.advisedForm ? (indication.advisedForm === 'BEGELEID_WERKEN' ? '1' : '2') : undefined,
    18: date(dienst?.employment.startsOn),
    19: dienst ? detachering(person, dienst.on) : undefined,
    20: date(dienst?.ended),
    21: dienst?.terms ? whole(dienst.terms.hoursPerWeek) : undefined,
    22: dienst?.terms ? whole(dienst.terms.paidWagePct) : undefined,
    23: date(begeleid?.employment.startsOn),
    24: date(begeleid?.ended),
    25: begeleid?.terms ? whole(begeleid.terms.hoursPerWeek) : undefined,
    26: begeleid?.terms ? whole(begeleid.terms.paidWagePct) : undefined,
    27: left && last.endReason ? endReasons[last.endReason].number : undefined,
    28: left && last.destination ? destinations[last.destination].number : undefined,
  };
  return Object.fromEntries(wswFields.map(({ number, width }) => [number, (values[number] ?? '').padStart(width, '0')]));
};

/** What the facts lack that a record as such cannot show. */
const factProblems = (person: WswPerson, reported: Reported, record: WswRecord, { last: until }: HalfYear): FieldProblem[] => {
  const problems: FieldProblem[] = [];
  const last = lastOf(reported.spell);
  const left = !reported.waiting && reported.spell.outflowOn !== null;
  if (left && last.endReason === null) problems.push({ field: 27, message: 'Ontbreekt bij wie is uitgestroomd.' });
  if (left && last.destination === null) problems.push({ field: 28, message: 'Ontbreekt bij wie is uitgestroomd.' });
  const since = person.employments.map(({ startsOn }) => startsOn).toSorted()[0];
  if (person.firstRequestedOn === null && since !== undefined && since >= INDICATED_SINCE)
    problems.push({ field: 11, message: 'Ontbreekt bij wie vanaf 1998 is geplaatst.' });
  if (reported.spell.outflowOn === null && !isZero(record[14]) && (record[14] as string) < date(until))
    problems.push({ field: 14, message: 'De indicatie is verlopen terwijl het dienstverband loopt.' });
  return problems;
};

/** A record of a person, or why it is none. */
export interface Delivered {
  participantId: string;
  /** CBS code; null when that is what lacks. */
  responsibleMunicipality: string | null;
  record: WswRecord;
  problems: FieldProblem[];
}

/** The records of one person over a half-year: usually one, two when somebody left and came back or waits, none when they are followed no more. */
export const recordsOf = (person: WswPerson, period: HalfYear): Delivered[] => {
  if (person.employments.every(({ startsOn }) => startsOn > period.last)) return [];
  return reportedIn(person, period).map((reported) => {
    const record = draft(person, reported, period);
    const responsible = onDay(lastOf(reported.spell).terms, reported.spell.outflowOn ?? period.last)?.responsibleMunicipality ?? null;
    const found = [...factProblems(person, reported, record, period), ...validateRecord(record)];
    const problems = found.filter(({ field }, at) => found.findIndex((other) => other.field === field) === at).toSorted((a, b) => a.field - b.field);
    return { participantId: person.participantId, responsibleMunicipality: responsible, record, problems };
  });
};
