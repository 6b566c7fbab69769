import { type RequestContext, SubjectRecipient } from '@werkplein/kernel';
import { createUnionType, Ctx, Field, ObjectType } from 'type-graphql';
import { loadClient } from '../clients/client.store.ts';
import { ClientMatchEnum, ClientVersionConflict } from '../clients/client.types.ts';
import type { ClientMatch } from '../clients/register-client.ts';
import { disclosureRecipients } from '../disclosures/disclosure.subject.ts';
import { DoelgroepRuleBroken } from '../doelgroep/doelgroep.types.ts';
import { DossierClosed, DossierTransitionRefused } from '../dossiers/dossier.types.ts';

type Class = new () => object;

/** The answers of one municipality's commands. An answer that holds the client carries the municipality's name. */
export const commandResults = (name: string, clientType: Class) => {
  const clientResult = (kind: string, description: string): Class => {
    @ObjectType(`${name}${kind}`, { description })
    class Result {
      clientId!: string;
      @Field(() => clientType, { nullable: true })
      client(@Ctx() ctx: RequestContext): Promise<object | null> {
        return loadClient(ctx, this.clientId);
      }
    }
    return Result;
  };

  @ObjectType(`${name}ClientAlreadyRegistered`, { description: 'This Werkplein has a client with this BSN or own number; nothing was written.' })
  class ClientAlreadyRegistered {
    clientId!: string;
    @Field(() => ClientMatchEnum) matchedOn!: ClientMatch;
    @Field(() => clientType, { nullable: true })
    client(@Ctx() ctx: RequestContext): Promise<object | null> {
      return loadClient(ctx, this.clientId);
    }
  }

  @ObjectType(`${name}ClientCorrected`, { description: 'The client as corrected.' })
  class ClientCorrected {
    clientId!: string;
    @Field(() => clientType, { nullable: true })
    client(@Ctx() ctx: RequestContext): Promise<object | null> {
      return loadClient(ctx, this.clientId);
    }
    @Field(() => [SubjectRecipient], { description: 'To whom the data went before; the NUO reads them live and has no copy.' })
    recipients(@Ctx() ctx: RequestContext): Promise<SubjectRecipient[]> {
      return disclosureRecipients(ctx.db.read, this.clientId);
    }
  }

  const prefixed: Record<string, Class> = {
    ClientRegistered: clientResult('ClientRegistered', 'The client is registered, with an open dossier.'),
    ClientCorrected,
    KlantregisseurAssigned: clientResult('KlantregisseurAssigned', 'The klantregisseur has the dossier.'),
    DossierStatusChanged: clientResult('DossierStatusChanged', 'The dossier has its new status.'),
    DoelgroepAxisSet: clientResult('DoelgroepAxisSet', 'The axis holds as asked.'),
    ClientAlreadyRegistered,
  };
  const shared: Record<string, Class> = { ClientVersionConflict, DossierTransitionRefused, DossierClosed, DoelgroepRuleBroken };

  const union = (command: string, kinds: string[]): object =>
    createUnionType({
      name: `${name}${command}Result`,
      types: () => kinds.map((kind) => prefixed[kind] ?? shared[kind]) as never,
      resolveType: ({ __typename }: { __typename: string }) => (prefixed[__typename] ? `${name}${__typename}` : __typename) as never,
    });

  return {
    registerClient: union('RegisterClient', ['ClientRegistered', 'ClientAlreadyRegistered']),
    correctClient: union('CorrectClient', ['ClientCorrected', 'ClientVersionConflict', 'ClientAlreadyRegistered']),
    assignKlantregisseur: union('AssignKlantregisseur', ['KlantregisseurAssigned', 'DossierClosed']),
    changeDossierStatus: union('ChangeDossierStatus', ['DossierStatusChanged', 'DossierTransitionRefused']),
    setDoelgroepAxis: union('SetDoelgroepAxis', ['DoelgroepAxisSet', 'DoelgroepRuleBroken']),
  };
};
