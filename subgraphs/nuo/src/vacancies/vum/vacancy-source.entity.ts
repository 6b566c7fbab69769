import { idColumn, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Vacancy } from '../vacancy.entity.ts';

/** Under which id another party knows a vacancy that came from it: by that it is found again. */
@Entity({ name: 'vacancy_source' })
export class VacancySource {
  /** `VUM:` and the OIN of the party. */
  @PrimaryColumn(varchar(24)) sourceSystem!: string;
  @PrimaryColumn(varchar(200)) sourceKey!: string;
  @Index('ix_vacancy_source_vacancy')
  @ForeignKey(() => Vacancy, { name: 'fk_vacancy_source_vacancy' })
  @Column(idColumn)
  vacancyId!: string;
  /** Of the facts as they last came: other facts are news of the party, and not what we changed ourselves. */
  @Column(varchar(64)) digest!: string;
}
