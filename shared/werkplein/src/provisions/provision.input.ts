import { homeOf, InvalidValue, NUO, parseDay, parseText } from '@werkplein/kernel';
import type { InputReader } from '../clients/input.ts';
import type { ProvisionRow } from './provision.entity.ts';
import type { ProvisionExecutor } from './provision.rules.ts';

/** What can be said of a provision beside its days of use; absent stays as it is, null empties. */
export interface ProvisionFields {
  expectedEndOn?: string | null;
  executor?: ProvisionExecutor | null;
  serviceOrderId?: string | null;
  decisionId?: string | null;
  srgTypeCode?: string | null;
  note?: string | null;
}

const parseSrgCode = (text: string): string => {
  if (!/^\d\d$/.test(text)) throw new InvalidValue('twee cijfers');
  return text;
};

const ofHome =
  (home: string, text: string) =>
  (id: string): string => {
    if (homeOf(id) !== home) throw new InvalidValue(text);
    return id;
  };

/** Those that were given, checked. */
export type GivenProvision = Partial<Pick<ProvisionRow, 'expectedEndOn' | 'executor' | 'serviceOrderId' | 'decisionId' | 'srgTypeCode' | 'note'>>;

/** The fields that are given; every problem is added to the reader. */
export const readProvision = (reader: InputReader, input: ProvisionFields, home: string): GivenProvision => {
  const field = (name: Exclude<keyof GivenProvision, 'executor'>, parse: (text: string) => string): GivenProvision => {
    const value = input[name];
    if (value === undefined) return {};
    return { [name]: value === null || value === '' ? null : reader.read([name], () => parse(value)) };
  };
  return {
    ...field('expectedEndOn', parseDay),
    ...field('serviceOrderId', ofHome(NUO, 'het nummer van een opdracht aan de NUO')),
    ...field('decisionId', ofHome(home, 'het nummer van een besluit van dit Werkplein')),
    ...field('srgTypeCode', parseSrgCode),
    ...field('note', (text) => parseText(text, { max: 300 })),
    ...(input.executor && { executor: input.executor }),
  };
};

/** A day that has begun: of use that is yet to come nothing is recorded. */
export const parseUsedDay = (text: string, today: string): string => {
  const day = parseDay(text);
  if (day > today) throw new InvalidValue('een dag die al is geweest, of vandaag: alleen werkelijk gebruik wordt vastgelegd');
  return day;
};

export const orderWithoutNuo = 'Een opdracht hoort bij een voorziening die de NUO uitvoert.';
