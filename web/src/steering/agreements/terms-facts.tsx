import { agreements } from '../../texts/agreements.ts';
import { dayText, dayOf, instantText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { type Agreement, inUnit, type Terms } from './agreement.ts';

const words = agreements;

const acceptance = (given: Terms['acceptedByNuo']): string => (given === null ? words.notAccepted : words.accepted(given.by.name, instantText(given.at)));

/** Terms in words, with who accepted them. */
export const TermsFacts = ({ terms, unit }: { terms: Terms; unit: Agreement['unit'] }) => (
  <Facts
    facts={[
      [words.target, inUnit(unit, terms.target)],
      [words.direction, words.directions[terms.direction]],
      [words.amberBeyond, words.beyond(inUnit(unit, terms.amberBeyond))],
      [words.redBeyond, words.beyond(inUnit(unit, terms.redBeyond))],
      [words.source, words.sources[terms.source]],
      [words.proposedOn, words.proposedBy(terms.proposedByName, instantText(terms.proposedAt))],
      ...(terms.reason === null ? [] : ([[words.reason, terms.reason]] as const)),
      [words.nuo, acceptance(terms.acceptedByNuo)],
      [words.municipality, acceptance(terms.acceptedByMunicipality)],
      ...(terms.establishedAt === null ? [] : ([[words.since, dayText(dayOf(terms.establishedAt))]] as const)),
    ]}
  />
);
