import { type LawParameter, type LawParameterCode, parameterOn, parameterSetOn, valueOnDay } from '../law-parameters/law-parameter.rules.ts';

/** Parameters that the calculation uses. */
const used = [
  'WML_HOURLY',
  'FULL_MONTH_HOURS',
  'FULL_WEEK_HOURS',
  'HOLIDAY_ALLOWANCE',
  'LKS_MAX',
  'LKS_FORFAIT',
  'LKS_EMPLOYER_COST',
] as const satisfies readonly LawParameterCode[];
export type LksRates = Record<(typeof used)[number], number>;

export const lksRatesOn = (rows: readonly LawParameter[], day: string): LksRates =>
  Object.fromEntries(used.map((code) => [code, valueOnDay(rows, code, day)])) as LksRates;

export interface LksAmounts {
  /** Whole cents a month, without and with the employer's costs. */
  monthlyCents: number;
  withEmployerCostCents: number;
  /** Whether the highest share was reached. */
  capped: boolean;
}

const DECIMALS = 10_000;
/** Four decimals are all that a percentage, rate or number of hours has here. */
const exact = (value: number): bigint => BigInt(Math.round(value * DECIMALS));
const HUNDRED = exact(100);

/** A half goes up; both are positive. */
const rounded = (numerator: bigint, denominator: bigint): number => Number((2n * numerator + denominator) / (2n * denominator));

/**
 * Loonkostensubsidie a month (Participatiewet art. 10d): what the loonwaarde falls short of the minimum wage with holiday allowance, up to
 * the highest share, or the forfait share; for at most a full week. In integers, rounded once at the end.
 */
export const lksAmounts = (rates: LksRates, wageValuePct: number | 'FORFAIT', hoursPerWeek: number): LksAmounts => {
  const short = wageValuePct === 'FORFAIT' ? exact(rates.LKS_FORFAIT) : HUNDRED - exact(wageValuePct);
  const most = exact(rates.LKS_MAX);
  const share = short > most ? most : short;
  const hours = exact(Math.min(hoursPerWeek, rates.FULL_WEEK_HOURS));
  const wage = exact(rates.WML_HOURLY) * exact(rates.FULL_MONTH_HOURS) * (HUNDRED + exact(rates.HOLIDAY_ALLOWANCE));
  const numerator = wage * share * hours;
  const denominator = HUNDRED * HUNDRED * exact(rates.FULL_WEEK_HOURS) * BigInt(DECIMALS) * BigInt(DECIMALS);
  return {
    monthlyCents: rounded(numerator, denominator),
    withEmployerCostCents: rounded(numerator * (HUNDRED + exact(rates.LKS_EMPLOYER_COST)), denominator * HUNDRED),
    capped: short > most,
  };
};

export interface LksIndication extends LksAmounts {
  on: string;
  parameterSet: string | null;
  /** Parameters that were used and of which the source was not checked. */
  unconfirmed: LawParameter[];
}

/** The amounts by the parameters of one day, and what they rest on. */
export const lksIndication = (rows: readonly LawParameter[], wageValuePct: number | 'FORFAIT', hoursPerWeek: number, on: string): LksIndication => ({
  ...lksAmounts(lksRatesOn(rows, on), wageValuePct, hoursPerWeek),
  on,
  parameterSet: parameterSetOn(rows, on, used),
  unconfirmed: used.map((code) => parameterOn(rows, code, on)).filter((row) => row !== null && !row.confirmed) as LawParameter[],
});

const names: Record<(typeof used)[number], string> = {
  WML_HOURLY: 'het minimumloon',
  FULL_MONTH_HOURS: 'de uren van een volledige maand',
  FULL_WEEK_HOURS: 'de uren van een volledige week',
  HOLIDAY_ALLOWANCE: 'de vakantiebijslag',
  LKS_MAX: 'het hoogste deel van het minimumloon',
  LKS_FORFAIT: 'het vaste deel',
  LKS_EMPLOYER_COST: 'de lasten van de werkgever',
};
const listed = new Intl.ListFormat('nl');
const dayInWords = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });

/** What the reader must know of this amount, in Dutch. */
export const lksText = ({ on, unconfirmed }: LksIndication): string => {
  const doubt = unconfirmed.length === 0 ? '' : ` Nog niet bevestigd: ${listed.format(unconfirmed.map(({ code }) => names[code as keyof typeof names]))}.`;
  return `Dit is een indicatie, geen besluit. Berekend met wat de wet zegt op ${dayInWords.format(new Date(on))}.${doubt}`;
};
