import {
  BsnScalar,
  DayScalar,
  Employee,
  employee,
  Guard,
  InstantScalar,
  organisation,
  Organisation,
  PageInfo,
  type RequestContext,
  StepRefused,
} from '@werkplein/kernel';
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { municipalUnion } from '../clients/answer-union.ts';
import { clientActivity } from '../clients/client.activities.ts';
import { loadClient } from '../clients/client.store.ts';
import { DossierClosed } from '../dossiers/dossier.types.ts';
import { acceptTransfer } from './accept-transfer.ts';
import type { WerkpleinParts } from './close-transferred.ts';
import { refuseTransfer, withdrawTransfer } from './end-transfer.ts';
import { offerTransfer } from './offer-transfer.ts';
import { personOf } from './take-transfer-step.ts';
import type { TransferRow } from './transfer.entity.ts';
import type { TransferDirection, TransferState } from './transfer.machines.ts';
import { directTransfers, readTransfers } from './transfer.policy.ts';
import { tasksOf, transferTasks } from './transfer.rules.ts';
import { listTransfers, loadTransfer, transfersOf } from './transfer.store.ts';
import {
  AcceptTransferInput,
  CutoverPast,
  EndTransferInput,
  OfferTransferInput,
  TransferDirectionEnum,
  TransferPackageType,
  TransferStateEnum,
  TransferToDo,
  TransferVersionConflict,
} from './transfer.types.ts';

const PAGE_DEFAULT = 50;

