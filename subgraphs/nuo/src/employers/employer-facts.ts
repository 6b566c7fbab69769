import { InvalidValue, parseKvkNumber, parseRsin, parseSbi, parseText } from '@werkplein/kernel';
import { hostOf } from '../duplicates/match.rules.ts';
import type { InputCheck } from '../input.ts';

// What registering and changing an employer ask alike of its facts. Undefined: not mentioned; null: taken away.

interface Facts {
  legalName?: string | null;
  tradeNames?: string[] | null;
  kvkNumber?: string | null;
  rsin?: string | null;
  registrationReason?: string | null;
  sbiCode?: string | null;
  sbiVersion?: string | null;
  employees?: number | null;
}

const line =
  (max: number) =>
  (text: string): string =>
    parseText(text, { max });

const parseHost = (text: string): string => {
  const host = hostOf(text);
  if (host === null) throw new InvalidValue('een domein zoals voorbeeld.nl');
  return host;
};

const list = <T>(checking: InputCheck, field: string, values: readonly string[] | null | undefined, max: number, parse: (text: string) => T): T[] => {
  if ((values ?? []).length > max) checking.problem(field, `Geef er hooguit ${max}.`);
  return (values ?? []).map((value, i) => checking.required([field, i], value, parse));
};

export const checkFacts = (checking: InputCheck, input: Facts) => {
  const tradeNames = list(checking, 'tradeNames', input.tradeNames, 50, line(255));
  const kvkNumber = checking.optional('kvkNumber', input.kvkNumber, parseKvkNumber);
  const rsin = checking.optional('rsin', input.rsin, parseRsin);
  const registrationReason = checking.optional('registrationReason', input.registrationReason, line(200));
  const sbi = checking.optional('sbiCode', input.sbiCode, (code) => parseSbi({ code, version: input.sbiVersion }));
  if (input.sbiVersion && !input.sbiCode) checking.problem('sbiVersion', 'Een SBI-versie hoort bij een SBI-code.');
  if (typeof input.employees === 'number' && input.employees < 0) checking.problem('employees', 'Verwacht: 0 of meer werkzame personen.');
  return { tradeNames, kvkNumber, rsin, registrationReason, sbiCode: sbi?.code ?? null, sbiVersion: sbi?.version ?? null, employees: input.employees ?? null };
};

export const checkLegalName = (checking: InputCheck, value: string): string => checking.required('legalName', value, line(255));

export const checkWebsites = (checking: InputCheck, input: { websites?: string[] | null; domains?: string[] | null }) => ({
  websites: list(checking, 'websites', input.websites, 20, line(200)),
  domains: list(checking, 'domains', input.domains, 20, parseHost),
});
