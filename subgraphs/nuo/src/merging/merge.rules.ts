import { nameKey } from '../employers/name.rules.ts';
import { MergeField } from './merge.types.ts';

/** What of an employer a merge decides on. */
export interface Mergeable {
  legalName: string;
  tradeNames: string[];
  kvkNumber: string | null;
  rsin: string | null;
  registrationReason: string | null;
  sbiCode: string | null;
  sbiVersion: string | null;
  employees: number | null;
  status: string;
  keyAccount: boolean;
  coolDownDays: number;
  indNonMailing: boolean;
  websites: string[] | null;
  domains: string[] | null;
}

export const columnsOf: Readonly<Record<MergeField, readonly (keyof Mergeable)[]>> = {
  [MergeField.LEGAL_NAME]: ['legalName'],
  [MergeField.TRADE_NAMES]: ['tradeNames'],
  [MergeField.KVK_NUMBER]: ['kvkNumber'],
  [MergeField.RSIN]: ['rsin'],
  [MergeField.REGISTRATION_REASON]: ['registrationReason'],
  [MergeField.SBI]: ['sbiCode', 'sbiVersion'],
  [MergeField.EMPLOYEES]: ['employees'],
  [MergeField.STATUS]: ['status'],
  [MergeField.KEY_ACCOUNT]: ['keyAccount'],
  [MergeField.COOL_DOWN_DAYS]: ['coolDownDays'],
  [MergeField.WEBSITES]: ['websites'],
  [MergeField.DOMAINS]: ['domains'],
};

const fields = Object.values(MergeField);

/** Both lists, each name once however it is written. */
const joined = (a: string[] | null, b: string[] | null): string[] | null => {
  const all = new Map([...(b ?? []), ...(a ?? [])].map((text) => [nameKey(text) || text, text]));
  const kept = [...(a ?? []), ...(b ?? [])].filter((text) => all.get(nameKey(text) || text) === text);
  return kept.length === 0 ? null : [...new Set(kept)];
};

const merged = (field: keyof Mergeable, survivor: Mergeable, vanishing: Mergeable, taken: boolean): unknown => {
  const [own, other] = [survivor[field], vanishing[field]];
  if (taken && other !== null) return other;
  if (field === 'tradeNames') return joined(survivor.tradeNames, vanishing.tradeNames) ?? [];
  if (field === 'websites' || field === 'domains') return joined(survivor[field], vanishing[field]);
  return own ?? other;
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The columns of the survivor that become other. Who wanted no post under either name gets none. */
export const survivorChanges = (survivor: Mergeable, vanishing: Mergeable, fromVanishing: readonly MergeField[]): Partial<Mergeable> => {
  const result = fields.flatMap((field) =>
    columnsOf[field].map((column) => [column, merged(column, survivor, vanishing, fromVanishing.includes(field))] as const),
  );
  const all = { ...Object.fromEntries(result), indNonMailing: survivor.indNonMailing || vanishing.indNonMailing } as unknown as Mergeable;
  return Object.fromEntries(Object.entries(all).filter(([column, value]) => !same(value, survivor[column as keyof Mergeable])));
};

const asText = (values: Mergeable[keyof Mergeable][]): string | null => {
  const texts = values.flat().filter((value) => value !== null);
  return texts.length === 0 ? null : texts.join(', ');
};

/** The fields in which the two differ, and what comes of each. */
export const fieldReport = (
  survivor: Mergeable,
  vanishing: Mergeable,
  fromVanishing: readonly MergeField[],
): { field: MergeField; survivor: string | null; vanishing: string | null; result: string | null }[] => {
  const after = { ...survivor, ...survivorChanges(survivor, vanishing, fromVanishing) };
  return fields
    .map((field) => {
      const text = (of: Mergeable): string | null => asText(columnsOf[field].map((column) => of[column]));
      return { field, survivor: text(survivor), vanishing: text(vanishing), result: text(after) };
    })
    .filter((row) => row.survivor !== row.vanishing);
};
