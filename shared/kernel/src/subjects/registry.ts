import type { Activity } from '../processing/activity.ts';
import type { ReadTx, WriteTx } from '../persistence/transactions.ts';
import type { RequestContext } from '../server/context.ts';
import type { FoundRow } from './remove-rows.ts';

/** A class with @Entity. */
type Table = Function;

/** A table of which rows go when their term is over. */
export interface RetainedTable {
  entity: Table;
  /** Kind of object in `retention_term`; without a row there nothing of it is ever removed. */
  kind: string;
  /** Dutch, for reports and the export. */
  title: string;
  /** SQL over the row `t`: the day or instant at which the term starts; null while it has not. */
  starts: string;
  startsAt: 'day' | 'instant';
  /** SQL over the row `t`: while it holds the row stays, whatever its term. */
  held?: string;
  /** Removes rows that are due by this SQL, at most `limit`, where their order matters; without it any that are due go. */
  remove?(tx: WriteTx, ctx: RequestContext, due: [sql: string, parameters: object], limit: number): Promise<FoundRow[]>;
  /** Detaches rows that refer to those that are about to go. */
  before?(tx: WriteTx, ids: readonly string[]): Promise<void>;
}

/** What the row `t` belongs to: the `id` that its column `by` holds is of `table`, and there `column` holds the id of the person. */
export interface ThroughRow {
  by: string;
  table: string;
  column: string;
}

/** A table with data of a person. */
export interface SubjectTable extends RetainedTable {
  /** Whom the row is about: SQL over the row `t` for the id of the person, or the row that it belongs to, of which a column has it. */
  subject: string | ThroughRow;
  /** At an erasure the row goes, or loses these columns and stays because it is somebody else's too. */
  erasure: 'delete' | { detach: readonly string[] };
  /** Dutch words for columns; a column without one is exported under its own name, so that none is forgotten. */
  labels?: Readonly<Record<string, string>>;
  /** Columns that hold no data of the person, or only in another form. */
  hidden?: readonly string[];
  /** What the export shows instead of or beside the columns. */
  show?(row: never): Record<string, unknown>;
  /** What is shown masked → the column by which a change of it is seen. */
  masked?: Readonly<Record<string, string>>;
}

/** To whom data went (AVG art. 15 lid 1 onder c and art. 19). */
export interface Recipient {
  organisation: string;
  what: string;
  purpose: string;
  from: string;
  until: string | null;
}

/** A kind of person of whom this organisation holds data. */
export interface SubjectKind {
  /** e.g. `client`; also the option of the command line. */
  name: string;
  title: string;
  /** Dependent tables first; the row of the person itself last. */
  tables: readonly SubjectTable[];
  accessing(ctx: RequestContext): Activity;
  erasing(ctx: RequestContext): Activity;
  /** Every id under which this person is known, for a kind of which two rows can be one person; without it the id alone. */
  idsOf?(tx: ReadTx, subjectId: string): Promise<string[]>;
  recipients(tx: ReadTx, subjectId: string): Promise<Recipient[]>;
  /** A number in the person's row that the tombstone keeps hashed. */
  number?(row: never): string | null;
  /** Ids of who has this BSN, and the number as `number` gives it. */
  byBsn?(tx: ReadTx, bsn: string): Promise<{ ids: string[]; number: string }>;
}

/** A command that corrects what is held (AVG art. 16), as the command line gives it. */
export interface Rectification {
  /** What is corrected; also the option of the command line, e.g. `contact-moment`. */
  name: string;
  /** The GraphQL input of the command, and its field for the id. */
  input: string;
  idField: string;
  /** What is there: `expectedVersion` of what has a version, and the facts that the command wants whole. Null for an unknown id. */
  asIs(tx: ReadTx, id: string): Promise<Record<string, unknown> | null>;
  correct(ctx: RequestContext, input: never): Promise<{ __typename: string }>;
  /** The `__typename` of an answer that corrected; any other refuses. */
  corrected: string;
  /** Where the correction shows: rows of these tables about these ids. */
  shows(tx: ReadTx, id: string): Promise<{ tables: readonly SubjectTable[]; ids: string[] }>;
  recipients(tx: ReadTx, id: string): Promise<Recipient[]>;
}

/** Every table of one organisation: of whom it holds data, how long, and what happens at the end. */
export interface SubjectRegistry {
  subjects: readonly SubjectKind[];
  /** Tables about no subject in particular that go by term. */
  retained: readonly RetainedTable[];
  rectifications: readonly Rectification[];
  /** Tables without a term of their own, with the reason: no personal data, or they go with another table. */
  impersonal: ReadonlyMap<Table, string>;
}

export const idsOf = async (kind: SubjectKind, tx: ReadTx, subjectId: string): Promise<string[]> => (await kind.idsOf?.(tx, subjectId)) ?? [subjectId];

/** SQL over the row `t`: id of the person it is about. */
export const subjectOf = ({ subject }: SubjectTable): string =>
  typeof subject === 'string' ? subject : `(SELECT o.${subject.column} FROM ${subject.table} o WHERE o.id = t.${subject.by})`;

/** SQL over the row `t`: that it is about one of `:...ids`. It starts from the persons, so that indexes lead to their rows. */
export const isOfSubjects = ({ subject }: SubjectTable): string =>
  typeof subject === 'string' ? `(${subject}) IN (:...ids)` : `t.${subject.by} IN (SELECT o.id FROM ${subject.table} o WHERE o.${subject.column} IN (:...ids))`;

/** The table that holds the person itself. */
export const personTable = (kind: SubjectKind): SubjectTable => kind.tables.at(-1) as SubjectTable;

/** Tables in the order in which rows can go; a table of two kinds of person once. */
export const removalOrder = (registry: SubjectRegistry): RetainedTable[] => {
  const seen = new Map<Table, RetainedTable>();
  for (const table of [...registry.subjects.flatMap(({ tables }) => tables), ...registry.retained]) if (!seen.has(table.entity)) seen.set(table.entity, table);
  return [...seen.values()];
};

/** Entities that nobody gave a place: with one of these, export, erasure and retention would be incomplete. */
export const unplaced = (registry: SubjectRegistry, entities: readonly unknown[]): string[] => {
  const placed = new Set<unknown>([...removalOrder(registry).map(({ entity }) => entity), ...registry.impersonal.keys()]);
  return entities.filter((entity) => !placed.has(entity)).map((entity) => (entity as Function).name);
};