/** Clients who move from or to one municipality: on its client, its lists, and its commands. */
export const transferParts = (parts: WerkpleinParts, clientType: Function, werkpleinType: Function, commandsType: Function): Function[] => {
  const { name } = parts.facts.municipality;

  /** Showing a transfer is showing the person. */
  const show = (ctx: RequestContext, row: TransferRow): TransferRow => {
    ctx.processed(personOf(row), clientActivity(ctx, row.direction === 'OUT' ? 'overdragen-client' : 'overnemen-client'));
    return row;
  };
  const showById = async (ctx: RequestContext, id: string): Promise<TransferRow | null> => {
    const row = await loadTransfer(ctx, id);
    return row && show(ctx, row);
  };

  @ObjectType(`${name}Transfer`, { description: `A client who moves from or to Werkplein ${name}.` })
  class MunicipalTransfer {
    @Field(() => ID) id!: string;
    @Field(() => TransferDirectionEnum) direction!: TransferDirection;
    @Field(() => TransferStateEnum) state!: TransferState;
    @Field(() => DayScalar, { description: 'First day of the new regie; the old one ends the day before.' }) cutoverOn!: string;
    @Field(() => InstantScalar) offeredAt!: Date;
    @Field(() => InstantScalar, { nullable: true }) decidedAt!: Date | null;
    @Field(() => InstantScalar, { nullable: true }) endedAt!: Date | null;
    @Field(() => String, { nullable: true }) note!: string | null;
    @Field(() => String, { nullable: true, description: 'Why it was refused or withdrawn.' }) reason!: string | null;
    @Field(() => Int, { description: 'Send it as `expectedVersion` with a step.' }) version!: number;
  }

  @Resolver(() => MunicipalTransfer)
  class TransferFields {
    @FieldResolver(() => Organisation)
    from(@Root() { direction, municipality }: TransferRow, @Ctx() ctx: RequestContext): Organisation {
      return organisation(direction === 'OUT' ? ctx.home : municipality);
    }
    @FieldResolver(() => Organisation)
    to(@Root() { direction, municipality }: TransferRow, @Ctx() ctx: RequestContext): Organisation {
      return organisation(direction === 'OUT' ? municipality : ctx.home);
    }
    @FieldResolver(() => Employee)
    offeredBy(@Root() { direction, municipality, offeredById, offeredByName }: TransferRow, @Ctx() ctx: RequestContext): Employee {
      return employee(offeredById, offeredByName, direction === 'OUT' ? ctx.home : municipality);
    }
    @FieldResolver(() => Employee, { nullable: true, description: 'Who becomes klantregisseur at the new Werkplein, once it accepts.' })
    klantregisseur(@Root() { direction, municipality, klantregisseurId, klantregisseurName }: TransferRow, @Ctx() ctx: RequestContext): Employee | null {
      if (klantregisseurId === null) return null;
      return employee(klantregisseurId, klantregisseurName ?? klantregisseurId, direction === 'OUT' ? municipality : ctx.home);
    }
    @FieldResolver(() => clientType as never, { nullable: true, description: 'The client here; of one who comes only once the file is open.' })
    client(@Root() { clientId }: TransferRow, @Ctx() ctx: RequestContext): Promise<object | null> | null {
      return clientId === null ? null : loadClient(ctx, clientId);
    }
    @FieldResolver(() => BsnScalar, { nullable: true, description: 'Of who is offered to us.' })
    bsn(@Root() { id, bsnCipher }: TransferRow): string | null {
      return bsnCipher === null ? null : parts.keys.vault.open(id, bsnCipher);
    }
    @FieldResolver(() => TransferPackageType, { nullable: true, description: 'What came along; null at the Werkplein that it came from.' })
    package(@Root() row: TransferRow): object | null {
      return row.package;
    }
    @FieldResolver(() => [TransferToDo], { description: 'What is still to be done, and by whom.' })
    toDo(@Root() { direction, state }: TransferRow): TransferToDo[] {
      return tasksOf(direction, state).map((task) => ({ task, text: transferTasks[task] }));
    }
  }

  @ObjectType(`${name}TransferConnection`, { description: 'A page of clients who move, by the day of transition.' })
  class TransferConnection {
    @Field(() => [MunicipalTransfer]) nodes!: TransferRow[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }

  const answer = (kind: string, description: string): Function => {
    @ObjectType(`${name}${kind}`, { description })
    class Answer {
      transferId!: string;
      @Field(() => MunicipalTransfer, { nullable: true })
      transfer(@Ctx() ctx: RequestContext): Promise<TransferRow | null> {
        return showById(ctx, this.transferId);
      }
    }
    return Answer;
  };
  const TransferOffered = answer('TransferOffered', 'The client is offered; until the new Werkplein accepts nothing changes.');
  const TransferRunning = answer('TransferRunning', 'This person moves already; nothing was written.');
  const TransferAccepted = answer('TransferAccepted', 'The regie goes over on the day of transition.');
  const TransferEnded = answer('TransferEnded', 'The regie stays where it is.');

  @ObjectType(`${name}ClientAlreadyServed`, {
    description:
      'This Werkplein serves or served this person on the day of transition: two would have had the regie. Close that dossier first, or ask for a later day.',
  })
  class ClientAlreadyServed {
    clientId!: string;
    @Field(() => DayScalar, { nullable: true, description: 'Last day of the dossier here; null while it is open.' }) until!: string | null;
    @Field(() => clientType as never, { nullable: true })
    client(@Ctx() ctx: RequestContext): Promise<object | null> {
      return loadClient(ctx, this.clientId);
    }
  }

  const OfferResult = municipalUnion(name, 'OfferTransferResult', { TransferOffered, TransferRunning }, CutoverPast, DossierClosed);
  const accepted = { TransferAccepted, TransferRunning, ClientAlreadyServed };
  const AcceptResult = municipalUnion(name, 'AcceptTransferResult', accepted, CutoverPast, StepRefused, TransferVersionConflict);
  const EndResult = municipalUnion(name, 'EndTransferResult', { TransferEnded }, StepRefused, TransferVersionConflict);

  @Resolver(() => clientType as never)
  class ClientTransfers {
    @Guard(readTransfers)
    @FieldResolver(() => [MunicipalTransfer], { nullable: true, description: 'How this client came from or goes to another Werkplein, newest first.' })
    async transfers(@Root() { id }: { id: string }, @Ctx() ctx: RequestContext): Promise<TransferRow[]> {
      return (await transfersOf(ctx, id)).map((row) => show(ctx, row));
    }
  }

  const listed = async (ctx: RequestContext, direction: TransferDirection, first: number, after?: string, states?: TransferState[]): Promise<object> => {
    const { nodes, pageInfo } = await listTransfers(ctx, direction, { first, after: after ?? null, states: states ?? null });
    return { nodes: nodes.map((row) => show(ctx, row)), pageInfo };
  };
  const statesArg = { nullable: true, description: 'Those that are not over, unless given.' };

  @Resolver(() => werkpleinType as never)
  class WerkpleinTransfers {
    @Guard(readTransfers)
    @FieldResolver(() => TransferConnection, { nullable: true, description: 'Clients of other Werkpleinen who come here.' })
    incomingTransfers(
      @Ctx() ctx: RequestContext,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
      @Arg('states', () => [TransferStateEnum], statesArg) states?: TransferState[],
    ): Promise<object> {
      return listed(ctx, 'IN', first, after, states);
    }
    @Guard(readTransfers)
    @FieldResolver(() => TransferConnection, { nullable: true, description: 'Clients who go to another Werkplein.' })
    outgoingTransfers(
      @Ctx() ctx: RequestContext,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
      @Arg('states', () => [TransferStateEnum], statesArg) states?: TransferState[],
    ): Promise<object> {
      return listed(ctx, 'OUT', first, after, states);
    }
  }

  @Resolver(() => commandsType as never)
  class TransferCommands {
    @Guard(directTransfers)
    @FieldResolver(() => OfferResult as never, { nullable: true, description: 'Offers a client who moves to the Werkplein of the new municipality.' })
    offerTransfer(@Ctx() ctx: RequestContext, @Arg('input', () => OfferTransferInput) input: OfferTransferInput): Promise<object> {
      return offerTransfer(ctx, parts.keys, input);
    }
    @Guard(directTransfers)
    @FieldResolver(() => EndResult as never, { nullable: true, description: 'The client does not move after all; until the new Werkplein accepts.' })
    withdrawTransfer(@Ctx() ctx: RequestContext, @Arg('input', () => EndTransferInput) input: EndTransferInput): Promise<object> {
      return withdrawTransfer(ctx, input);
    }
    @Guard(directTransfers)
    @FieldResolver(() => AcceptResult as never, { nullable: true, description: 'Takes over a client who comes here, and names the klantregisseur.' })
    acceptTransfer(@Ctx() ctx: RequestContext, @Arg('input', () => AcceptTransferInput) input: AcceptTransferInput): Promise<object> {
      return acceptTransfer(ctx, parts.keys, input);
    }
    @Guard(directTransfers)
    @FieldResolver(() => EndResult as never, { nullable: true, description: 'Does not take over a client who is offered; the regie stays.' })
    refuseTransfer(@Ctx() ctx: RequestContext, @Arg('input', () => EndTransferInput) input: EndTransferInput): Promise<object> {
      return refuseTransfer(ctx, input);
    }
  }
  return [TransferFields, ClientTransfers, WerkpleinTransfers, TransferCommands];
};
