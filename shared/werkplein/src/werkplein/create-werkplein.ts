import {
  buildSubgraph,
  type Entity,
  type LetterService,
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
import { beschutFields } from '../beschut/beschut.resolver.ts';
import type { BsnVault } from '../bsn/index.ts';
import { candidateParts } from '../candidates/candidate.resolver.ts';
import { commandClients, correctClientAction, listClients as listClientsAction, readClient, registerClientAction } from '../clients/client.policy.ts';
import { clientAccessLogField } from '../clients/client-access-log.ts';
import { bsnField, ClientFields } from '../clients/client.resolver.ts';
import { loadClient } from '../clients/client.store.ts';
import { Address, Client, ClientConnection, ClientFilter, CorrectClientInput, RegisterClientInput } from '../clients/client.types.ts';
import { correctClient } from '../clients/correct-client.ts';
import { type ClientPage, listClients } from '../clients/list-clients.ts';
import { registerClient } from '../clients/register-client.ts';
import { deadlineFields } from '../deadlines/deadline.resolver.ts';
import { decisionParts } from '../decisions/decision.resolver.ts';
import { disclosureParts } from '../disclosures/disclosure.resolver.ts';
import { setDoelgroepAxisAction } from '../doelgroep/doelgroep.policy.ts';
import { SetDoelgroepAxisInput } from '../doelgroep/doelgroep.types.ts';
import { setDoelgroepAxis } from '../doelgroep/set-doelgroep-axis.ts';
import { placementConfirmation } from '../dossiers/placement-confirmation.ts';
import { dossierParts } from '../dossiers/dossier.resolver.ts';
import { exemptionParts } from '../exemptions/exemption.resolver.ts';
import { ladderParts } from '../ladder/ladder.resolver.ts';
import { followUpParts } from '../outflow/follow-up.resolver.ts';
import { followUpsDueFields } from '../outflow/follow-ups-due.resolver.ts';
import { planEvaluationsDue } from '../plans/plan-evaluations-due.ts';
import { planParts } from '../plans/plan.resolver.ts';
import { lawFields } from '../law-parameters/law-parameter.resolver.ts';
import { dueLoonwaardeFields } from '../loonwaarde/due-loonwaarde.resolver.ts';
import { loonwaardeParts } from '../loonwaarde/loonwaarde.resolver.ts';
import { provisionParts } from '../provisions/provision.resolver.ts';
import { klantregisseurFields } from '../responsibility/klantregisseurs.resolver.ts';
import { ClientResponsibilityFields } from '../responsibility/responsibility.resolver.ts';
import { srgFields } from '../srg/srg.resolver.ts';
import { transferHandlers } from '../transfers/transfer.handlers.ts';
import { transferParts } from '../transfers/transfer.resolver.ts';
import { letterFields } from '../letters/letter.resolver.ts';
import { figureActions, figureFields } from '@werkplein/indicators';
import { evaluators } from '../figures/evaluators.ts';
import { clientOfFactField } from '../figures/client-of-fact.ts';
import { funnelFields } from '../figures/funnel.resolver.ts';
import { commandResults } from './results.ts';
import { subjectFields } from './subjects.resolver.ts';
import { allMigrations, werkpleinEntities } from './database.ts';
import { werkpleinRegistry } from './subjects.ts';
import { type WerkpleinKeys, werkpleinKeys } from './werkplein.keys.ts';
import { readWerkplein } from './werkplein.policy.ts';
import { CatalogueProvision, Werkplein, type WerkpleinFacts, WerkpleinTerms } from './werkplein.types.ts';

/** Everything that one municipality's subgraph is made of. */
export interface WerkpleinModule {
  facts: WerkpleinFacts;
  keys: WerkpleinKeys;
  vault: BsnVault;
  letters: LetterService;
  subgraph: Subgraph;
  entities: readonly Entity[];
  migrations: readonly Migration[];
  subjects: SubjectRegistry;
}

const PAGE_DEFAULT = 50;

/**
 * The client-regie module for one municipality. Types that carry the municipality's name are declared here, anew for each:
 * federation routes by type name, never by the value of a key.
 */
export const createWerkplein = (facts: WerkpleinFacts, keys: WerkpleinKeys = werkpleinKeys(facts.municipality)): WerkpleinModule => {
  const { code, name, field } = facts.municipality;
  const { vault } = keys;
  const parts = { facts, keys };

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
      return registerClient(ctx, vault, terms, input);
    }
    @Guard(correctClientAction)
    @FieldResolver(() => results.correctClient as never, { nullable: true })
    correctClient(@Ctx() ctx: RequestContext, @Arg('input', () => CorrectClientInput) input: CorrectClientInput): Promise<object> {
      return correctClient(ctx, keys, input);
    }
    @Guard(setDoelgroepAxisAction)
    @FieldResolver(() => results.setDoelgroepAxis as never, { nullable: true })
    setDoelgroepAxis(@Ctx() ctx: RequestContext, @Arg('input', () => SetDoelgroepAxisInput) input: SetDoelgroepAxisInput): Promise<object> {
      return setDoelgroepAxis(ctx, input);
    }
  }

  const placement = placementConfirmation(facts);
  const candidates = candidateParts(facts.municipality, MunicipalClient, MunicipalCommands);
  const subjects = werkpleinRegistry(keys);
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
      ...dossierParts(facts, MunicipalClient, MunicipalCommands),
      ClientResponsibilityFields,
      klantregisseurFields(MunicipalWerkplein),
      ...disclosureParts(facts, MunicipalCommands, keys),
      ...transferParts(parts, MunicipalClient, MunicipalWerkplein, MunicipalCommands),
      ...letterFields(MunicipalWerkplein, MunicipalCommands),
      ...planParts(facts, MunicipalCommands),
      ...planEvaluationsDue(facts.municipality, MunicipalClient, MunicipalWerkplein),
      ...ladderParts(MunicipalCommands),
      ...followUpParts(MunicipalCommands),
      followUpsDueFields(facts.municipality, MunicipalWerkplein, MunicipalClient),
      ...provisionParts(MunicipalCommands),
      ...exemptionParts(MunicipalCommands),
      ...decisionParts(facts.municipality, MunicipalClient, MunicipalCommands),
      ...dueLoonwaardeFields(facts.municipality, MunicipalWerkplein, MunicipalClient),
      ...deadlineFields(facts.municipality, MunicipalWerkplein, MunicipalClient),
      ...beschutFields(facts, MunicipalWerkplein, MunicipalClient),
      ...srgFields(facts.municipality, vault, MunicipalWerkplein, MunicipalCommands),
      placement.resolver,
      ...loonwaardeParts(facts.municipality, MunicipalClient, MunicipalCommands),
      ...figureFields(field, evaluators, figureActions),
      funnelFields(field),
      clientOfFactField(MunicipalWerkplein, MunicipalClient),
    ],
    orphanedTypes: [...candidates.types, placement.type, MunicipalClient, MunicipalClientConnection, MunicipalWerkplein],
    references: {
      ...candidates.references,
      ...placement.references,
      [`${name}Client`]: { action: readClient, key: 'id', load: loadClient },
      [`${name}Werkplein`]: { action: readWerkplein, key: 'municipality', load: async (_ctx, municipality) => (municipality === code ? werkplein : null) },
    },
  });
  return {
    facts,
    keys,
    vault,
    letters: { post: keys.post, handlers: transferHandlers(parts), sharedKeys: [keys.tokens.shared] },
    subgraph,
    entities: werkpleinEntities,
    migrations: allMigrations,
    subjects,
  };
};
