import {
  buildSubgraph,
  type Entity,
  Guard,
  type Migration,
  OinScalar,
  PageInfo,
  PhoneNumberScalar,
  type RequestContext,
  type Subgraph,
  type SubjectRegistry,
} from '@werkplein/kernel';
import { Arg, Ctx, Directive, Field, FieldResolver, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { type BsnVault, bsnVault } from '../bsn/index.ts';
import { CandidateRow } from '../candidates/candidate.entity.ts';
import { candidateMigrations } from '../candidates/candidate.migrations.ts';
import { candidateParts } from '../candidates/candidate.resolver.ts';
import { ClientRow } from '../clients/client.entity.ts';
import { commandClients, correctClientAction, listClients as listClientsAction, readClient, registerClientAction } from '../clients/client.policy.ts';
import { clientAccessLogField } from '../clients/client-access-log.ts';
import { bsnField, ClientFields } from '../clients/client.resolver.ts';
import { loadClient } from '../clients/client.store.ts';
import { Address, Client, ClientConnection, ClientFilter, CorrectClientInput, RegisterClientInput } from '../clients/client.types.ts';
import { correctClient } from '../clients/correct-client.ts';
import { type ClientPage, listClients } from '../clients/list-clients.ts';
import { registerClient } from '../clients/register-client.ts';
import { DecisionRow } from '../decisions/decision.entity.ts';
import { decisionMigrations } from '../decisions/decision.migrations.ts';
import { decisionParts } from '../decisions/decision.resolver.ts';
import { DisclosureRow } from '../disclosures/disclosure.entity.ts';
import { disclosureMigrations } from '../disclosures/disclosure.migrations.ts';
import { disclosureParts } from '../disclosures/disclosure.resolver.ts';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { setDoelgroepAxisAction } from '../doelgroep/doelgroep.policy.ts';
import { SetDoelgroepAxisInput } from '../doelgroep/doelgroep.types.ts';
import { setDoelgroepAxis } from '../doelgroep/set-doelgroep-axis.ts';
import { assignKlantregisseur } from '../dossiers/assign-klantregisseur.ts';
import { changeDossierStatus } from '../dossiers/change-dossier-status.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { assignKlantregisseurAction, changeDossierStatusAction } from '../dossiers/dossier.policy.ts';
import { AssignKlantregisseurInput, ChangeDossierStatusInput } from '../dossiers/dossier.types.ts';
import { LadderRow } from '../ladder/ladder.entity.ts';
import { ladderMigrations } from '../ladder/ladder.migrations.ts';
import { ladderParts } from '../ladder/ladder.resolver.ts';
import { planEvaluationsDue } from '../plans/plan-evaluations-due.ts';
import { PlanEvaluationRow, PlanRow } from '../plans/plan.entity.ts';
import { planMigrations } from '../plans/plan.migrations.ts';
import { planParts } from '../plans/plan.resolver.ts';
import { LawParameterRow } from '../law-parameters/law-parameter.entity.ts';
import { lawParameterMigrations } from '../law-parameters/law-parameter.migrations.ts';
import { lawFields } from '../law-parameters/law-parameter.resolver.ts';
import { dueLoonwaardeFields } from '../loonwaarde/due-loonwaarde.resolver.ts';
import { LoonwaardeRow } from '../loonwaarde/loonwaarde.entity.ts';
import { loonwaardeMigrations } from '../loonwaarde/loonwaarde.migrations.ts';
import { loonwaardeParts } from '../loonwaarde/loonwaarde.resolver.ts';
import { figureActions, figureFields } from '@werkplein/indicators';
import { evaluators } from '../figures/evaluators.ts';
import { commandResults } from './results.ts';
import { subjectFields } from './subjects.resolver.ts';
import { werkpleinRegistry } from './subjects.ts';
import { werkpleinMigrations } from './werkplein.migrations.ts';
import { readWerkplein } from './werkplein.policy.ts';
import { CatalogueProvision, Werkplein, type WerkpleinFacts, WerkpleinTerms } from './werkplein.types.ts';

/** Everything that one municipality's subgraph is made of. */
export interface WerkpleinModule {
  facts: WerkpleinFacts;
  vault: BsnVault;
  subgraph: Subgraph;
  entities: readonly Entity[];
  migrations: readonly Migration[];
  subjects: SubjectRegistry;
}

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
];

