import type { Problem } from '../errors/index.ts';
import { parseDutchDay } from '../import/dutch-day.ts';
import type { ImportSpec, Parsed } from '../import/spec.ts';
import { insertRows } from '../persistence/insert.ts';
import type { ReadTx } from '../persistence/transactions.ts';
import { InvalidValue } from '../scalars/invalid-value.ts';
import { parseText } from '../scalars/text.ts';
import type { ParameterColumns } from './parameter.entity.ts';
import type { DatedParameter } from './parameter.rules.ts';

const amountOf = (text: string): number => {
  if (!/^[0-9]{1,8}([.,][0-9]{1,4})?$/.test(text.trim())) throw new InvalidValue('een getal van 0 of meer met hooguit 4 decimalen, zoals 23,5');
  return Number(text.trim().replace(',', '.'));
};

const yesOrNo = (text: string): boolean => {
  const answer = text.trim().toLowerCase();
  if (answer !== 'ja' && answer !== 'nee') throw new InvalidValue('ja of nee');
  return answer === 'ja';
};

const setOf = (text: string): string => {
  if (!/^[0-9]{4}-[0-9]{2}[a-z]?$/.test(text.trim())) throw new InvalidValue('een set, zoals 2026-07 of 2026-07b');
  return text.trim();
};

const keyOf = ({ code, validFrom, version }: DatedParameter): string => `${code}|${validFrom}|${version}`;
const isSame = (a: DatedParameter, b: DatedParameter): boolean =>
  a.value === b.value && a.validUntil === b.validUntil && a.confirmed === b.confirmed && a.source === b.source && a.note === b.note;

const fixed = 'Deze parameter staat in deze set al vast met iets anders. Geef de verbetering een nieuwe set.';

/**
 * Dated parameters from a file, into the table of `entity`; `units` says what the value of each code counts. Decisions name the set
 * that they were taken by, so a row that is there never changes.
 */
export const parameterImport = <C extends string, U extends string>(
  entity: new () => ParameterColumns<C, U>,
  units: Readonly<Record<C, U>>,
): ImportSpec<DatedParameter<C, U>> => {
  const codes = Object.keys(units) as C[];
  const codeOf = (text: string): C => {
    const code = codes.find((each) => each === text.trim().toUpperCase());
    if (!code) throw new InvalidValue(`een van ${codes.join(', ')}`);
    return code;
  };
  const parse = (cells: Record<string, string>): Parsed<DatedParameter<C, U>> => {
    const problems: Problem[] = [];
    const cell = <T>(column: string, read: (text: string) => T): T => {
      try {
        return read(cells[column] ?? '');
      } catch (error) {
        if (!(error instanceof InvalidValue)) throw error;
        problems.push({ path: [column], message: error.message });
        return undefined as T;
      }
    };
    const optional = <T>(column: string, read: (text: string) => T): T | null => ((cells[column] ?? '').trim() === '' ? null : cell(column, read));
    const text = (value: string): string => parseText(value, { max: 250 });
    const code = cell('code', codeOf);
    const row: DatedParameter<C, U> = {
      code,
      value: cell('waarde', amountOf),
      unit: units[code],
      validFrom: cell('geldig vanaf', parseDutchDay),
      validUntil: optional('geldig tot en met', parseDutchDay),
      confirmed: cell('bevestigd', yesOrNo),
      source: cell('bron', text),
      note: optional('toelichting', text),
      version: cell('set', setOf),
    };
    if (row.unit === 'PERCENT' && row.value > 100) problems.push({ path: ['waarde'], message: 'Een percentage is hooguit 100.' });
    if (row.validUntil !== null && row.validUntil < row.validFrom)
      problems.push({ path: ['geldig tot en met'], message: 'De laatste dag ligt voor de eerste.' });
    return problems.length > 0 ? { problems } : { row };
  };
  const known = async ({ em }: ReadTx): Promise<Map<string, DatedParameter>> => new Map((await em.find(entity)).map((row) => [keyOf(row), row]));
  return {
    columns: {
      code: { names: ['code'], required: true, text: `Een van ${codes.join(', ')}.` },
      waarde: { names: ['waarde'], required: true, text: 'Een getal, zoals 1499 of 23,5.' },
      'geldig vanaf': { names: ['geldig vanaf', 'vanaf'], required: true, text: 'dd-mm-jjjj of jjjj-mm-dd.' },
      'geldig tot en met': { names: ['geldig tot en met', 'tot en met'], required: false, text: 'Laatste dag; leeg zonder einde.' },
      bevestigd: { names: ['bevestigd'], required: true, text: 'ja als de bron is nagegaan, anders nee.' },
      bron: { names: ['bron', 'wettelijke bron'], required: true, text: 'Wet of regeling, met artikel.' },
      toelichting: { names: ['toelichting'], required: false, text: 'Wat de lezer moet weten.' },
      set: { names: ['set', 'versie'], required: true, text: 'De parameterset, zoals 2026-07; een latere gaat voor.' },
    },
    parse,
    check: async (tx, rows) => {
      const before = await known(tx);
      return rows.map((row): Problem[] => {
        const first = before.get(keyOf(row)) ?? row;
        before.set(keyOf(row), first);
        return isSame(first, row) ? [] : [{ path: ['set'], message: fixed }];
      });
    },
    write: async (tx, rows) => {
      const before = await known(tx);
      const fresh: DatedParameter<C, U>[] = [];
      const outcomes = rows.map((row) => {
        if (before.has(keyOf(row))) return 'unchanged' as const;
        before.set(keyOf(row), row);
        fresh.push(row);
        return 'created' as const;
      });
      await insertRows(tx, entity, fresh);
      return outcomes;
    },
  };
};
