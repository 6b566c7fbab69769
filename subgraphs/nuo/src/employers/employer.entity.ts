import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An organisation that gives or may give work. */
@Entity({ name: 'employer' })
@Index('ix_employer_name', ['nameKey', 'id'])
@Index('uq_employer_kvk', ['kvkNumber'], { unique: true })
@Index('uq_employer_source', ['sourceSystem', 'sourceKey'], { unique: true })
export class Employer {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(255)) legalName!: string;
  /** The name people know it by, as name.rules.ts makes it equal: for the order and for duplicates. */
  @Column(varchar(255)) nameKey!: string;
  @Column({ type: 'simple-json' }) tradeNames!: string[];
  @Column(optional(varchar(8))) kvkNumber!: string | null;
  @Column(optional(varchar(9))) rsin!: string | null;
  /** Why it is registered without a KvK number. */
  @Column(optional(varchar(200))) registrationReason!: string | null;
  @Column(varchar(20)) status!: string;
  @Column({ type: 'boolean' }) keyAccount!: boolean;
  @Column(optional(varchar(5))) sbiCode!: string | null;
  @Column(optional(varchar(8))) sbiVersion!: string | null;
  @Column(optional({ type: 'int' })) employees!: number | null;
  @Column({ type: 'int' }) version!: number;
  @Column(dayColumn) registeredOn!: string;
  @Column(optional(varchar(20))) sourceSystem!: string | null;
  @Column(optional(varchar(64))) sourceKey!: string | null;
}

/** A name under which other records hold an employer: a merge points it to the employer that stays, and moves nothing else. */
@Entity({ name: 'employer_alias' })
export class EmployerAlias {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_employer_alias_employer')
  @ForeignKey(() => Employer, { name: 'fk_employer_alias_employer' })
  @Column(idColumn)
  employerId!: string;
}

/** A place where an employer works (vestiging). `kvkNumber` is a copy: a vestigingsnummer identifies only together with it. */
@Entity({ name: 'branch' })
@Index('uq_branch_vestiging', ['kvkNumber', 'vestigingsnummer'], { unique: true })
@Index('uq_branch_source', ['sourceSystem', 'sourceKey'], { unique: true })
export class Branch {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_branch_employer')
  @ForeignKey(() => Employer, { name: 'fk_branch_employer' })
  @Column(idColumn)
  employerId!: string;
  @Column(optional(varchar(8))) kvkNumber!: string | null;
  @Column(optional(varchar(12))) vestigingsnummer!: string | null;
  @Column(varchar(255)) name!: string;
  @Column(optional(varchar(80))) street!: string | null;
  @Column(optional(varchar(20))) houseNumber!: string | null;
  @Column(optional(varchar(6))) postcode!: string | null;
  @Column(optional(varchar(80))) city!: string | null;
  @Column(optional(varchar(4))) municipality!: string | null;
  @Column(optional(varchar(20))) phone!: string | null;
  @Column(optional(varchar(254))) email!: string | null;
  @Column(optional(varchar(200))) website!: string | null;
  @Column({ type: 'boolean' }) main!: boolean;
  @Column(optional(varchar(20))) sourceSystem!: string | null;
  @Column(optional(varchar(64))) sourceKey!: string | null;
}

/** Someone at an employer with whom our people speak. */
@Entity({ name: 'contact_person' })
export class ContactPerson {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_contact_person_employer')
  @ForeignKey(() => Employer, { name: 'fk_contact_person_employer' })
  @Column(idColumn)
  employerId!: string;
  @Column(varchar(120)) name!: string;
  @Column(optional(varchar(120))) jobTitle!: string | null;
  @Column(optional(varchar(254))) email!: string | null;
  @Column(optional(varchar(20))) phone!: string | null;
  @Column(instantColumn) registeredAt!: Date;
}
