import { homeOf, InvalidValue, parseDay, parseEuroCents, parseText } from '@werkplein/kernel';
import type { InputReader } from '../clients/input.ts';
import type { DecisionKind, DecisionOutcome } from './decision.rules.ts';

export interface PublishDecisionFields {
  requestId: string;
  clientId: string;
  kind: DecisionKind;
  outcome: DecisionOutcome;
  appliedOn?: string | null;
  decideBy?: string | null;
  decidedOn: string;
  startsOn?: string | null;
  endsOn?: string | null;
  legalBasis: string;
  loonwaardeId?: string | null;
  forfait?: boolean | null;
  monthlyCents?: number | null;
  extendsId?: string | null;
  revisesId?: string | null;
  documentRef?: string | null;
}

export type GivenDecision = Required<{ [K in keyof Omit<PublishDecisionFields, 'requestId' | 'clientId'>]: Exclude<PublishDecisionFields[K], undefined> }> & {
  forfait: boolean;
};

const INT_MAX = 2_147_483_647;

/** The decision of an input; every problem is added to the reader. */
export const readDecision = (reader: InputReader, input: PublishDecisionFields, today: string, home: string): GivenDecision => {
  const optional = <T, R>(name: keyof PublishDecisionFields, value: T | null | undefined, parse: (given: T) => R): R | null =>
    value === null || value === undefined ? null : reader.read([name], () => parse(value));
  const day = (name: 'appliedOn' | 'decideBy' | 'startsOn' | 'endsOn'): string | null => optional(name, input[name], parseDay);
  const own = (name: 'loonwaardeId' | 'extendsId' | 'revisesId'): string | null =>
    optional(name, input[name], (id) => {
      if (homeOf(id) !== home) throw new InvalidValue('een nummer van dit Werkplein');
      return id;
    });
  const cents = (value: number): number => {
    if (value > INT_MAX) throw new InvalidValue(`hooguit ${INT_MAX} eurocenten`);
    return parseEuroCents(value);
  };
  const { kind, outcome } = input;
  const decision: GivenDecision = {
    kind,
    outcome,
    appliedOn: day('appliedOn'),
    decideBy: day('decideBy'),
    decidedOn: reader.read(['decidedOn'], () => parseDay(input.decidedOn)),
    startsOn: day('startsOn'),
    endsOn: day('endsOn'),
    legalBasis: reader.read(['legalBasis'], () => parseText(input.legalBasis, { max: 250 })),
    loonwaardeId: own('loonwaardeId'),
    forfait: input.forfait ?? false,
    monthlyCents: optional('monthlyCents', input.monthlyCents, cents),
    extendsId: own('extendsId'),
    revisesId: own('revisesId'),
    documentRef: optional('documentRef', input.documentRef, (text) => parseText(text, { max: 120 })),
  };
  const { appliedOn, decidedOn, startsOn, endsOn } = decision;
  if (decidedOn && decidedOn > today) reader.add(['decidedOn'], 'Deze dag is nog niet geweest.');
  if (appliedOn && decidedOn && appliedOn > decidedOn) reader.add(['appliedOn'], 'De aanvraag is van na het besluit.');
  if (kind === 'DOELGROEP_LKS' && !input.appliedOn) reader.add(['appliedOn'], 'Zeg wanneer is aangevraagd.');
  if (outcome === 'GRANTED' && !input.startsOn) reader.add(['startsOn'], 'Zeg wanneer het ingaat.');
  if (startsOn && endsOn && endsOn < startsOn) reader.add(['endsOn'], 'De laatste dag ligt voor de eerste.');
  if (kind !== 'LKS' && decision.forfait) reader.add(['forfait'], 'Forfait hoort alleen bij loonkostensubsidie.');
  if (decision.forfait && input.loonwaardeId) reader.add(['forfait'], 'Forfait is er zolang er geen loonwaarde is; kies een van beide.');
  return decision;
};
