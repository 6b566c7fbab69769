import type { DisclosurePart } from '../disclosures/disclosure.rules.ts';
import type { Client } from './client.types.ts';

/** The part that must be disclosed before the NUO is shown a field. A field that is not here has a guard of its own. */
export const partOfField = {
  displayName: 'NAME',
  givenNames: 'NAME',
  prefix: 'NAME',
  familyName: 'NAME',
  address: 'CONTACT',
  klantregisseur: 'KLANTREGISSEUR',
  doelgroep: 'DOELGROEP',
} as const satisfies Partial<Record<keyof Client, DisclosurePart>>;
