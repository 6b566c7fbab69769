import { Employee, employee, Guard, PageInfo, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, Directive, Field, FieldResolver, Int, ObjectType, Resolver } from 'type-graphql';
import { klantregisseurs } from './klantregisseurs.ts';
import { listKlantregisseurs } from './responsibility.policy.ts';

const PAGE_DEFAULT = 50;

@ObjectType({ description: 'A page of colleagues who have clients, by name.' })
@Directive('@shareable')
class KlantregisseurConnection {
  @Field(() => [Employee]) nodes!: Employee[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

/** The colleagues of one Werkplein who have clients. */
export const klantregisseurFields = (werkpleinType: Function): Function => {
  @Resolver(() => werkpleinType as never)
  class KlantregisseursResolver {
    @Guard(listKlantregisseurs)
    @FieldResolver(() => KlantregisseurConnection, {
      nullable: true,
      description: 'Who is klantregisseur of a client today or stands in for one. Who has no clients yet is not known here.',
    })
    async klantregisseurs(
      @Ctx() ctx: RequestContext,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
      @Arg('search', () => String, { nullable: true, description: 'A part of the name; accents and capitals do not matter.' }) search?: string,
    ): Promise<KlantregisseurConnection> {
      const { nodes, pageInfo } = await klantregisseurs(ctx, { search: search ?? '', first, after: after ?? null });
      return { nodes: nodes.map(({ employeeId, employeeName }) => employee(employeeId, employeeName, ctx.home)), pageInfo };
    }
  }
  return KlantregisseursResolver;
};
