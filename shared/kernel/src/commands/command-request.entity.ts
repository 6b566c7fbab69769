import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn, optional, varchar } from '../persistence/columns.ts';

/** A command that was carried out, so that sending it again gives the same answer and no second effect. */
@Entity({ name: 'command_request' })
export class CommandRequest {
  @PrimaryColumn(varchar(4)) organisation!: string;
  @PrimaryColumn(varchar(64)) employeeId!: string;
  @PrimaryColumn(varchar(64)) requestId!: string;
  @Column(varchar(80)) command!: string;
  /** HMAC-SHA-256 of the command and its input: an input may hold a BSN and is not kept. */
  @Column(varchar(64)) fingerprint!: string;
  @Column(optional({ type: 'simple-json' })) answer!: object | null;
  @Column(instantColumn) at!: Date;
}