const PAGE_DEFAULT = 50;

/**
 * The client-regie module for one municipality. Types that carry the municipality's name are declared here, anew for each:
 * federation routes by type name, never by the value of a key.
 */
export const createWerkplein = (facts: WerkpleinFacts, vault: BsnVault = bsnVault(facts.municipality)): WerkpleinModule => {
  const { code, name, field } = facts.municipality;

  @ObjectType(`${name}Client`, { implements: Client, description: `A client of Werkplein ${name}.` })
  @Directive('@key(fields: "id")')
  class MunicipalClient {}

  @ObjectType(`${name}ClientConnection`, { implements: ClientConnection, description: `A page of clients of Werkplein ${name}, by family name.` })
  class MunicipalClientConnection {
    show!: () => MunicipalClient[];
    @Field(() => [MunicipalClient])
    nodes(): MunicipalClient[] {
      return this.show();
    }
    @Field(() => PageInfo) pageInfo!: PageInfo;
    count!: () => Promise<number>;
    @Field(() => Int, { description: 'How many there are on all pages; counted only when asked for.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }

  @ObjectType(`${name}Werkplein`, { implements: Werkplein, description: `Werkplein ${name}.` })
  @Directive('@key(fields: "municipality")')
  class MunicipalWerkplein {
    @Field(() => String) name!: string;
    @Field(() => OinScalar) oin!: string;
    @Field(() => Address) address!: Address;
    @Field(() => PhoneNumberScalar) phone!: string;
    @Field(() => String) email!: string;
    @Field(() => [CatalogueProvision]) provisionsCatalogue!: readonly CatalogueProvision[];
    @Field(() => WerkpleinTerms) terms!: WerkpleinTerms;
  }

  @ObjectType(`${name}Commands`, { description: `Commands about clients of Werkplein ${name}; one in each request.` })
  class MunicipalCommands {}

  const { postcode, city, phone, email, oin, provisionsCatalogue, terms } = facts;
  const werkplein = {
    municipality: code,
    name: `Werkplein ${name}`,
    oin,
    phone,
    email,
    provisionsCatalogue,
    terms,
    address: { ...facts.address, postcode, city },
  };
  const results = commandResults(name, MunicipalClient);

  @Resolver(() => MunicipalWerkplein)
  class WerkpleinFields {
    @Guard(readWerkplein)
    @Query(() => MunicipalWerkplein, { name: field, nullable: true })
    root(): object {
      return werkplein;
    }
    @Guard(listClientsAction)
    @FieldResolver(() => MunicipalClientConnection, { nullable: true, description: 'Clients of this Werkplein, by family name.' })
    clients(
      @Ctx() ctx: RequestContext,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
      @Arg('filter', () => ClientFilter, { nullable: true }) filter?: ClientFilter,
    ): Promise<ClientPage> {
      return listClients(ctx, vault, { first, after: after ?? null, filter: filter ?? null });
    }
    @Guard(listClientsAction)
    @FieldResolver(() => MunicipalClientConnection, { nullable: true, description: 'Clients of whose open dossier the caller is klantregisseur.' })
    caseload(
      @Ctx() ctx: RequestContext,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
      @Arg('filter', () => ClientFilter, { nullable: true }) filter?: ClientFilter,
    ): Promise<ClientPage> {
      return listClients(ctx, vault, { first, after: after ?? null, filter: { ...filter, mine: true } });
    }
  }

  @Resolver(() => MunicipalCommands)
  class Commands {
    @Guard(commandClients)
    @Mutation(() => MunicipalCommands, { name: field })
    root(): object {
      return {};
    }
    @Guard(registerClientAction)
    @FieldResolver(() => results.registerClient as never, { nullable: true })
    registerClient(@Ctx() ctx: RequestContext, @Arg('input', () => RegisterClientInput) input: RegisterClientInput): Promise<object> {
      return registerClient(ctx, vault, input);
    }
    @Guard(correctClientAction)
    @FieldResolver(() => results.correctClient as never, { nullable: true })
    correctClient(@Ctx() ctx: RequestContext, @Arg('input', () => CorrectClientInput) input: CorrectClientInput): Promise<object> {
      return correctClient(ctx, vault, input);
    }
    @Guard(assignKlantregisseurAction)
    @FieldResolver(() => results.assignKlantregisseur as never, { nullable: true })
    assignKlantregisseur(@Ctx() ctx: RequestContext, @Arg('input', () => AssignKlantregisseurInput) input: AssignKlantregisseurInput): Promise<object> {
      return assignKlantregisseur(ctx, input);
    }
    @Guard(changeDossierStatusAction)
    @FieldResolver(() => results.changeDossierStatus as never, { nullable: true })
    changeDossierStatus(@Ctx() ctx: RequestContext, @Arg('input', () => ChangeDossierStatusInput) input: ChangeDossierStatusInput): Promise<object> {
      return changeDossierStatus(ctx, input);
    }
    @Guard(setDoelgroepAxisAction)
    @FieldResolver(() => results.setDoelgroepAxis as never, { nullable: true })
    setDoelgroepAxis(@Ctx() ctx: RequestContext, @Arg('input', () => SetDoelgroepAxisInput) input: SetDoelgroepAxisInput): Promise<object> {
      return setDoelgroepAxis(ctx, input);
    }
  }

  const candidates = candidateParts(facts.municipality, MunicipalClient, MunicipalCommands);
  const subjects = werkpleinRegistry(vault);
  const subgraph = buildSubgraph({
    resolvers: [
      WerkpleinFields,
      clientAccessLogField(MunicipalWerkplein),
      lawFields(MunicipalWerkplein),
      Commands,
      ...subjectFields(MunicipalWerkplein, MunicipalCommands, subjects),
      ClientFields,
      bsnField(MunicipalClient, (id, cipher) => vault.open(id, cipher)),
      ...candidates.resolvers,
      ...disclosureParts(facts, MunicipalCommands),
      ...planParts(facts, MunicipalCommands),
      ...planEvaluationsDue(facts.municipality, MunicipalClient, MunicipalWerkplein),
      ...ladderParts(MunicipalCommands),
      ...decisionParts(facts.municipality, MunicipalClient, MunicipalCommands),
      ...dueLoonwaardeFields(facts.municipality, MunicipalWerkplein, MunicipalClient),
      ...loonwaardeParts(facts.municipality, MunicipalClient, MunicipalCommands),
      ...figureFields(field, evaluators, figureActions),
    ],
    orphanedTypes: [...candidates.types, MunicipalClient, MunicipalClientConnection, MunicipalWerkplein],
    references: {
      ...candidates.references,
      [`${name}Client`]: { action: readClient, key: 'id', load: loadClient },
      [`${name}Werkplein`]: { action: readWerkplein, key: 'municipality', load: async (_ctx, municipality) => (municipality === code ? werkplein : null) },
    },
  });
  return {
    facts,
    vault,
    subgraph,
    entities: werkpleinEntities,
    migrations: [
      ...werkpleinMigrations,
      ...candidateMigrations,
      ...disclosureMigrations,
      ...planMigrations,
      ...ladderMigrations,
      ...lawParameterMigrations,
      ...loonwaardeMigrations,
      ...decisionMigrations,
    ],
    subjects,
  };
};
