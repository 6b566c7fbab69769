import { addColumns, column, createTable, defaulting, type Migration, nullable } from '@werkplein/kernel';

const source = { sourceSystem: nullable(column.varchar(20)), sourceKey: nullable(column.varchar(64)) };

const versioned = { version: defaulting(column.int, 1) };
const changed = { changedAt: nullable(column.instant), changedBy: nullable(column.json) };

export const employerMigrations: readonly Migration[] = [
  createTable(1763900000001, 'employer', {
    columns: {
      id: column.id,
      legalName: column.varchar(255),
      nameKey: column.varchar(255),
      tradeNames: column.json,
      kvkNumber: nullable(column.varchar(8)),
      rsin: nullable(column.varchar(9)),
      registrationReason: nullable(column.varchar(200)),
      status: column.varchar(20),
      keyAccount: column.boolean,
      sbiCode: nullable(column.varchar(5)),
      sbiVersion: nullable(column.varchar(8)),
      employees: nullable(column.int),
      version: column.int,
      registeredOn: column.day,
      ...source,
    },
    primary: ['id'],
    indices: { ix_employer_name: ['nameKey', 'id'] },
    uniques: { uq_employer_kvk: ['kvkNumber'], uq_employer_source: ['sourceSystem', 'sourceKey'] },
  }),
  createTable(1763900000002, 'employer_alias', {
    columns: { id: column.id, employerId: column.id },
    primary: ['id'],
    indices: { ix_employer_alias_employer: ['employerId'] },
    references: { fk_employer_alias_employer: { column: 'employerId', table: 'employer' } },
  }),
  createTable(1763900000003, 'branch', {
    columns: {
      id: column.id,
      employerId: column.id,
      kvkNumber: nullable(column.varchar(8)),
      vestigingsnummer: nullable(column.varchar(12)),
      name: column.varchar(255),
      street: nullable(column.varchar(80)),
      houseNumber: nullable(column.varchar(20)),
      postcode: nullable(column.varchar(6)),
      city: nullable(column.varchar(80)),
      municipality: nullable(column.varchar(4)),
      phone: nullable(column.varchar(20)),
      email: nullable(column.varchar(254)),
      website: nullable(column.varchar(200)),
      main: column.boolean,
      ...source,
    },
    primary: ['id'],
    indices: { ix_branch_employer: ['employerId'] },
    uniques: { uq_branch_vestiging: ['kvkNumber', 'vestigingsnummer'], uq_branch_source: ['sourceSystem', 'sourceKey'] },
    references: { fk_branch_employer: { column: 'employerId', table: 'employer' } },
  }),
  createTable(1763900000004, 'contact_person', {
    columns: {
      id: column.id,
      employerId: column.id,
      name: column.varchar(120),
      jobTitle: nullable(column.varchar(120)),
      email: nullable(column.varchar(254)),
      phone: nullable(column.varchar(20)),
      registeredAt: column.instant,
    },
    primary: ['id'],
    indices: { ix_contact_person_employer: ['employerId'] },
    references: { fk_contact_person_employer: { column: 'employerId', table: 'employer' } },
  }),
  addColumns(1764000300001, 'employer', {
    columns: {
      ...changed,
      indNonMailing: defaulting(column.boolean, false),
      coolDownDays: defaulting(column.int, 14),
      websites: nullable(column.json),
      domains: nullable(column.json),
      parentId: nullable(column.id),
      mergedIntoId: nullable(column.id),
    },
    indices: { ix_employer_parent: ['parentId'], ix_employer_merged_into: ['mergedIntoId'] },
    references: { fk_employer_parent: { column: 'parentId', table: 'employer' }, fk_employer_merged_into: { column: 'mergedIntoId', table: 'employer' } },
  }),
  addColumns(1764000300002, 'branch', { columns: { ...versioned, ...changed } }),
  addColumns(1764000300003, 'contact_person', {
    columns: {
      ...versioned,
      ...changed,
      branchId: nullable(column.id),
      doNotContact: defaulting(column.boolean, false),
      preferredChannel: nullable(column.varchar(20)),
      preferenceNote: nullable(column.varchar(500)),
      verifiedOn: nullable(column.day),
      active: defaulting(column.boolean, true),
      mergedIntoId: nullable(column.id),
    },
    indices: { ix_contact_person_branch: ['branchId'], ix_contact_person_merged_into: ['mergedIntoId'] },
    references: {
      fk_contact_person_branch: { column: 'branchId', table: 'branch' },
      fk_contact_person_merged_into: { column: 'mergedIntoId', table: 'contact_person' },
    },
  }),
];
