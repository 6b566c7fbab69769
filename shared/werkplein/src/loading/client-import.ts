import {
  type ImportContext,
  type ImportSpec,
  InvalidValue,
  localDay,
  parseDay,
  parseText,
  type Problem,
  type ReadTx,
  type RowOutcome,
  systemClock,
  type WriteTx,
  insertRows,
} from '@werkplein/kernel';
import { In } from 'typeorm';
import type { BsnVault } from '../bsn/index.ts';
import { ClientRow } from '../clients/client.entity.ts';
import { type Person, readWholePerson, searchNameOf } from '../clients/client.rules.ts';
import { inputReader } from '../clients/input.ts';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { type AxisValue, axisValues } from '../doelgroep/doelgroep.rules.ts';
import type { StepTerms } from '../dossiers/dossier.rules.ts';
import { type NewDossier, openDossiers } from '../dossiers/open-dossier.ts';

export const SOURCE = 'SOWECO';

/** One line of a client file. */
export interface ClientImportRow {
  sourceKey: string;
  person: Person;
  klantregisseur: string;
  grondslag: AxisValue | null;
  registeredOn: string;
}

const columns: ImportSpec<ClientImportRow>['columns'] = {
  bronnummer: {
    names: ['bronnummer', 'soweco nummer', 'cliëntnummer', 'clientnummer'],
    required: true,
    text: 'Nummer in het bronsysteem; hieronder wordt de cliënt teruggevonden.',
  },
  voornamen: { names: ['voornamen', 'voornaam', 'roepnaam'], required: true, text: 'Voornamen.' },
  tussenvoegsel: { names: ['tussenvoegsel', 'voorvoegsel', 'voorvoegsels'], required: false, text: 'Tussenvoegsel, zoals "van der".' },
  achternaam: { names: ['achternaam', 'geslachtsnaam', 'naam'], required: true, text: 'Achternaam.' },
  geboortedatum: { names: ['geboortedatum', 'geb.datum', 'geboren'], required: true, text: 'dd-mm-jjjj of jjjj-mm-dd.' },
  bsn: { names: ['bsn', 'burgerservicenummer', 'sofinummer'], required: false, text: '9 cijfers.' },
  straat: { names: ['straat', 'straatnaam', 'adres'], required: true, text: 'Straat, zonder huisnummer.' },
  huisnummer: { names: ['huisnummer', 'huisnr'], required: true, text: 'Huisnummer, met toevoeging: 12, 12a, 12-3.' },
  postcode: { names: ['postcode'], required: true, text: '7607 AB.' },
  woonplaats: { names: ['woonplaats', 'plaats'], required: true, text: 'Woonplaats.' },
  klantregisseur: { names: ['klantregisseur', 'regisseur', 'consulent'], required: true, text: 'Medewerkernummer van de klantregisseur.' },
  grondslag: { names: ['grondslag', 'uitkering', 'regeling'], required: false, text: `Een van ${axisValues.GRONDSLAG.join(', ')}.` },
  aanmelddatum: { names: ['aanmelddatum', 'aangemeld op', 'inschrijfdatum'], required: true, text: 'dd-mm-jjjj of jjjj-mm-dd.' },
};

/** Field of the person → its column. */
const columnOf: Record<string, string> = {
  givenNames: 'voornamen',
  prefix: 'tussenvoegsel',
  familyName: 'achternaam',
  birthDate: 'geboortedatum',
  bsn: 'bsn',
  street: 'straat',
  houseNumber: 'huisnummer',
  houseNumberAddition: 'huisnummer',
  postcode: 'postcode',
  city: 'woonplaats',
};

const EARLIEST = '1900-01-01';
const dutchDay = /^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})$/;

/** `3-4-1985` and `03-04-1985` as `1985-04-03`; anything else as it is, for parseDay to judge. */
export const isoDay = (text: string): string => {
  const [, day, month, year] = dutchDay.exec(text.trim()) ?? [];
  return year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
};

const houseNumberOf = (text: string) => {
  const [, number, addition = ''] = /^([0-9]+)\s*[-/]?\s*(.*)$/.exec(text.trim()) ?? [];
  return { houseNumber: number === undefined ? Number.NaN : Number(number), houseNumberAddition: addition.trim() || null };
};

const grondslagOf = (text: string): AxisValue => {
  const value = text
    .trim()
    .toUpperCase()
    .replace(/[\s/-]+/g, '_');
  const known = axisValues.GRONDSLAG.find((each) => each === value);
  if (!known) throw new InvalidValue(`een van ${axisValues.GRONDSLAG.join(', ')}`);
  return known;
};

/** What a cell holds, or null when it is empty. */
export const filled = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim());

const parse: (today: () => string) => ImportSpec<ClientImportRow>['parse'] = (today) => (cells) => {
  const reader = inputReader([]);
  const day = (column: string): string => reader.read([column], () => parseDay(isoDay(cells[column] ?? '')));
  const grondslag = filled(cells['grondslag']);
  const row: ClientImportRow = {
    sourceKey: reader.read(['bronnummer'], () => parseText(cells['bronnummer'], { max: 60 })),
    person: readWholePerson(
      reader,
      {
        givenNames: filled(cells['voornamen']),
        prefix: filled(cells['tussenvoegsel']),
        familyName: filled(cells['achternaam']),
        birthDate: isoDay(cells['geboortedatum'] ?? ''),
        bsn: filled(cells['bsn']),
        address: {
          street: cells['straat'] ?? '',
          ...houseNumberOf(cells['huisnummer'] ?? ''),
          postcode: cells['postcode'] ?? '',
          city: cells['woonplaats'] ?? '',
        },
      },
      today(),
    ),
    klantregisseur: reader.read(['klantregisseur'], () => parseText(cells['klantregisseur'], { max: 64 })),
    grondslag: grondslag === null ? null : reader.read(['grondslag'], () => grondslagOf(grondslag)),
    registeredOn: day('aanmelddatum'),
  };
  if (row.registeredOn && (row.registeredOn < EARLIEST || row.registeredOn > today())) reader.add(['aanmelddatum'], 'De aanmelddatum ligt in de toekomst.');
  const problems = reader.problems.map(({ path, message }): Problem => ({ path: [columnOf[String(path.at(-1))] ?? String(path.at(-1))], message }));
  return problems.length > 0 ? { problems } : { row };
};

