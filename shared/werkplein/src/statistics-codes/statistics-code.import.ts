import { type ImportSpec, insertRows, InvalidValue, parseDutchDay, parseText, type Problem, type ReadTx } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import { outflowCodes } from '../dossiers/outflow.rules.ts';
import { provisionKindCodes } from '../provisions/provision.kinds.ts';
import { StatisticsCodeRow } from './statistics-code.entity.ts';
import { type CodeList, codeLists, type StatisticsCode } from './statistics-code.rules.ts';

const itemsOf: Record<CodeList, readonly string[]> = { SRG_PROVISION: provisionKindCodes, OUTFLOW: outflowCodes };

const oneOf =
  <V extends string>(values: readonly V[]) =>
  (text: string): V => {
    const found = values.find((value) => value === text.trim().toUpperCase());
    if (!found) throw new InvalidValue(`een van ${values.join(', ')}`);
    return found;
  };

const matching =
  (form: RegExp, expected: string) =>
  (text: string): string => {
    if (!form.test(text.trim())) throw new InvalidValue(expected);
    return text.trim();
  };

const parse: ImportSpec<StatisticsCode>['parse'] = (cells) => {
  const reader = inputReader([]);
  const cell = <T>(column: string, read: (text: string) => T): T => reader.read([column], () => read(cells[column] ?? ''));
  const list = cell('lijst', oneOf(codeLists));
  const until = (cells['geldig tot en met'] ?? '').trim();
  const row: StatisticsCode = {
    list,
    item: list ? cell('onderdeel', oneOf(itemsOf[list])) : '',
    code: cell('code', matching(/^[0-9A-Z]{1,10}$/, '1 tot 10 cijfers of hoofdletters')),
    validFrom: cell('geldig vanaf', parseDutchDay),
    validUntil: until === '' ? null : cell('geldig tot en met', parseDutchDay),
    confirmed: cell('bevestigd', oneOf(['JA', 'NEE'])) === 'JA',
    source: cell('bron', (text) => parseText(text, { max: 250 })),
    version: cell('set', matching(/^[0-9]{4}-[0-9]{2}[a-z]?$/, 'een set, zoals 2027-01')),
  };
  if (row.validUntil !== null && row.validUntil < row.validFrom) reader.add(['geldig tot en met'], 'De laatste dag ligt voor de eerste.');
  return reader.problems.length > 0 ? { problems: reader.problems } : { row };
};

const keyOf = ({ list, item, validFrom, version }: StatisticsCode): string => `${list}|${item}|${validFrom}|${version}`;
const isSame = (a: StatisticsCode, b: StatisticsCode): boolean =>
  a.code === b.code && a.validUntil === b.validUntil && a.confirmed === b.confirmed && a.source === b.source;
const known = async ({ em }: ReadTx): Promise<Map<string, StatisticsCode>> => new Map((await em.find(StatisticsCodeRow)).map((row) => [keyOf(row), row]));

/** Codes of statistics from a file. A delivery was made by them, so a row that is there never changes. */
export const statisticsCodeImport = (): ImportSpec<StatisticsCode> => ({
  columns: {
    lijst: { names: ['lijst'], required: true, text: `Een van ${codeLists.join(', ')}.` },
    onderdeel: { names: ['onderdeel'], required: true, text: 'Soort voorziening of reden van uitstroom, zoals JOBCOACH of WORK.' },
    code: { names: ['code'], required: true, text: 'De code van de statistiek.' },
    'geldig vanaf': { names: ['geldig vanaf', 'vanaf'], required: true, text: 'dd-mm-jjjj of jjjj-mm-dd.' },
    'geldig tot en met': { names: ['geldig tot en met', 'tot en met'], required: false, text: 'Laatste dag; leeg zonder einde.' },
    bevestigd: { names: ['bevestigd'], required: true, text: 'ja als de bron is nagegaan, anders nee.' },
    bron: { names: ['bron'], required: true, text: 'Waar de code staat.' },
    set: { names: ['set', 'versie'], required: true, text: 'De set, zoals 2027-01; een latere gaat voor.' },
  },
  parse,
  check: async (tx, rows) => {
    const before = await known(tx);
    return rows.map((row): Problem[] => {
      const first = before.get(keyOf(row)) ?? row;
      before.set(keyOf(row), first);
      return isSame(first, row) ? [] : [{ path: ['set'], message: 'Deze code staat in deze set al vast met iets anders. Geef de verbetering een nieuwe set.' }];
    });
  },
  write: async (tx, rows) => {
    const before = await known(tx);
    const fresh = rows.filter((row) => !before.has(keyOf(row)) && before.set(keyOf(row), row));
    await insertRows(tx, StatisticsCodeRow, fresh);
    return rows.map((row) => (fresh.includes(row) ? 'created' : 'unchanged'));
  },
});
