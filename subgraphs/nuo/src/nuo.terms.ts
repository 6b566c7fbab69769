import type { RetentionTerm } from '@werkplein/kernel';

export const proposal = 'door de NUO te bevestigen';

/** Terms of the NUO by the selection list; another choice is a row of its own. */
export const nuoTerms: readonly RetentionTerm[] = [
  {
    kind: 'placement',
    validFrom: '2020-01-01',
    term: 'P10Y',
    statutory: true,
    startEvent: 'het einde van de laatste plaatsing',
    source: `Selectielijst gemeenten 2020, 16.1 (overeenkomst) en 17.1 (personeelsdossier); ${proposal}`,
  },
  {
    kind: 'contact-moment',
    validFrom: '2020-01-01',
    term: 'P5Y',
    statutory: true,
    startEvent: 'het contact',
    source: `Selectielijst gemeenten 2020, geen eigen resultaat; P5Y naar 20.5; ${proposal}`,
  },
  {
    kind: 'contact-person',
    validFrom: '2020-01-01',
    term: 'P5Y',
    statutory: false,
    startEvent: 'het laatste vastgelegde contact',
    source: `AVG art. 5 lid 1 onder e; gelijk met de contactmomenten; ${proposal}`,
  },
];

const unlisted = `Selectielijst gemeenten 2020, geen eigen resultaat; P5Y naar 20.5; ${proposal}`;
const noLonger = (why: string): string => `AVG art. 5 lid 1 onder e: ${why}; ${proposal}`;
export const since2020 = (kind: string, term: string, statutory: boolean, startEvent: string, source: string): RetentionTerm => ({
  kind,
  validFrom: '2020-01-01',
  term,
  statutory,
  startEvent,
  source,
});

/** Terms of what the NUO keeps of its own work with employers. */
export const workTerms: readonly RetentionTerm[] = [
  since2020('proposal', 'P5Y', true, 'de laatste wijziging', unlisted),
  since2020('contact-plan', 'P5Y', true, 'de laatste dag van het venster', unlisted),
  since2020('contact-attempt', 'P2Y', false, 'de poging', noLonger('voor de cijfers van dit en het vorige jaar')),
  since2020('task', 'P1Y', false, 'het afronden', noLonger('het verslag staat in het contactmoment')),
  since2020('merge-step', 'P0D', false, 'de laatste dag waarop terugdraaien kan', noLonger('alleen om de samenvoeging terug te draaien')),
  since2020('employer-merge', 'P5Y', true, 'de samenvoeging', unlisted),
  since2020('duplicate-signal', 'P5Y', false, 'de beslissing', noLonger('zodat niet steeds hetzelfde paar wordt gemeld')),
  since2020('account-history', 'P5Y', true, 'de laatste dag als houder, of de beslissing', unlisted),
  since2020('calendar-feed', 'P0D', false, 'het verlopen', noLonger('een verlopen adres geeft niets meer')),
  since2020('colleague', 'P1Y', false, 'de laatste werkdag, en nergens meer genoemd', noLonger('zolang werk wordt nagevraagd')),
];

const ordered = `Selectielijst gemeenten 2020, 8.3 (voorziening beëindigd); ${proposal}`;

/** Terms of what the NUO does for a participant on an order. */
export const orderTerms: readonly RetentionTerm[] = [
  since2020('service-order', 'P10Y', true, 'de laatste dag van de opdracht', ordered),
  since2020('responsibility', 'P10Y', true, 'de laatste dag als verantwoordelijke', ordered),
];

/** Terms of what Werkpleinen tell us. */
export const letterTerms: readonly RetentionTerm[] = [
  since2020('waiting-token', 'P1Y', false, 'het ontvangen', noLonger('wie binnen een jaar geen deelnemer wordt, wordt opnieuw gedeeld')),
];
