import { type ImportSpec, insertRows, InvalidValue, parseDay, parseText, type Problem, type ReadTx } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import { filled, isoDay } from '../loading/client-import.ts';
import { LawParameterRow } from './law-parameter.entity.ts';
import { type LawParameter, type LawParameterCode, lawParameterCodes, lawUnits } from './law-parameter.rules.ts';
import { allLawParameters } from './law-parameter.store.ts';

const codeOf = (text: string): LawParameterCode => {
  const code = lawParameterCodes.find((each) => each === text.trim().toUpperCase());
  if (!code) throw new InvalidValue(`een van ${lawParameterCodes.join(', ')}`);
  return code;
};

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

const parse: ImportSpec<LawParameter>['parse'] = (cells) => {
  const reader = inputReader([]);
  const cell = <T>(column: string, read: (text: string) => T): T => reader.read([column], () => read(cells[column] ?? ''));
  const optional = <T>(column: string, read: (text: string) => T): T | null => (filled(cells[column]) === null ? null : cell(column, read));
  const day = (text: string): string => parseDay(isoDay(text));
  const text = (value: string): string => parseText(value, { max: 250 });
  const code = cell('code', codeOf);
  const row: LawParameter = {
    code,
    value: cell('waarde', amountOf),
    unit: lawUnits[code],
    validFrom: cell('geldig vanaf', day),
    validUntil: optional('geldig tot en met', day),
    confirmed: cell('bevestigd', yesOrNo),
    source: cell('bron', text),
    note: optional('toelichting', text),
    version: cell('set', setOf),
  };
  if (row.unit === 'PERCENT' && row.value > 100) reader.add(['waarde'], 'Een percentage is hooguit 100.');
  if (row.validUntil !== null && row.validUntil < row.validFrom) reader.add(['geldig tot en met'], 'De laatste dag ligt voor de eerste.');
  return reader.problems.length > 0 ? { problems: reader.problems } : { row };
};

const keyOf = ({ code, validFrom, version }: LawParameter): string => `${code}|${validFrom}|${version}`;
const isSame = (a: LawParameter, b: LawParameter): boolean =>
  a.value === b.value && a.validUntil === b.validUntil && a.confirmed === b.confirmed && a.source === b.source && a.note === b.note;

const byKey = async (tx: ReadTx): Promise<Map<string, LawParameter>> => new Map((await allLawParameters(tx)).map((row) => [keyOf(row), row]));

const fixed = 'Deze parameter staat in deze set al vast met iets anders. Geef de verbetering een nieuwe set.';

/** Law parameters from a file. Decisions name the set that they were taken by, so a row that is there never changes. */
export const lawParameterImport = (): ImportSpec<LawParameter> => ({
  columns: {
    code: { names: ['code'], required: true, text: `Een van ${lawParameterCodes.join(', ')}.` },
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
    const known = await byKey(tx);
    return rows.map((row): Problem[] => {
      const before = known.get(keyOf(row)) ?? row;
      known.set(keyOf(row), before);
      return isSame(before, row) ? [] : [{ path: ['set'], message: fixed }];
    });
  },
  write: async (tx, rows) => {
    const known = await byKey(tx);
    const fresh: LawParameter[] = [];
    const outcomes = rows.map((row) => {
      if (known.has(keyOf(row))) return 'unchanged' as const;
      known.set(keyOf(row), row);
      fresh.push(row);
      return 'created' as const;
    });
    await insertRows(tx, LawParameterRow, fresh);
    return outcomes;
  },
});
