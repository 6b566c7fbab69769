import { Guard, type Municipality, type Reference, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, Directive, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { municipalUnion } from '../clients/answer-union.ts';
import { readClient } from '../clients/client.policy.ts';
import { loadClient } from '../clients/client.store.ts';
import type { CandidateRow } from './candidate.entity.ts';
import { readCandidate, saveCandidateAction } from './candidate.policy.ts';
import { candidateOf, inDoelgroepregister, loadCandidate } from './candidate.store.ts';
import { Candidate, CandidateVersionConflict, NoCandidate, SaveCandidateInput, VisibilityEnum, WithdrawCandidateInput } from './candidate.types.ts';
import { saveCandidate } from './save-candidate.ts';
import { CandidateSupply, SupplyFacts } from './supply.types.ts';
import { vacancyCandidates } from './vacancy-candidates.ts';
import { withdrawCandidate } from './withdraw-candidate.ts';

export interface CandidateParts {
  types: Function[];
  resolvers: Function[];
  references: Record<string, Reference>;
}

@Resolver(() => SupplyFacts)
class SupplyFactsResolver {
  @FieldResolver(() => Boolean, { nullable: true })
  inDoelgroepregister(@Root() row: CandidateRow, @Ctx() ctx: RequestContext): Promise<boolean | null> {
    return inDoelgroepregister(ctx, row.clientId);
  }
}

/** The candidates of one municipality: its concrete types, on its client and its commands. */
export const candidateParts = (municipality: Municipality, clientType: Function, commandsType: Function): CandidateParts => {
  const { name } = municipality;
  @ObjectType(`${name}Candidate`, { implements: Candidate, description: `A candidate of Werkplein ${name}.` })
  @Directive('@key(fields: "id")')
  class MunicipalCandidate {
    @Field(() => VisibilityEnum, { description: 'Who may see this profile.' }) visibility!: string;
  }

  const saved = (kind: string, description: string): Function => {
    @ObjectType(`${name}${kind}`, { description })
    class Saved {
      clientId!: string;
      @Field(() => MunicipalCandidate, { nullable: true })
      candidate(@Ctx() ctx: RequestContext): Promise<CandidateRow | null> {
        return candidateOf(ctx, this.clientId);
      }
    }
    return Saved;
  };
  const CandidateSaved = saved('CandidateSaved', 'The profile as saved.');
  const SaveResult = municipalUnion(name, 'SaveCandidateResult', { CandidateSaved }, CandidateVersionConflict);
  const CandidateWithdrawn = saved('CandidateWithdrawn', 'Nobody finds this client as a candidate any more.');
  const WithdrawResult = municipalUnion(name, 'WithdrawCandidateResult', { CandidateWithdrawn }, NoCandidate);

  @Resolver(() => MunicipalCandidate)
  class CandidateFieldsResolver {
    @Guard(saveCandidateAction)
    @FieldResolver(() => Int, { nullable: true, description: 'Send it as `expectedVersion` when saving.' })
    version(@Root() row: CandidateRow): number {
      return row.version;
    }
    @FieldResolver(() => CandidateSupply, { nullable: true })
    supply(@Root() row: CandidateRow): CandidateSupply {
      return { candidateId: row.id, facts: row };
    }
    @FieldResolver(() => Boolean, { nullable: true })
    inDoelgroepregister(@Root() row: CandidateRow, @Ctx() ctx: RequestContext): Promise<boolean | null> {
      return inDoelgroepregister(ctx, row.clientId);
    }
    @Guard(readClient)
    @FieldResolver(() => clientType as never, { nullable: true, description: 'Who it is: for the own Werkplein, and for whom a disclosure lets know.' })
    client(@Root() row: CandidateRow, @Ctx() ctx: RequestContext): Promise<object | null> {
      return loadClient(ctx, row.clientId);
    }
  }

  @Resolver(() => clientType as never)
  class ClientCandidateResolver {
    @Guard(readCandidate)
    @FieldResolver(() => MunicipalCandidate, { nullable: true, description: 'What this client offers an employer; null without an open profile.' })
    candidate(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<CandidateRow | null> {
      return candidateOf(ctx, client.id);
    }
  }

  @Resolver(() => commandsType as never)
  class CandidateCommandsResolver {
    @Guard(saveCandidateAction)
    @FieldResolver(() => SaveResult as never, { nullable: true, description: 'Makes or replaces the profile of a client with an open dossier.' })
    saveCandidate(@Ctx() ctx: RequestContext, @Arg('input', () => SaveCandidateInput) input: SaveCandidateInput): Promise<object> {
      return saveCandidate(ctx, input);
    }
    @Guard(saveCandidateAction)
    @FieldResolver(() => WithdrawResult as never, { nullable: true })
    withdrawCandidate(@Ctx() ctx: RequestContext, @Arg('input', () => WithdrawCandidateInput) input: WithdrawCandidateInput): Promise<object> {
      return withdrawCandidate(ctx, input);
    }
  }

  const vacancy = vacancyCandidates(municipality, MunicipalCandidate);
  return {
    types: [MunicipalCandidate, vacancy.type],
    resolvers: [SupplyFactsResolver, CandidateFieldsResolver, ClientCandidateResolver, CandidateCommandsResolver, vacancy.resolver],
    references: {
      [`${name}Candidate`]: { action: readCandidate, key: 'id', load: loadCandidate },
      // Handed over, never taken back: what a caller makes up is not told again as if it were ours.
      CandidateSupply: { action: readCandidate, key: 'candidateId', load: async () => null },
      ...vacancy.references,
    },
  };
};
