import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const proposalMigrations: readonly Migration[] = [
  createTable(1764000800002, 'proposal', {
    columns: {
      id: column.id,
      candidateId: column.id,
      openCandidateId: nullable(column.id),
      municipality: column.varchar(4),
      employerAliasId: column.id,
      vacancyId: nullable(column.id),
      status: column.varchar(12),
      reason: nullable(column.varchar(300)),
      employeeId: column.varchar(64),
      employeeName: column.varchar(120),
      organisation: column.varchar(4),
      proposedAt: column.instant,
      changedAt: column.instant,
      version: column.int,
    },
    primary: ['id'],
    indices: {
      ix_proposal_candidate: ['candidateId', 'proposedAt'],
      ix_proposal_employer: ['employerAliasId', 'proposedAt'],
      ix_proposal_vacancy: ['vacancyId', 'proposedAt'],
    },
    uniques: { uq_proposal_open: ['openCandidateId', 'vacancyId'] },
    references: {
      fk_proposal_employer: { column: 'employerAliasId', table: 'employer_alias' },
      fk_proposal_vacancy: { column: 'vacancyId', table: 'vacancy' },
    },
  }),
];
