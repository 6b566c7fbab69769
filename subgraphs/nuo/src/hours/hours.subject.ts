import type { SubjectTable } from '@werkplein/kernel';
import { ClosedMonthGap, Timesheet } from './hours.entity.ts';

/** Financial records: from the end of the month in which they count. */
export const timesheetSubject: SubjectTable = {
  entity: Timesheet,
  kind: 'timesheet',
  title: 'Urenstaten',
  subject: 't.participantId',
  starts: 't.countsOn',
  startsAt: 'day',
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    placementId: 'Plaatsing (nummer)',
    municipality: 'Gemeente',
    placementKind: 'Soort plaatsing',
    secondmentId: 'Detachering (nummer)',
    kind: 'Soort',
    month: 'Telt in maand',
    concernsMonth: 'Gaat over maand',
    countsOn: 'Telt op',
    contractHours: 'Uren volgens contract (honderdsten)',
    workedHours: 'Gewerkte uren (honderdsten)',
    billableHours: 'Declarabele uren (honderdsten)',
    sickHours: 'Ziekte (honderdsten van uren)',
    leaveHours: 'Verlof (honderdsten van uren)',
    seasonHours: 'Geen werk door het seizoen (honderdsten van uren)',
    otherAbsentHours: 'Andere afwezigheid (honderdsten van uren)',
    billableParts: 'Declarabele uren per periode',
    revenueCents: 'Omzet in eurocenten',
    revenueBasis: 'Omzet opgegeven of berekend',
    directCostCents: 'Directe kosten in eurocenten',
    reason: 'Reden van de correctie',
    recordedAt: 'Vastgelegd op',
    withdrawnAt: 'Vervangen op',
    replacesId: 'Vervangt (nummer)',
  },
  hidden: ['participantId', 'recordedById', 'currentKey'],
};

/** Goes with the placement: it has no term of its own. */
export const gapSubject: SubjectTable = {
  entity: ClosedMonthGap,
  kind: 'placement',
  title: 'Maanden die zonder urenstaat zijn afgesloten',
  subject: { by: 'placementId', table: 'placement', column: 'participantId' },
  starts: '(SELECT p.endedOn FROM placement p WHERE p.id = t.placementId)',
  startsAt: 'day',
  erasure: 'delete',
  labels: { id: 'Nummer', month: 'Maand', placementId: 'Plaatsing (nummer)', reason: 'Wat er ontbrak' },
};
