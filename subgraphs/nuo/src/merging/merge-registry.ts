import type { ReadTx, WriteTx } from '@werkplein/kernel';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { Account } from '../accounts/account.entity.ts';
import { chooseOwners, joinAccounts } from '../accounts/merge-accounts.ts';
import { ContactAttempt } from '../contact-plans/contact-attempt.entity.ts';
import { ContactPlan } from '../contact-plans/contact-plan.entity.ts';
import { ContactMoment } from '../contacts/contact.entity.ts';
import { DuplicateSignal, EmployerMatch } from '../duplicates/duplicate.entity.ts';
import { Branch, ContactPerson, Employer, EmployerAlias } from '../employers/employer.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { Proposal } from '../proposals/proposal.entity.ts';
import { ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import { Secondment } from '../secondments/secondment.entity.ts';
import { Task } from '../tasks/task.entity.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { WorkGroup } from '../workplaces/workplace.entity.ts';
import { clashingPlans, joinPersons, oneMainBranch } from './merge-conflicts.ts';
import { EmployerMerge } from './merge.entity.ts';
import type { MergeDemand, MergeField, MergeSide } from './merge.types.ts';

/** A merge while it is carried out: both employers are held. */
export interface Merging {
  readonly survivor: Employer;
  readonly vanished: Employer;
  readonly at: Date;
  readonly fromVanishing: readonly MergeField[];
  /** What the coordinator chose for each `toChoose`, by subject. */
  readonly choices: ReadonlyMap<string, MergeSide>;
  /** Ids of the rows that came from the vanished employer. */
  moved(entity: Function): readonly string[];
  /** Remembers a value that is changed in bulk. */
  remember(entity: EntityTarget<ObjectLiteral & { id: string }>, row: ObjectLiteral & { id: string }, column: string, value: unknown): void;
  /** Changes one value and remembers what it was, for undoing. */
  set<E extends ObjectLiteral & { id: string }>(entity: EntityTarget<E>, row: E, column: keyof E & string, value: unknown): Promise<void>;
}

/** How one column that refers to an employer, a branch or a contact person behaves in a merge. A test finds columns that are not here. */
export interface MergeEntry {
  entity: Function;
  column: string;
  /**
   * `alias`: holds an alias, so it stays as it is. `moved`: holds the employer, so it is pointed to the survivor; whoever writes
   * such a row holds the employer (`lockEmployer`). `follows`: refers to a row that moves itself. `kept`: history. `rebuilt`: made again.
   */
  how: 'alias' | 'moved' | 'follows' | 'kept' | 'rebuilt';
  /** What both have and only one can (such as an account owner): without a choice in the input the merge is refused. */
  toChoose?(tx: ReadTx, survivorId: string, vanishingId: string, day: string): Promise<MergeDemand[]>;
  /** Settles what cannot be twice at one employer, after everything has moved. Gives Dutch lines for the coordinator. */
  afterMerge?(tx: WriteTx, merging: Merging): Promise<string[]>;
}

export const mergeRegistry: readonly MergeEntry[] = [
  { entity: EmployerAlias, column: 'employerId', how: 'moved' },
  { entity: Employer, column: 'parentId', how: 'moved' },
  { entity: Employer, column: 'mergedIntoId', how: 'moved' },
  { entity: ShelteredEmployment, column: 'employerAliasId', how: 'alias' },
  { entity: WorkGroup, column: 'employerAliasId', how: 'alias' },
  { entity: Branch, column: 'employerId', how: 'moved', afterMerge: oneMainBranch },
  { entity: ContactPerson, column: 'employerId', how: 'moved', afterMerge: joinPersons },
  { entity: ContactPerson, column: 'branchId', how: 'follows' },
  { entity: ContactPerson, column: 'mergedIntoId', how: 'follows' },
  { entity: ContactMoment, column: 'employerAliasId', how: 'alias' },
  { entity: ContactMoment, column: 'contactPersonId', how: 'follows' },
  { entity: Placement, column: 'employerAliasId', how: 'alias' },
  { entity: Placement, column: 'branchId', how: 'follows' },
  // Before the plans: work that goes to one owner clashes no more.
  { entity: Account, column: 'employerAliasId', how: 'alias', toChoose: chooseOwners, afterMerge: joinAccounts },
  { entity: ContactPlan, column: 'employerAliasId', how: 'alias', afterMerge: clashingPlans },
  { entity: ContactPlan, column: 'branchId', how: 'follows' },
  { entity: ContactPlan, column: 'contactPersonId', how: 'follows' },
  { entity: ContactAttempt, column: 'employerAliasId', how: 'alias' },
  { entity: Account, column: 'branchId', how: 'follows' },
  { entity: Task, column: 'employerAliasId', how: 'alias' },
  { entity: Vacancy, column: 'employerAliasId', how: 'alias' },
  { entity: Vacancy, column: 'branchId', how: 'follows' },
  { entity: Proposal, column: 'employerAliasId', how: 'alias' },
  { entity: Secondment, column: 'employerAliasId', how: 'alias' },
  { entity: Secondment, column: 'branchId', how: 'follows' },
  { entity: EmployerMatch, column: 'employerId', how: 'rebuilt' },
  { entity: DuplicateSignal, column: 'firstId', how: 'kept' },
  { entity: DuplicateSignal, column: 'secondId', how: 'kept' },
  { entity: EmployerMerge, column: 'survivorId', how: 'kept' },
  { entity: EmployerMerge, column: 'vanishedId', how: 'kept' },
];
