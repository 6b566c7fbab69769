import { DayScalar, Guard, localDay, type Municipality, PageInfo, parseDay, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver } from 'type-graphql';
import { loadClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { enumOf } from '../dossiers/dossier.types.ts';
import { type DeadlineKind, deadlineKindCodes, sourceOf } from './deadline.kinds.ts';
import { listDeadlines } from './deadline.policy.ts';
import { type DeadlineRow, deadlines } from './deadlines.ts';
import { type EndingTrial, trialsEnding } from './trials-ending.ts';

const PAGE_DEFAULT = 50;
const TWO_WEEKS = 14;
const KindEnum = enumOf('DeadlineKind', deadlineKindCodes, 'What has a day in the work of a klantregisseur.');

/** What of the work of one municipality has a day. */
export const deadlineFields = ({ name }: Municipality, werkpleinType: Function, clientType: Function): Function[] => {
  @ObjectType(`${name}Deadline`, { description: 'Something that must be done on or before a day.' })
  class Deadline {
    clientId!: string;
    @Field(() => KindEnum) kind!: DeadlineKind;
    @Field(() => DayScalar) day!: string;
    @Field(() => Boolean, { description: 'The day has been.' }) overdue!: boolean;
    @Field(() => String, { description: 'What is to be done, in Dutch.' })
    text(): string {
      return sourceOf(this.kind).text;
    }
    @Field(() => String, { description: 'The law or the agreement that sets the day.' })
    source(): string {
      return sourceOf(this.kind).source;
    }
    @Field(() => ID, { description: 'Of what it is about: the plan, the provision, the decision, …' }) subjectId!: string;
    @Field(() => clientType as never, { nullable: true })
    client(@Ctx() ctx: RequestContext): Promise<object | null> {
      return loadClient(ctx, this.clientId);
    }
  }
  @ObjectType(`${name}DeadlineConnection`, { description: 'A page of deadlines, by day.' })
  class DeadlineConnection {
    @Field(() => [Deadline]) nodes!: Deadline[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }

  @ObjectType(`${name}EndingTrial`, { description: 'A proefplaatsing of which the permission ends without an extension.' })
  class TrialEnding {
    clientId!: string;
    @Field(() => ID, { description: 'The last decision of it that is in force.' }) decisionId!: string;
    @Field(() => DayScalar) startsOn!: string;
    @Field(() => DayScalar, { description: 'Last day of the permission.' }) endsOn!: string;
    @Field(() => Boolean, { description: 'Whether it was extended before.' }) extended!: boolean;
    @Field(() => DayScalar, { nullable: true, description: 'Last day that an extension could give; null when there is none left.' })
    extendableUntil!: string | null;
    @Field(() => clientType as never, { nullable: true })
    client(@Ctx() ctx: RequestContext): Promise<object | null> {
      return loadClient(ctx, this.clientId);
    }
  }
  @ObjectType(`${name}EndingTrialConnection`, { description: 'A page of trials, by the day on which the permission ends.' })
  class TrialConnection {
    @Field(() => [TrialEnding]) nodes!: TrialEnding[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }

  const shown =
    (today: string) =>
    (row: DeadlineRow): Deadline => {
      const { kind, id: subjectId, clientId, day } = row;
      return Object.assign(new Deadline(), { kind, subjectId, clientId, day, overdue: day < today });
    };

  @Resolver(() => werkpleinType as never)
  class DeadlineFieldsResolver {
    @Guard(listDeadlines)
    @FieldResolver(() => DeadlineConnection, {
      nullable: true,
      description: 'What of the caseload of one klantregisseur has a day until then, past days first. Of whoever stands in, ask for the colleague.',
    })
    async deadlines(
      @Ctx() ctx: RequestContext,
      @Arg('until', () => String, { description: 'Calendar day.' }) until: string,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
      @Arg('klantregisseurId', () => String, { nullable: true, description: 'The caller, unless given.' }) klantregisseurId?: string,
      @Arg('kinds', () => [KindEnum], { nullable: true, description: 'All, unless given.' }) kinds?: DeadlineKind[],
    ): Promise<DeadlineConnection> {
      const reader = inputReader([]);
      const day = reader.read(['until'], () => parseDay(until));
      reader.refuse();
      const question = { until: day, klantregisseurId: klantregisseurId ?? ctx.principal.employeeId, kinds: kinds ?? [], first, after: after ?? null };
      const { nodes, pageInfo } = await deadlines(ctx, question);
      return { nodes: nodes.map(shown(localDay(ctx.clock()))), pageInfo };
    }
    @Guard(listDeadlines)
    @FieldResolver(() => TrialConnection, {
      nullable: true,
      description: 'Proefplaatsingen whose permission ends within so many days (0 to 366) without an extension, or ended within as many.',
    })
    async trialsEnding(
      @Ctx() ctx: RequestContext,
      @Arg('withinDays', () => Int, { defaultValue: TWO_WEEKS }) withinDays: number,
      @Arg('mine', () => Boolean, { defaultValue: false, description: 'Only clients of whom the caller is klantregisseur.' }) mine: boolean,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
    ): Promise<TrialConnection> {
      const { nodes, pageInfo } = await trialsEnding(ctx, { withinDays, mine, first, after: after ?? null });
      return { nodes: nodes.map((trial: EndingTrial) => Object.assign(new TrialEnding(), trial)), pageInfo };
    }
  }
  return [DeadlineFieldsResolver];
};
