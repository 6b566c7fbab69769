import { BsnScalar, DayScalar, Employee, employee, fault, Guard, localDay, type RequestContext } from '@werkplein/kernel';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { disclosedParts } from '../disclosures/disclosure.store.ts';
import { type Axis, valueOn } from '../doelgroep/doelgroep.rules.ts';
import { doelgroepPeriods } from '../doelgroep/doelgroep.store.ts';
import { DoelgroepAxes } from '../doelgroep/doelgroep.types.ts';
import { dossierOf } from '../dossiers/dossier.store.ts';
import { Dossier } from '../dossiers/dossier.types.ts';
import type { ClientRow } from './client.entity.ts';
import { readClient, readWholeClient, seesDisclosedOnly } from './client.policy.ts';
import { partOfField } from './client.parts.ts';
import { displayNameOf } from './client.rules.ts';
import { Address, Client } from './client.types.ts';

/** Refuses a reader to whom the part of this field is not disclosed; the refusal nulls one field, never its siblings. */
const show = async (ctx: RequestContext, { id }: ClientRow, field: keyof typeof partOfField): Promise<void> => {
  if (!seesDisclosedOnly(ctx)) return;
  const part = partOfField[field];
  const parts = await ctx.load('disclosedParts', id, (ids) => disclosedParts(ctx.db.read, ids, localDay(ctx.clock())));
  if (parts?.has(part)) return;
  ctx.denied(readClient.name, `Client.${part}`, [id]);
  throw fault('FORBIDDEN');
};

/** Fields of a client, the same in every municipality. What is never disclosed has @Guard(readWholeClient); the BSN is in createWerkplein. */
@Resolver(() => Client)
export class ClientFields {
  @FieldResolver(() => String, { nullable: true })
  async displayName(@Root() client: ClientRow, @Ctx() ctx: RequestContext): Promise<string> {
    await show(ctx, client, 'displayName');
    return displayNameOf(client);
  }
  @FieldResolver(() => String, { nullable: true })
  async givenNames(@Root() client: ClientRow, @Ctx() ctx: RequestContext): Promise<string> {
    await show(ctx, client, 'givenNames');
    return client.givenNames;
  }
  @FieldResolver(() => String, { nullable: true })
  async prefix(@Root() client: ClientRow, @Ctx() ctx: RequestContext): Promise<string | null> {
    await show(ctx, client, 'prefix');
    return client.prefix;
  }
  @FieldResolver(() => String, { nullable: true })
  async familyName(@Root() client: ClientRow, @Ctx() ctx: RequestContext): Promise<string> {
    await show(ctx, client, 'familyName');
    return client.familyName;
  }
  @Guard(readWholeClient)
  @FieldResolver(() => DayScalar, { nullable: true })
  birthDate(@Root() client: ClientRow): string {
    return client.birthDate;
  }
  @Guard(readWholeClient)
  @FieldResolver(() => String, { nullable: true })
  ownReference(@Root() client: ClientRow): string | null {
    return client.ownReference;
  }
  @FieldResolver(() => Address, { nullable: true })
  async address(@Root() client: ClientRow, @Ctx() ctx: RequestContext): Promise<Address> {
    await show(ctx, client, 'address');
    const { street, houseNumber, houseNumberAddition, postcode, city } = client;
    return { street, houseNumber, houseNumberAddition, postcode, city };
  }
  @Guard(readWholeClient)
  @FieldResolver(() => DayScalar, { nullable: true })
  registeredOn(@Root() client: ClientRow): string {
    return client.registeredOn;
  }
  @Guard(readWholeClient)
  @FieldResolver(() => Int, { nullable: true })
  version(@Root() client: ClientRow): number {
    return client.version;
  }
  @Guard(readWholeClient)
  @FieldResolver(() => Dossier, { nullable: true })
  dossier(@Root() client: ClientRow, @Ctx() ctx: RequestContext): Promise<object | null> {
    return dossierOf(ctx, client.id);
  }
  @FieldResolver(() => Employee, { nullable: true })
  async klantregisseur(@Root() client: ClientRow, @Ctx() ctx: RequestContext): Promise<Employee | null> {
    await show(ctx, client, 'klantregisseur');
    const dossier = await dossierOf(ctx, client.id);
    const { openClientId, klantregisseurId, klantregisseurName } = dossier ?? {};
    return openClientId && klantregisseurId ? employee(klantregisseurId, klantregisseurName ?? klantregisseurId, ctx.home) : null;
  }
  @FieldResolver(() => DoelgroepAxes, { nullable: true })
  async doelgroep(@Root() client: ClientRow, @Ctx() ctx: RequestContext): Promise<DoelgroepAxes> {
    await show(ctx, client, 'doelgroep');
    const periods = await doelgroepPeriods(ctx, client.id);
    const day = localDay(ctx.clock());
    const today = (axis: Axis) => valueOn(periods, axis, day);
    return {
      day,
      grondslag: today('GRONDSLAG'),
      wswStatus: today('WSW_STATUS'),
      beschut: today('BESCHUT'),
      doelgroepregister: today('DOELGROEPREGISTER'),
      doelgroepLks: today('DOELGROEP_LKS'),
      periods,
    };
  }
}

/** The BSN as `*****0019`; its key is the municipality's, so the resolver is made per municipality. */
export const bsnField = (clientType: Function, open: (clientId: string, cipher: string) => string): Function => {
  @Resolver(() => clientType as never)
  class BsnField {
    @Guard(readWholeClient)
    @FieldResolver(() => BsnScalar, { nullable: true })
    bsn(@Root() client: ClientRow): string | null {
      return client.bsnCipher === null ? null : open(client.id, client.bsnCipher);
    }
  }
  return BsnField;
};
