import type { WerkpleinFacts } from '@werkplein/client-regie';
import { municipalities, type Municipality } from '@werkplein/kernel';

/**
 * What differs at Werkplein Twenterand. Address and phone are those of the town hall as generally known: to be confirmed by the municipality.
 * The OIN has the test prefix 00000099, the e-mail address ends in `.invalid`, and the terms are examples until the municipality gives its own.
 */
export const facts: WerkpleinFacts = {
  municipality: municipalities.find(({ code }) => code === '1700') as Municipality,
  oin: '00000099000001700000',
  address: { street: 'Manitobaplein', houseNumber: 1, houseNumberAddition: null },
  postcode: '7671GS',
  city: 'Vriezenveen',
  phone: '+31546840840',
  email: 'werkplein@twenterand.invalid',
  provisionsCatalogue: [
    { code: 'PROEFPLAATSING', name: 'Proefplaatsing', maxMonths: 6, source: 'Participatiewet art. 8a lid 2 onder d' },
    { code: 'PARTICIPATIEPLAATS', name: 'Participatieplaats', maxMonths: 48, source: 'Participatiewet art. 10a' },
    { code: 'BESCHUT_WERK', name: 'Beschut werk', maxMonths: null, source: 'Participatiewet art. 10b' },
    { code: 'LOONKOSTENSUBSIDIE', name: 'Loonkostensubsidie', maxMonths: null, source: 'Participatiewet art. 10c en 10d' },
    { code: 'JOBCOACH', name: 'Persoonlijke ondersteuning door een jobcoach', maxMonths: null, source: 'Participatiewet art. 10da' },
  ],
  terms: {
    intakeWithinWorkingDays: 10,
    planWithinWeeks: 8,
    confirmPlacementWithinWorkingDays: 5,
    standInMaxDays: 14,
    disclosureMaxMonths: 12,
    planEvaluationMonths: 6,
  },
  // An example of an order, until the municipality gives that of its own verordening.
  beschutWaiting: { order: ['ESTABLISHED_FIRST'], source: 'Re-integratieverordening Participatiewet, beschut werk; voorbeeld, door de gemeente te bevestigen' },
};
