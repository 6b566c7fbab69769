import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import type { MergeField, SideFragment } from './merge.generated.ts';

const { words } = desk;

/** A value as the graph keeps it, a code or a word, for people. */
export const valueText = (field: MergeField, value: string | null): string => {
  if (value === null || value === '') return texts.common.none;
  if (field === 'STATUS') return (words.employerStatus as Record<string, string>)[value] ?? value;
  if (field === 'KEY_ACCOUNT') return value === 'true' ? texts.common.yes : texts.common.no;
  return value;
};

const kept: Readonly<Record<MergeField, (side: SideFragment) => string | number | boolean | null | undefined>> = {
  LEGAL_NAME: ({ legalName }) => legalName,
  TRADE_NAMES: ({ tradeNames }) => tradeNames.join(', '),
  KVK_NUMBER: ({ kvkNumber }) => kvkNumber,
  RSIN: ({ rsin }) => rsin,
  REGISTRATION_REASON: ({ registrationReason }) => registrationReason,
  SBI: ({ sbi }) => sbi?.code,
  EMPLOYEES: ({ employees }) => employees,
  STATUS: ({ status }) => status,
  KEY_ACCOUNT: ({ keyAccount }) => keyAccount,
  COOL_DOWN_DAYS: ({ coolDownDays }) => coolDownDays,
  WEBSITES: ({ websites }) => websites.join(', '),
  DOMAINS: ({ domains }) => domains.join(', '),
};

/** What an employer has in each field on which a merge decides; empty for nothing. */
export const fieldsOf = (side: SideFragment): { field: MergeField; value: string }[] =>
  (Object.keys(kept) as MergeField[]).map((field) => ({ field, value: String(kept[field](side) ?? '') }));
