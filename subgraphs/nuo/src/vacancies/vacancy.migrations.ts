import { addColumns, column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const vacancyMigrations: readonly Migration[] = [
  createTable(1764000800001, 'vacancy', {
    columns: {
      id: column.id,
      employerAliasId: column.id,
      branchId: nullable(column.id),
      title: column.varchar(120),
      description: column.text,
      occupationCode: nullable(column.varchar(10)),
      occupation: column.varchar(120),
      postcode4: nullable(column.varchar(4)),
      places: column.int,
      filled: column.int,
      hoursMin: nullable(column.decimal(5, 2)),
      hoursMax: nullable(column.decimal(5, 2)),
      workingLevelMin: nullable(column.int),
      drivingLicences: column.json,
      agreements: column.json,
      offersAdaptation: column.boolean,
      offersGuidance: column.boolean,
      onlyDoelgroepregister: column.boolean,
      salaryIndication: nullable(column.varchar(100)),
      startsOn: nullable(column.day),
      closesOn: nullable(column.day),
      status: column.varchar(12),
      organisation: column.varchar(4),
      registeredAt: column.instant,
      version: column.int,
    },
    primary: ['id'],
    indices: {
      ix_vacancy_employer: ['employerAliasId', 'registeredAt'],
      ix_vacancy_status: ['status', 'registeredAt', 'id'],
      ix_vacancy_branch: ['branchId'],
    },
    references: {
      fk_vacancy_employer: { column: 'employerAliasId', table: 'employer_alias' },
      fk_vacancy_branch: { column: 'branchId', table: 'branch' },
    },
  }),
  addColumns(1764000800101, 'vacancy', { columns: { filledOn: nullable(column.day) } }),
];
