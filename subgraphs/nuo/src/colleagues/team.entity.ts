import { idColumn, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Colleague, colleagueIdColumn } from './colleague.entity.ts';

/** People who share work, such as a sector or a municipality. */
@Entity({ name: 'team' })
@Index('uq_team_name', ['nameKey'], { unique: true })
export class Team {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(120)) name!: string;
  /** The name in lower case: two teams that differ in capitals only are one. */
  @Column(varchar(120)) nameKey!: string;
  @Column({ type: 'int' }) version!: number;
}

@Entity({ name: 'team_member' })
export class TeamMember {
  @ForeignKey(() => Team, { name: 'fk_team_member_team' })
  @PrimaryColumn(idColumn)
  teamId!: string;
  @Index('ix_team_member_colleague')
  @ForeignKey(() => Colleague, { name: 'fk_team_member_colleague' })
  @PrimaryColumn(colleagueIdColumn)
  colleagueId!: string;
}
