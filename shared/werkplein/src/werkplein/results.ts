import { type RequestContext, SubjectRecipient } from '@werkplein/kernel';
import { Ctx, Field, ObjectType } from 'type-graphql';
import { municipalUnion } from '../clients/answer-union.ts';
import { loadClient } from '../clients/client.store.ts';
import { LawParameterMissing } from '../law-parameters/parameter-missing.ts';
import { ClientOffered } from '../transfers/transfer.types.ts';
import { ClientMatchEnum, ClientVersionConflict } from '../clients/client.types.ts';
import type { ClientMatch } from '../clients/register-client.ts';
import { disclosureRecipients } from '../disclosures/disclosure.subject.ts';
import { DoelgroepRuleBroken } from '../doelgroep/doelgroep.types.ts';

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

  const ClientRegistered = clientResult('ClientRegistered', 'The client is registered, with an open dossier.');
  const DoelgroepAxisSet = clientResult('DoelgroepAxisSet', 'The axis holds as asked.');

  return {
    registerClient: municipalUnion(name, 'RegisterClientResult', { ClientRegistered, ClientAlreadyRegistered }, ClientOffered, LawParameterMissing),
    correctClient: municipalUnion(name, 'CorrectClientResult', { ClientCorrected, ClientAlreadyRegistered }, ClientVersionConflict),
    setDoelgroepAxis: municipalUnion(name, 'SetDoelgroepAxisResult', { DoelgroepAxisSet }, DoelgroepRuleBroken),
  };
};
