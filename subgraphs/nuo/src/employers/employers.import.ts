import {
  type ImportSpec,
  localDay,
  parseEmail,
  parseKvkNumber,
  parseMunicipalityCode,
  parsePhone,
  parsePostcode,
  parseSbi,
  parseVestigingsnummer,
  type ReadTx,
  type RowOutcome,
  insertRows,
} from '@werkplein/kernel';
import { In } from 'typeorm';
import { indexEmployers } from '../duplicates/match.store.ts';
import { storeSignals } from '../duplicates/signal.store.ts';
import { line, readRow, SOURCE } from '../import-cells.ts';
import { rowsBy } from '../reads.ts';
import { Branch, Employer, EmployerAlias } from './employer.entity.ts';
import { stateEmployers } from './employer.facts.ts';
import { freshBranch, freshEmployer } from './fresh.ts';
import { displayName, nameKey } from './name.rules.ts';

/** One row is one place of one employer; rows with the same KvK number are one employer. */
export interface EmployerImportRow {
  sourceKey: string;
  employer: Pick<Employer, 'legalName' | 'nameKey' | 'tradeNames' | 'kvkNumber' | 'sbiCode' | 'sbiVersion'>;
  branch: Pick<Branch, 'vestigingsnummer' | 'name' | 'street' | 'houseNumber' | 'postcode' | 'city' | 'municipality' | 'phone' | 'email' | 'website'>;
}

const col = (text: string, names: string[], required = false) => ({ names, required, text });

const columns = {
  bronnummer: col('Nummer in het bronsysteem', ['bronnummer', 'soweconummer', 'relatienummer'], true),
  kvknummer: col('KvK-nummer, 8 cijfers', ['kvknummer', 'kvk-nummer', 'kvk']),
  vestigingsnummer: col('Vestigingsnummer, 12 cijfers', ['vestigingsnummer', 'vestiging']),
  statutaireNaam: col('Statutaire naam', ['statutaire naam', 'naam', 'bedrijfsnaam'], true),
  handelsnaam: col('Handelsnaam', ['handelsnaam']),
  straat: col('Straat', ['straat', 'straatnaam']),
  huisnummer: col('Huisnummer met toevoeging', ['huisnummer', 'huisnr']),
  postcode: col('Postcode', ['postcode']),
  plaats: col('Plaats', ['plaats', 'woonplaats', 'vestigingsplaats']),
  gemeentecode: col('CBS-code van de gemeente', ['gemeentecode']),
  sbi: col('SBI-code (5 cijfers: SBI 2025; 4 cijfers: SBI 2008)', ['sbi', 'sbi-code']),
  telefoon: col('Telefoon', ['telefoon', 'telefoonnummer']),
  email: col('E-mailadres', ['e-mail', 'email', 'e-mailadres']),
  website: col('Website', ['website']),
};

/** The employers that rows name by source number or KvK number: `key` → employer id. A source number goes before. */
export const employersBySource = async (tx: ReadTx, keys: readonly string[]): Promise<Map<string, string>> => {
  const kvk = await tx.em.find(Employer, { where: { kvkNumber: In(keys) } });
  const sources = await tx.em.find(Branch, { where: { sourceSystem: SOURCE, sourceKey: In(keys) } });
  return new Map([
    ...kvk.map((row) => [row.kvkNumber as string, row.id] as const),
    ...sources.map((row) => [row.sourceKey as string, row.employerId] as const),
  ]);
};

const vestigingOf = (kvkNumber: string | null, vestigingsnummer: string | null): string | null =>
  kvkNumber && vestigingsnummer ? `${kvkNumber}/${vestigingsnummer}` : null;

