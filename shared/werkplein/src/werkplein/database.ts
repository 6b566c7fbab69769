import type { Entity, Migration } from '@werkplein/kernel';
import { CandidateRow } from '../candidates/candidate.entity.ts';
import { candidateMigrations } from '../candidates/candidate.migrations.ts';
import { ClientRow } from '../clients/client.entity.ts';
import { DecisionRow } from '../decisions/decision.entity.ts';
import { decisionMigrations } from '../decisions/decision.migrations.ts';
import { DisclosureRow } from '../disclosures/disclosure.entity.ts';
import { disclosureMigrations } from '../disclosures/disclosure.migrations.ts';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { doelgroepMigrations } from '../doelgroep/doelgroep.migrations.ts';
import { DossierRow, DossierStepRow } from '../dossiers/dossier.entity.ts';
import { dossierMigrations } from '../dossiers/dossier.migrations.ts';
import { CarriedExemptionRow, ExemptionRow } from '../exemptions/exemption.entity.ts';
import { exemptionMigrations } from '../exemptions/exemption.migrations.ts';
import { LadderRow } from '../ladder/ladder.entity.ts';
import { ladderMigrations } from '../ladder/ladder.migrations.ts';
import { OutflowFollowUpRow } from '../outflow/follow-up.entity.ts';
import { followUpMigrations } from '../outflow/follow-up.migrations.ts';
import { PlanEvaluationRow, PlanRow } from '../plans/plan.entity.ts';
import { planMigrations } from '../plans/plan.migrations.ts';
import { LawParameterRow } from '../law-parameters/law-parameter.entity.ts';
import { lawParameterMigrations } from '../law-parameters/law-parameter.migrations.ts';
import { LoonwaardeRow } from '../loonwaarde/loonwaarde.entity.ts';
import { loonwaardeMigrations } from '../loonwaarde/loonwaarde.migrations.ts';
import { PersonTokenRow } from '../person-tokens/person-token.entity.ts';
import { personTokenMigrations } from '../person-tokens/person-token.migrations.ts';
import { TransferRow } from '../transfers/transfer.entity.ts';
import { transferMigrations } from '../transfers/transfer.migrations.ts';
import { ProvisionMilestoneRow, ProvisionRow, ProvisionUseRow } from '../provisions/provision.entity.ts';
import { provisionMigrations } from '../provisions/provision.migrations.ts';
import { ResponsibilityRow } from '../responsibility/responsibility.entity.ts';
import { responsibilityMigrations } from '../responsibility/responsibility.migrations.ts';
import { SrgDeliveryRow } from '../srg/srg-delivery.entity.ts';
import { srgMigrations } from '../srg/srg-delivery.migrations.ts';
import { StatisticsCodeRow } from '../statistics-codes/statistics-code.entity.ts';
import { statisticsCodeMigrations } from '../statistics-codes/statistics-code.migrations.ts';
import { werkpleinMigrations } from './werkplein.migrations.ts';

/** The same for every Werkplein: the tables of a database. */
export const werkpleinEntities: readonly Entity[] = [
  ClientRow,
  DossierRow,
  DoelgroepRow,
  DisclosureRow,
  CandidateRow,
  PlanRow,
  PlanEvaluationRow,
  LadderRow,
  LawParameterRow,
  LoonwaardeRow,
  DecisionRow,
  TransferRow,
  PersonTokenRow,
  DossierStepRow,
  ResponsibilityRow,
  OutflowFollowUpRow,
  ProvisionRow,
  ProvisionUseRow,
  ProvisionMilestoneRow,
  ExemptionRow,
  CarriedExemptionRow,
  StatisticsCodeRow,
  SrgDeliveryRow,
];

/** How those tables came to be, in order of their numbers. */
export const allMigrations: readonly Migration[] = [
  ...werkpleinMigrations,
  ...candidateMigrations,
  ...disclosureMigrations,
  ...planMigrations,
  ...ladderMigrations,
  ...lawParameterMigrations,
  ...loonwaardeMigrations,
  ...decisionMigrations,
  ...transferMigrations,
  ...personTokenMigrations,
  ...dossierMigrations,
  ...responsibilityMigrations,
  ...followUpMigrations,
  ...doelgroepMigrations,
  ...provisionMigrations,
  ...exemptionMigrations,
  ...statisticsCodeMigrations,
  ...srgMigrations,
];
