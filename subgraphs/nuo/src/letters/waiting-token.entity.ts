import { column, createTable, idColumn, instantColumn, type Migration, varchar } from '@werkplein/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person token of a client who is no participant yet; gone when they are. */
@Entity({ name: 'waiting_token' })
export class WaitingToken {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(100)) token!: string;
  @Index('ix_waiting_token_received')
  @Column(instantColumn)
  receivedAt!: Date;
}

export const waitingTokenMigrations: readonly Migration[] = [
  createTable(1764460000024, 'waiting_token', {
    columns: { id: column.id, token: column.varchar(100), receivedAt: column.instant },
    primary: ['id'],
    indices: { ix_waiting_token_received: ['receivedAt'] },
  }),
];
