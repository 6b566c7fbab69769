import type { WswEmployment, WswPerson, WswTerms } from './wsw-person.ts';

const recordedAt = new Date('2026-01-01T00:00:00Z');
let made = 0;

/** Terms of Wierden, paid by Almelo, of 36 hours, from a day on. */
export const termsFrom = (validFrom: string, more: Partial<WswTerms> = {}): WswTerms => ({
  id: `terms-${(made += 1)}`,
  validFrom,
  validUntil: null,
  recordedAt,
  replacedAt: null,
  payingMunicipality: '0141',
  responsibleMunicipality: '0189',
  hoursPerWeek: 36,
  paidWagePct: 100,
  ...more,
});

export const employment = (startsOn: string, more: Partial<WswEmployment> = {}): WswEmployment => ({
  id: `employment-${(made += 1)}`,
  kind: 'WSW_ART2',
  startsOn,
  endsOn: null,
  continuesId: null,
  endReason: null,
  destination: null,
  terms: [termsFrom(startsOn)],
  ...more,
});

/** A made-up person with a BSN that RvIG publishes for tests, in a dienstbetrekking since 2005. */
export const wswPerson = (more: Partial<WswPerson> = {}): WswPerson => ({
  participantId: 'nuo:person',
  bsn: '999990019',
  birthDate: '1970-02-03',
  gender: 'MALE',
  firstRequestedOn: '2004-09-01',
  residences: [{ id: 'r', municipality: '1742', validFrom: '2000-01-01', validUntil: null, recordedAt, replacedAt: null }],
  indications: [
    {
      requestedOn: '2019-11-01',
      decidedOn: '2020-02-01',
      validUntil: '2030-02-01',
      targetGroup: 'BELONGS',
      category: 'ERNSTIG',
      advisedForm: 'NOT_BEGELEID_WERKEN',
      reindicationRequestedOn: null,
      handicapCodes: ['101', '202'],
    },
  ],
  employments: [employment('2005-03-01')],
  secondments: [],
  ...more,
});
