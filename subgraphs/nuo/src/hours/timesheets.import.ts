import { ImportError, type ImportSpec, InvalidValue, parseDay, type Problem, type ReadTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { line, readRow, SOURCE } from '../import-cells.ts';
import { Placement } from '../placements/placement.entity.ts';
import { type Assessed, assessSheets, type GivenSheet } from './assess-sheets.ts';
import { holdForHours, sheetRow } from './book-sheets.ts';
import { monthIsClosed } from './books.ts';
import { TimesheetLedger } from './hours.entity.ts';
import { type BillablePart, inHours, isSameSheet, parseHours } from './hours.rules.ts';
import { currentKey, writeSheets } from './hours.store.ts';
import { parseMonth } from './month.rules.ts';

export interface TimesheetImportRow extends GivenSheet {
  /** Number of the placement in the system that it came from, or here. */
  placementKey: string;
}

/** Who recorded it, when it was nobody at a screen. */
const IMPORTED = 'import';

const decimal = (text: string, decimals: number, expected: string): number => {
  const [, whole, fraction = ''] = new RegExp(`^([0-9]{1,9})(?:[.,]([0-9]{1,${decimals}}))?$`).exec(text.trim()) ?? [];
  if (whole === undefined) throw new InvalidValue(expected);
  // By its digits: a float would lose a cent here and there.
  return Number(whole + fraction.padEnd(decimals, '0'));
};
const hoursOf = (text: string): number => parseHours(inHours(decimal(text, 2, 'uren met hooguit 2 decimalen, zoals 120,5')));
const centsOf = (text: string): number => decimal(text, 2, 'een bedrag in euro met hooguit 2 decimalen, zoals 1250,75');

const periodForm = /^([0-9]{1,2})-([0-9]{1,2})=(.+)$/;

/** `1-15=60 16-31=50,25`: the billable hours of days of the month. */
const partsOf =
  (month: string) =>
  (text: string): BillablePart[] =>
    text
      .trim()
      .split(/\s+/)
      .map((part) => {
        const [, from, until, hours] = periodForm.exec(part) ?? [];
        if (hours === undefined) throw new InvalidValue('perioden zoals 1-15=60 16-31=50,25');
        const day = (number = ''): string => parseDay(`${month}-${number.padStart(2, '0')}`);
        return { from: day(from), until: day(until), hours: hoursOf(hours) };
      });

const col = (names: string[], text: string, required = true) => ({ names, required, text });
const columns = {
  placementId: col(['plaatsing', 'plaatsingsnummer', 'bronnummer'], 'Nummer van de plaatsing in het bronsysteem, of bij de NUO'),
  month: col(['maand'], 'jjjj-mm'),
  workedHours: col(['gewerkt', 'gewerkte uren'], 'Gewerkte uren, zoals 120,5'),
  billableHours: col(['declarabel', 'declarabele uren'], 'Declarabele uren'),
  sickHours: col(['ziekte'], 'Uren ziekte; leeg is 0', false),
  leaveHours: col(['verlof'], 'Uren verlof; leeg is 0', false),
  seasonHours: col(['seizoen'], 'Uren zonder werk door het seizoen; leeg is 0', false),
  otherAbsentHours: col(['overige afwezigheid'], 'Andere uren afwezig; leeg is 0', false),
  billableParts: col(['declarabel per periode'], 'Als het tarief in de maand verandert, zoals 1-15=60 16-31=50,25', false),
  revenueCents: col(['omzet'], 'In euro; leeg is de declarabele uren maal het tarief van de dag', false),
  directCostCents: col(['directe kosten'], 'In euro, zoals 12,50'),
};

/** Placements by the number that a row gives. */
const placementsBy = async ({ em }: ReadTx, keys: readonly string[]): Promise<Map<string, string>> => {
  const found = await em.find(Placement, {
    select: { id: true, sourceKey: true },
    where: [{ sourceSystem: SOURCE, sourceKey: In([...keys]) }, { id: In([...keys]) }],
  });
  return new Map(found.flatMap(({ id, sourceKey }) => [[id, id] as const, ...(sourceKey === null ? [] : [[sourceKey, id] as const])]));
};

const identified = async (tx: ReadTx, rows: readonly TimesheetImportRow[]): Promise<GivenSheet[]> => {
  const ids = await placementsBy(
    tx,
    rows.map(({ placementKey }) => placementKey),
  );
  return rows.map(({ placementKey, ...given }) => ({ ...given, placementId: ids.get(placementKey) ?? '' }));
};

/** Whether the sheet that counts says the same: then there is nothing to write, whether or not its month is closed. */
const isKnown = (assessed: Assessed | undefined): boolean =>
  assessed?.facts !== undefined && assessed.current !== null && isSameSheet(assessed.current, assessed.facts);

/** The sheets of a month from a file. A row of an open month that says something else replaces what an earlier one said. */
export const timesheetsImport: ImportSpec<TimesheetImportRow> = {
  columns,
  parse: (cells) =>
    readRow((check) => {
      const cell = (name: keyof typeof columns): string => cells[name] ?? '';
      const hours = (name: keyof typeof columns): number => check.optional(name, cell(name), hoursOf) ?? 0;
      const month = check.required('month', cell('month'), parseMonth);
      return {
        placementKey: check.required('placementId', cell('placementId'), line(64)),
        placementId: '',
        month,
        workedHours: hours('workedHours'),
        billableHours: hours('billableHours'),
        sickHours: hours('sickHours'),
        leaveHours: hours('leaveHours'),
        seasonHours: hours('seasonHours'),
        otherAbsentHours: hours('otherAbsentHours'),
        billableParts: (month && check.optional('billableParts', cell('billableParts'), partsOf(month))) || [],
        revenueCents: check.optional('revenueCents', cell('revenueCents'), centsOf),
        directCostCents: check.required('directCostCents', cell('directCostCents'), centsOf),
      };
    }),

  check: async (tx, rows, ctx) => {
    const given = await identified(tx, rows);
    const assessed = await assessSheets(tx, given, ctx.clock());
    const { closedThrough } = await tx.em.findOneByOrFail(TimesheetLedger, { id: 1 });
    const seen = new Set<string>();
    return given.map(({ placementId, month }, i): Problem[] => {
      const key = currentKey(placementId, month);
      const twice = seen.has(key) && placementId !== '';
      seen.add(key);
      const closed = monthIsClosed(month, closedThrough);
      if (closed && !isKnown(assessed[i])) return [{ path: ['month'], message: closed.text }];
      if (twice) return [{ path: ['placementId'], message: 'Deze plaatsing staat voor deze maand al eerder in het bestand.' }];
      return (assessed[i]?.problems ?? []).map(({ path, message }) => ({ path: path.slice(0, 1), message }));
    });
  },

  write: async (tx, rows, ctx) => {
    const given = await identified(tx, rows);
    const closedThrough = await holdForHours(
      tx,
      given.map(({ placementId }) => placementId),
    );
    const assessed = await assessSheets(tx, given, ctx.clock());
    const booker = { ...ctx, by: IMPORTED };
    const written = assessed.map((each, i) => {
      const { facts, current, problems } = each;
      const same = isKnown(each);
      const late = same ? null : monthIsClosed((given[i] as GivenSheet).month, closedThrough);
      // What the check found right a moment ago, another has changed since.
      if (late || !facts) throw new ImportError(`${late?.text ?? problems[0]?.message} Dat is intussen veranderd: lees het bestand opnieuw in.`);
      return {
        row: same ? null : sheetRow(booker, (given[i] as GivenSheet).month, facts, current?.id ?? null),
        outcome: same ? 'unchanged' : current ? 'updated' : 'created',
      } as const;
    });
    await writeSheets(
      tx,
      written.flatMap(({ row }) => row ?? []),
      ctx.clock(),
    );
    return written.map(({ outcome }) => outcome);
  },
};
