import { Guard, type Municipality, PageInfo, type Page, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver } from 'type-graphql';
import { loadClient } from '../clients/client.store.ts';
import { loonwaardeReviews, loonwaardeVisits, lksOverdue } from './due-loonwaarde.ts';
import type { LoonwaardeRow } from './loonwaarde.entity.ts';
import { carryOutLoonwaardeAction, listDueLoonwaarde } from './loonwaarde.policy.ts';
import { shownLoonwaarde } from './loonwaarde.resolver.ts';
import { Loonwaardebepaling } from './loonwaarde.types.ts';

const PAGE_DEFAULT = 50;
const REVIEW_WINDOW = 30;

/** What of the loonwaarden of one municipality waits for somebody. */
export const dueLoonwaardeFields = ({ name }: Municipality, werkpleinType: Function, clientType: Function): Function[] => {
  @ObjectType(`${name}LoonwaardeDue`, { description: 'A loonwaarde that waits for something, and of whom it is.' })
  class LoonwaardeDue {
    clientId!: string;
    @Field(() => Loonwaardebepaling) loonwaardebepaling!: Loonwaardebepaling;
    @Field(() => clientType as never, { nullable: true })
    client(@Ctx() ctx: RequestContext): Promise<object | null> {
      return loadClient(ctx, this.clientId);
    }
  }

  @ObjectType(`${name}LoonwaardeDueConnection`, { description: 'A page of loonwaarden that wait, earliest day first.' })
  class LoonwaardeDueConnection {
    @Field(() => [LoonwaardeDue]) nodes!: LoonwaardeDue[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }

  const connection = async (found: Promise<Page<LoonwaardeRow>>): Promise<object> => {
    const { nodes, pageInfo } = await found;
    return { nodes: nodes.map((row) => ({ clientId: row.clientId, loonwaardebepaling: shownLoonwaarde(row) })), pageInfo };
  };

  @Resolver(() => werkpleinType as never)
  class DueLoonwaardeResolver {
    @Guard(listDueLoonwaarde)
    @FieldResolver(() => LoonwaardeDueConnection, {
      nullable: true,
      description: 'Established loonwaarden whose review falls within so many days or is past; the newest of each function of a client with an open dossier.',
    })
    loonwaardeReviews(
      @Ctx() ctx: RequestContext,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('withinDays', () => Int, { defaultValue: REVIEW_WINDOW, description: '0 to 366.' }) withinDays: number,
      @Arg('mine', () => Boolean, { defaultValue: false, description: 'Only clients of whom the caller is klantregisseur.' }) mine: boolean,
      @Arg('after', () => String, { nullable: true }) after?: string,
    ): Promise<object> {
      return connection(loonwaardeReviews(ctx, withinDays, { mine, first, after: after ?? null }));
    }
    @Guard(listDueLoonwaarde)
    @FieldResolver(() => LoonwaardeDueConnection, {
      nullable: true,
      description: 'Established loonwaarden on which no LKS decision followed within the term (Participatiewet art. 10d).',
    })
    lksOverdue(
      @Ctx() ctx: RequestContext,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('mine', () => Boolean, { defaultValue: false, description: 'Only clients of whom the caller is klantregisseur.' }) mine: boolean,
      @Arg('after', () => String, { nullable: true }) after?: string,
    ): Promise<object> {
      return connection(lksOverdue(ctx, { mine, first, after: after ?? null }));
    }
    @Guard(carryOutLoonwaardeAction)
    @FieldResolver(() => LoonwaardeDueConnection, {
      nullable: true,
      description: 'Examinations that were planned and of which the caller is the appointed expert; for the NUO of clients who are shared with it.',
    })
    loonwaardeVisits(
      @Ctx() ctx: RequestContext,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
    ): Promise<object> {
      return connection(loonwaardeVisits(ctx, { first, after: after ?? null }));
    }
  }
  return [DueLoonwaardeResolver];
};