export const employersImport: ImportSpec<EmployerImportRow> = {
  columns,
  parse: (cells) =>
    readRow((check) => {
      const cell = (name: keyof typeof columns) => cells[name] ?? '';
      const legalName = check.required('statutaireNaam', cell('statutaireNaam'), line(255));
      const tradeName = check.optional('handelsnaam', cell('handelsnaam'), line(255));
      const tradeNames = tradeName ? [tradeName] : [];
      const kvkNumber = check.optional('kvknummer', cell('kvknummer'), parseKvkNumber);
      const vestigingsnummer = check.optional('vestigingsnummer', cell('vestigingsnummer'), parseVestigingsnummer);
      if (cell('vestigingsnummer') && !cell('kvknummer')) check.problem('vestigingsnummer', 'Een vestigingsnummer hoort bij een KvK-nummer.');
      const sbi = check.optional('sbi', cell('sbi'), (code) => parseSbi({ code, version: code.trim().length === 4 ? 'SBI2008' : 'SBI2025' }));
      return {
        sourceKey: check.required('bronnummer', cell('bronnummer'), line(64)),
        employer: {
          legalName,
          nameKey: legalName ? nameKey(displayName({ legalName, tradeNames })) : '',
          tradeNames,
          kvkNumber,
          sbiCode: sbi?.code ?? null,
          sbiVersion: sbi?.version ?? null,
        },
        branch: {
          vestigingsnummer,
          name: tradeName ?? legalName,
          street: check.optional('straat', cell('straat'), line(80)),
          houseNumber: check.optional('huisnummer', cell('huisnummer'), line(20)),
          postcode: check.optional('postcode', cell('postcode'), parsePostcode),
          city: check.optional('plaats', cell('plaats'), line(80)),
          municipality: check.optional('gemeentecode', cell('gemeentecode'), parseMunicipalityCode),
          phone: check.optional('telefoon', cell('telefoon'), parsePhone),
          email: check.optional('email', cell('email'), parseEmail),
          website: check.optional('website', cell('website'), line(200)),
        },
      };
    }),

  write: async (tx, rows, ctx) => {
    const known = new Set(
      (await tx.em.find(Branch, { where: { sourceSystem: SOURCE, sourceKey: In(rows.map((row) => row.sourceKey)) } })).map((row) => row.sourceKey as string),
    );
    const numbers = rows.flatMap((row) => row.employer.kvkNumber ?? []);
    const byKvk = new Map((await rowsBy(tx, Employer, 'kvkNumber', numbers)).map((row) => [row.kvkNumber as string, row.id]));
    const branches = new Map((await rowsBy(tx, Branch, 'kvkNumber', numbers)).map((row) => [vestigingOf(row.kvkNumber, row.vestigingsnummer), row]));
    const fresh: { employers: Employer[]; branches: Branch[] } = { employers: [], branches: [] };

    const outcomes: RowOutcome[] = [];
    for (const { sourceKey, employer, branch } of rows) {
      if (known.has(sourceKey)) {
        outcomes.push('unchanged');
        continue;
      }
      known.add(sourceKey);
      const source = { sourceSystem: SOURCE, sourceKey };
      const existing = branches.get(vestigingOf(employer.kvkNumber, branch.vestigingsnummer) ?? '');
      if (existing && existing.sourceKey === null) {
        // Someone entered this place before the import: only the number under which the source knows it is new.
        existing.sourceKey = sourceKey;
        await tx.em.update(Branch, { id: existing.id }, source);
        outcomes.push('updated');
        continue;
      }
      const { kvkNumber } = employer;
      let employerId = kvkNumber === null ? undefined : byKvk.get(kvkNumber);
      const main = employerId === undefined;
      if (employerId === undefined) {
        employerId = ctx.newId();
        const registrationReason = kvkNumber === null ? 'Overgenomen uit een bestand zonder KvK-nummer' : null;
        fresh.employers.push({
          ...freshEmployer,
          ...employer,
          ...source,
          id: employerId,
          registrationReason,
          status: 'ACTIVE',
          registeredOn: localDay(ctx.clock()),
        });
        if (kvkNumber !== null) byKvk.set(kvkNumber, employerId);
      }
      // A vestiging that the source holds twice keeps its number on the first; the second is still found by its source number.
      const vestigingsnummer = existing ? null : branch.vestigingsnummer;
      const row = {
        ...freshBranch,
        ...branch,
        ...source,
        id: ctx.newId(),
        employerId,
        vestigingsnummer,
        kvkNumber: vestigingsnummer === null ? null : kvkNumber,
        main,
      };
      fresh.branches.push(row);
      if (vestigingsnummer !== null) branches.set(vestigingOf(kvkNumber, vestigingsnummer), row);
      outcomes.push('created');
    }
    await insertRows(tx, Employer, fresh.employers);
    await insertRows(
      tx,
      EmployerAlias,
      fresh.employers.map(({ id }) => ({ id, employerId: id })),
    );
    await insertRows(tx, Branch, fresh.branches);
    const touched = [...new Set(fresh.branches.map(({ employerId }) => employerId))];
    await indexEmployers(tx, touched);
    await stateEmployers(tx, ctx, touched);
    // A register brings what we have under another name: the coordinator finds it in the list as soon as it is in.
    await storeSignals(tx, ctx, touched);
    return outcomes;
  },
};