const bySource = async (tx: ReadTx, rows: readonly ClientImportRow[]): Promise<Map<string | null, ClientRow>> => {
  const found = await tx.em.findBy(ClientRow, { sourceSystem: SOURCE, sourceKey: In(rows.map(({ sourceKey }) => sourceKey)) });
  return new Map(found.map((client) => [client.sourceKey, client]));
};

/** The columns of a client as this row has them. */
const columnsOf = ({ person: { bsn: _bsn, ownReference: _ownReference, ...person } }: ClientImportRow) => ({ ...person, searchName: searchNameOf(person) });

const isSame = (client: ClientRow, row: ClientImportRow, vault: BsnVault): boolean =>
  Object.entries(columnsOf(row)).every(([column, value]) => client[column as keyof ClientRow] === value) &&
  (row.person.bsn === null || vault.indices(row.person.bsn).includes(client.bsnIndex ?? ''));

const twice = 'Dit BSN hoort bij een andere cliënt.';

/** A BSN that another client has, in the database or earlier in this batch. */
const check =
  (vault: BsnVault) =>
  async (tx: ReadTx, rows: readonly ClientImportRow[]): Promise<Problem[][]> => {
    const indices = rows.map(({ person }) => (person.bsn === null ? [] : vault.indices(person.bsn)));
    const wanted = indices.flat();
    const holders = wanted.length === 0 ? [] : await tx.em.findBy(ClientRow, { bsnIndex: In(wanted) });
    const keyOf = new Map(holders.map(({ bsnIndex, sourceSystem, sourceKey }) => [bsnIndex, `${sourceSystem}|${sourceKey}`]));
    return rows.map(({ sourceKey }, at) => {
      const [newest, ...older] = indices[at] ?? [];
      if (newest === undefined) return [];
      const key = `${SOURCE}|${sourceKey}`;
      const holder = [newest, ...older].map((index) => keyOf.get(index)).find((found) => found !== undefined);
      keyOf.set(newest, holder ?? key);
      return holder === undefined || holder === key ? [] : [{ path: ['bsn'], message: twice }];
    });
  };

const write =
  (vault: BsnVault, terms: StepTerms) =>
  async (tx: WriteTx, rows: readonly ClientImportRow[], ctx: ImportContext): Promise<RowOutcome[]> => {
    const { newId, clock } = ctx;
    const known = await bySource(tx, rows);
    const clients: ClientRow[] = [];
    const dossiers: NewDossier[] = [];
    const periods: DoelgroepRow[] = [];
    const outcomes: RowOutcome[] = [];
    for (const row of rows) {
      const sealed = (id: string) => (row.person.bsn === null ? {} : vault.seal(id, row.person.bsn));
      const client = known.get(row.sourceKey);
      if (client && isSame(client, row, vault)) {
        outcomes.push('unchanged');
      } else if (client) {
        const changed = { ...client, ...columnsOf(row), ...sealed(client.id), version: client.version + 1 };
        // A line that comes twice in one batch: the first is still to be inserted.
        if (clients.includes(client)) Object.assign(client, changed, { version: 1 });
        else await tx.em.update(ClientRow, { id: client.id }, changed);
        known.set(row.sourceKey, clients.includes(client) ? client : changed);
        outcomes.push('updated');
      } else {
        const id = newId();
        const noBsn = { bsnCipher: null, bsnKeyId: null, bsnIndex: null };
        const source = { ownReference: null, registeredOn: row.registeredOn, version: 1, sourceSystem: SOURCE, sourceKey: row.sourceKey };
        const created: ClientRow = { id, ...columnsOf(row), ...noBsn, ...sealed(id), ...source };
        clients.push(created);
        known.set(row.sourceKey, created);
        const klantregisseur = { id: row.klantregisseur, name: row.klantregisseur };
        dossiers.push({ clientId: id, klantregisseur, openedOn: row.registeredOn, recordedBy: { id: SOURCE, name: SOURCE } });
        if (row.grondslag !== null) {
          const period = { axis: 'GRONDSLAG', value: row.grondslag, validFrom: row.registeredOn, validUntil: null } as const;
          periods.push({ id: newId(), clientId: id, ...period, source: SOURCE, employedAtWswClosing: null, recordedAt: clock(), supersededAt: null });
        }
        outcomes.push('created');
      }
    }
    await insertRows(tx, ClientRow, clients);
    await openDossiers(tx, ctx, terms, dossiers);
    await insertRows(tx, DoelgroepRow, periods);
    return outcomes;
  };

/**
 * Clients from a file. A second run finds them by source number: it corrects name, birth date, BSN and address,
 * and leaves dossier and doelgroep alone, which by then are kept here.
 */
export const clientImport = (vault: BsnVault, terms: StepTerms, today: () => string = () => localDay(systemClock())): ImportSpec<ClientImportRow> => ({
  columns,
  parse: parse(today),
  check: check(vault),
  write: write(vault, terms),
});
