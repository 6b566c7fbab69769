import { figures } from '../../texts/figures.ts';
import type { SteeringReader } from '../reader.ts';
import { numberText, shortNumber } from '../../ui/numbers.ts';
import type { SteeringAgreementQuery, TermsVersionFragment } from './agreement.generated.ts';

export type Agreement = NonNullable<SteeringAgreementQuery['performanceAgreement']>;
export type Terms = TermsVersionFragment;
type Unit = Agreement['unit'];

/** A step by its name in the address. */
export type Step = 'aannemen' | 'wijzigen' | 'bijstellen' | 'vervallen' | 'intrekken' | 'opnieuw' | 'vastleggen' | 'afrekenen';

const acceptedBy = ({ acceptedByNuo, acceptedByMunicipality }: Terms, side: SteeringReader['side']): boolean =>
  (side === 'NUO' ? acceptedByNuo : acceptedByMunicipality) !== null;

/** What this reader can do with an agreement as it is now. The NUO decides; this only says what it will take. */
export const stepsOf = ({ status, proposal, manual }: Agreement, side: SteeringReader['side']): Step[] => {
  if (side === null || status === 'SETTLED') return [];
  if (status === 'WITHDRAWN') return side === 'NUO' ? ['opnieuw'] : [];
  const accept: Step[] = proposal && !acceptedBy(proposal, side) ? ['aannemen'] : [];
  if (status === 'CONCEPT') return side === 'NUO' ? [...accept, 'wijzigen', 'intrekken'] : [...accept, 'intrekken'];
  const withdraw: Step[] = proposal ? ['vervallen'] : [];
  const own: Step = side === 'NUO' ? 'vastleggen' : 'afrekenen';
  return [...accept, ...withdraw, 'bijstellen', ...(own === 'vastleggen' && !manual ? [] : [own])];
};

/** A number in the unit of the indicator, as people read it. */
export const inUnit = (unit: Unit, value: number): string => {
  if (unit === 'PERCENT') return `${shortNumber(value)} %`;
  if (unit === 'EURO') return `€ ${numberText(value, 2)}`;
  if (unit === 'EURO_PER_FTE') return `€ ${numberText(value, 2)} per fte`;
  return unit === 'FACTS' ? shortNumber(value) : `${shortNumber(value)} ${figures.units[unit]}`;
};
