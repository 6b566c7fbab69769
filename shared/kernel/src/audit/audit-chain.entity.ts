import { Column, Entity, PrimaryColumn } from 'typeorm';
import { optional, varchar } from '../persistence/columns.ts';

/** Where the chain of the audit ends and begins: one row, locked by whoever seals or removes. */
@Entity({ name: 'audit_chain' })
export class AuditChain {
  @PrimaryColumn({ type: 'int' }) id!: number;
  /** Of the newest sealed row. */
  @Column({ type: 'int' }) position!: number;
  @Column(varchar(64)) hash!: string;
  /** The same, signed (JWS); null before the first start. */
  @Column(optional({ type: 'text' })) head!: string | null;
  /** Up to where retention has removed rows, signed (JWS); null while nothing went. */
  @Column(optional({ type: 'text' })) base!: string | null;
}
