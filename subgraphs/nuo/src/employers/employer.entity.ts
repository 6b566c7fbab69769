import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who changed a row last; null when only its registration made it. */
export interface ChangedBy {
  id: string;
  name: string;
  organisation: string;
}

abstract class Changeable {
  @Column(optional(instantColumn)) changedAt!: Date | null;
  @Column(optional({ type: 'simple-json' })) changedBy!: ChangedBy | null;
}

/** An organisation that gives or may give work. */
@Entity({ name: 'employer' })
@Index('ix_employer_name', ['nameKey', 'id'])
@Index('uq_employer_kvk', ['kvkNumber'], { unique: true })
@Index('uq_employer_source', ['sourceSystem', 'sourceKey'], { unique: true })
export class Employer extends Changeable {
  @PrimaryColumn(idColumn) id!: string;
  @Column({ type: 'int' }) version!: number;
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
  /** No unsolicited post: of the KvK's register (domain.md §2.7). */
  @Column({ type: 'boolean', default: false }) indNonMailing!: boolean;
  /** Days of rest after another organisation approached it. */
  @Column({ type: 'int', default: 14 }) coolDownDays!: number;
  @Column(optional({ type: 'simple-json' })) websites!: string[] | null;
  /** Internet domains that are its own, beside those of its websites and addresses. */
  @Column(optional({ type: 'simple-json' })) domains!: string[] | null;
  /** The employer of whose concern it is a part. */
  @Index('ix_employer_parent')
  @ForeignKey(() => Employer, { name: 'fk_employer_parent' })
  @Column(optional(idColumn))
  parentId!: string | null;
  /** Set when the status is MERGED: the employer that stayed, never a merged one. */
  @Index('ix_employer_merged_into')
  @ForeignKey(() => Employer, { name: 'fk_employer_merged_into' })
  @Column(optional(idColumn))
  mergedIntoId!: string | null;
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
export class Branch extends Changeable {
  @PrimaryColumn(idColumn) id!: string;
  @Column({ type: 'int', default: 1 }) version!: number;
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
export class ContactPerson extends Changeable {
  @PrimaryColumn(idColumn) id!: string;
  @Column({ type: 'int', default: 1 }) version!: number;
  @Index('ix_contact_person_employer')
  @ForeignKey(() => Employer, { name: 'fk_contact_person_employer' })
  @Column(idColumn)
  employerId!: string;
  @Column(varchar(120)) name!: string;
  @Column(optional(varchar(120))) jobTitle!: string | null;
  @Column(optional(varchar(254))) email!: string | null;
  @Column(optional(varchar(20))) phone!: string | null;
  @Index('ix_contact_person_branch')
  @ForeignKey(() => Branch, { name: 'fk_contact_person_branch' })
  @Column(optional(idColumn))
  branchId!: string | null;
  /** Asked not to be approached by us. */
  @Column({ type: 'boolean', default: false }) doNotContact!: boolean;
  @Column(optional(varchar(20))) preferredChannel!: string | null;
  @Column(optional(varchar(500))) preferenceNote!: string | null;
  /** Day on which someone last checked that these facts hold. */
  @Column(optional(dayColumn)) verifiedOn!: string | null;
  /** False: no longer works there. */
  @Column({ type: 'boolean', default: true }) active!: boolean;
  /** The same person at the employer that stayed after a merge. */
  @Index('ix_contact_person_merged_into')
  @ForeignKey(() => ContactPerson, { name: 'fk_contact_person_merged_into' })
  @Column(optional(idColumn))
  mergedIntoId!: string | null;
  @Column(instantColumn) registeredAt!: Date;
}
