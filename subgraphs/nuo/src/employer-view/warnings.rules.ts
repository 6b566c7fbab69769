import { addDays, dayText, localDay } from '@werkplein/kernel';
import { type ApproachFacts, type Colleague, type Obstacle, obstaclesOf } from '../contact-plans/contact-plan.rules.ts';

export type WarningKind =
  | 'BLOCKED'
  | 'NO_UNSOLICITED_MAIL'
  | 'PERSON_DO_NOT_CONTACT'
  | 'ACCOUNT_OF_ANOTHER'
  | 'CLOSED_ACCOUNT'
  | 'COOL_DOWN'
  | 'POSSIBLE_DUPLICATE'
  | 'MERGE_CAN_BE_UNDONE';

export interface Warning {
  kind: WarningKind;
  message: string;
  until: string | null;
  holder: Colleague | null;
  organisationCodes: string[];
  employerIds: string[];
}

export interface WarningFacts extends Pick<ApproachFacts, 'employer' | 'outgoing' | 'accountTeam'> {
  /** Active contact persons who asked not to be contacted. */
  refusingPersons: number;
  /** The other of each pair on which nobody has decided that it is no duplicate. */
  duplicateIds: readonly string[];
  merges: readonly { vanishedId: string; reversibleUntil: Date }[];
}

const warning = (kind: WarningKind, message: string, more: Partial<Warning> = {}): Warning => ({
  kind,
  message,
  until: null,
  holder: null,
  organisationCodes: [],
  employerIds: [],
  ...more,
});

const kindOf = ({ kind, overrulable }: Obstacle): WarningKind | null => {
  if (kind === 'DO_NOT_APPROACH') return 'BLOCKED';
  if (kind === 'COOL_DOWN') return 'COOL_DOWN';
  if (kind === 'ACCOUNT_OWNER') return overrulable ? 'ACCOUNT_OF_ANOTHER' : 'CLOSED_ACCOUNT';
  return null;
};

/** What would stand in the way of who calls today for acquaintance: the rules of a claim, so that the page and the claim never differ. */
const inTheWay = (me: Colleague, today: string, { employer, outgoing, accountTeam }: WarningFacts): Warning[] => {
  const window = { from: today, until: today };
  const call = {
    owner: me,
    window,
    firstDay: today,
    contactPersonId: null,
    purpose: 'ACQUAINTANCE',
    steering: 'AANBODGESTUURD',
    channel: 'PHONE',
    candidateIds: [],
  };
  const facts = { employer, outgoing, accountTeam, plans: [], personDoNotContact: false, ownPlacement: false, proposedCandidates: 0 };
  return obstaclesOf(call, facts).flatMap((obstacle) => {
    const kind = kindOf(obstacle);
    const { message, holder, organisations, freeFrom } = obstacle;
    return kind === null ? [] : [warning(kind, message, { holder, organisationCodes: organisations, until: freeFrom && addDays(freeFrom, -1) })];
  });
};

const persons = (n: number): string => (n === 1 ? '1 contactpersoon wil' : `${n} contactpersonen willen`);

/** Everything to know before one approaches this employer, what weighs most first. */
export const warningsOf = (me: Colleague, now: Date, facts: WarningFacts): Warning[] => {
  const { employer, refusingPersons, duplicateIds, merges } = facts;
  const mail = warning('NO_UNSOLICITED_MAIL', 'Deze werkgever wil geen ongevraagde post (KvK).');
  const refusing = warning('PERSON_DO_NOT_CONTACT', `${persons(refusingPersons)} niet benaderd worden.`);
  const double = warning('POSSIBLE_DUPLICATE', 'Deze werkgever staat misschien dubbel in de administratie.', { employerIds: [...duplicateIds] });
  return [
    ...inTheWay(me, localDay(now), facts),
    ...(employer.indNonMailing ? [mail] : []),
    ...(refusingPersons > 0 ? [refusing] : []),
    ...(duplicateIds.length > 0 ? [double] : []),
    ...merges
      .filter(({ reversibleUntil }) => reversibleUntil >= now)
      .map(({ vanishedId, reversibleUntil }) => {
        const until = localDay(reversibleUntil);
        return warning('MERGE_CAN_BE_UNDONE', `Samengevoegd; terug te draaien tot en met ${dayText(until)}.`, { until, employerIds: [vanishedId] });
      }),
  ];
};
