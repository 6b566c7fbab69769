import { Employee, employee, Guard, localDay, type RequestContext, StepRefused } from '@werkplein/kernel';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { answerUnion } from '../clients/answer-union.ts';
import { Client } from '../clients/client.types.ts';
import { DossierClosed } from '../dossiers/dossier.types.ts';
import type { TokenMaking } from '../person-tokens/tell-person-token.ts';
import type { WerkpleinFacts } from '../werkplein/werkplein.types.ts';
import { changeDisclosure } from './change-disclosure.ts';
import type { DisclosureRow } from './disclosure.entity.ts';
import { readDisclosures, shareWithNuoAction } from './disclosure.policy.ts';
import { type DisclosureState, disclosureStateOn } from './disclosure.rules.ts';
import { disclosuresOf } from './disclosure.store.ts';
import {
  AlreadyShared,
  ChangeDisclosureInput,
  Disclosure,
  DisclosureSaved,
  DisclosureStateEnum,
  DisclosureVersionConflict,
  DisclosureWithdrawn,
  NotShared,
  SharedWithNuo,
  ShareWithNuoInput,
  WithdrawDisclosureInput,
} from './disclosure.types.ts';
import { shareWithNuo } from './share-with-nuo.ts';
import { sharedWithNuo } from './shared-with-nuo.ts';
import { withdrawDisclosure } from './withdraw-disclosure.ts';

const ShareResult = answerUnion('ShareWithNuoResult', DisclosureSaved, AlreadyShared, DossierClosed);
const ChangeResult = answerUnion('ChangeDisclosureResult', DisclosureSaved, DisclosureVersionConflict, NotShared, StepRefused, DossierClosed);
const WithdrawResult = answerUnion('WithdrawDisclosureResult', DisclosureWithdrawn, NotShared, StepRefused);

@Resolver(() => Disclosure)
class DisclosureFields {
  @FieldResolver(() => Employee, { nullable: true })
  recordedBy(@Root() { recordedById, recordedByName }: DisclosureRow, @Ctx() ctx: RequestContext): Employee | null {
    return recordedById === null ? null : employee(recordedById, recordedByName ?? recordedById, ctx.home);
  }
  @FieldResolver(() => DisclosureStateEnum, { description: 'Where it is today.' })
  state(@Root() row: DisclosureRow, @Ctx() ctx: RequestContext): DisclosureState {
    return disclosureStateOn(row, localDay(ctx.clock()));
  }
}

const disclosureIn = (answerType: Function): Function => {
  @Resolver(() => answerType as never)
  class Answer {
    /** As it is now: of a repeated command too. */
    @FieldResolver(() => Disclosure, { nullable: true })
    async disclosure(@Root() answer: { clientId: string; disclosureId: string }, @Ctx() ctx: RequestContext): Promise<DisclosureRow | undefined> {
      return (await disclosuresOf(ctx, answer.clientId)).find(({ id }) => id === answer.disclosureId);
    }
  }
  return Answer;
};

@Resolver(() => Client)
class ClientDisclosureFields {
  @Guard(readDisclosures)
  @FieldResolver(() => [Disclosure], { nullable: true, description: 'What is and was shared with the NUO, newest first.' })
  disclosures(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<DisclosureRow[]> {
    return disclosuresOf(ctx, client.id);
  }
  @Guard(readDisclosures)
  @FieldResolver(() => SharedWithNuo, { nullable: true, description: 'What the NUO can see of this client today, and what it cannot.' })
  sharedWithNuo(@Root() client: { id: string }, @Ctx() ctx: RequestContext, @Info() info: GraphQLResolveInfo): Promise<SharedWithNuo> {
    return sharedWithNuo(ctx, info.schema, info.parentType, client.id);
  }
}

/** The disclosures of one municipality: its commands, within its own longest term. */
export const disclosureParts = ({ terms }: WerkpleinFacts, commandsType: Function, making: TokenMaking): Function[] => {
  @Resolver(() => commandsType as never)
  class DisclosureCommands {
    @Guard(shareWithNuoAction)
    @FieldResolver(() => ShareResult as never, { nullable: true, description: 'Shows the NUO parts of a client with an open dossier, until a day.' })
    shareWithNuo(@Ctx() ctx: RequestContext, @Arg('input', () => ShareWithNuoInput) input: ShareWithNuoInput): Promise<object> {
      return shareWithNuo(ctx, input, terms.disclosureMaxMonths, making);
    }
    @Guard(shareWithNuoAction)
    @FieldResolver(() => ChangeResult as never, { nullable: true, description: 'Shows the NUO more or less of a client, or longer or shorter.' })
    changeDisclosure(@Ctx() ctx: RequestContext, @Arg('input', () => ChangeDisclosureInput) input: ChangeDisclosureInput): Promise<object> {
      return changeDisclosure(ctx, input, terms.disclosureMaxMonths);
    }
    @Guard(shareWithNuoAction)
    @FieldResolver(() => WithdrawResult as never, { nullable: true, description: 'Shows the NUO nothing of a client any more, at once.' })
    withdrawDisclosure(@Ctx() ctx: RequestContext, @Arg('input', () => WithdrawDisclosureInput) input: WithdrawDisclosureInput): Promise<object> {
      return withdrawDisclosure(ctx, input);
    }
  }
  return [DisclosureCommands, DisclosureFields, ClientDisclosureFields, disclosureIn(DisclosureSaved), disclosureIn(AlreadyShared)];
};
