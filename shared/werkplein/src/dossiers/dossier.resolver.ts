import { Employee, employee, Guard, type RequestContext, StepRefused } from '@werkplein/kernel';
import { Arg, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { municipalUnion } from '../clients/answer-union.ts';
import { loadClient } from '../clients/client.store.ts';
import { LawParameterMissing } from '../law-parameters/parameter-missing.ts';
import type { WerkpleinFacts } from '../werkplein/werkplein.types.ts';
import { assignKlantregisseur } from './assign-klantregisseur.ts';
import { closeDossier } from './close-dossier.ts';
import { confirmPlacement } from './confirm-placement.ts';
import { declarePlaceable, withdrawPlaceable } from './declare-placeable.ts';
import type { DossierRow } from './dossier.entity.ts';
import * as inputs from './dossier.inputs.ts';
import { assignKlantregisseurAction, directDossier } from './dossier.policy.ts';
import { type ClosingQuestion as Question, closingQuestions } from './dossier.rules.ts';
import { stepsOf } from './dossier.store.ts';
import { Dossier, DossierClosed, DossierNotReady, DossierStepTaken, DossierStillOpen, DossierVersionConflict } from './dossier.types.ts';
import { reopenClient } from './reopen-client.ts';
import { resumeProgramme, startAftercare } from './start-aftercare.ts';
import { startIntake } from './start-intake.ts';
import { resumeDossier, suspendDossier } from './suspend-dossier.ts';

@Resolver(() => Dossier)
class DossierFields {
  @FieldResolver(() => Employee, { nullable: true })
  klantregisseur(@Root() { klantregisseurId, klantregisseurName }: DossierRow, @Ctx() ctx: RequestContext): Employee | null {
    return klantregisseurId === null ? null : employee(klantregisseurId, klantregisseurName ?? klantregisseurId, ctx.home);
  }
  @FieldResolver(() => [DossierStepTaken])
  async steps(@Root() { id }: DossierRow, @Ctx() ctx: RequestContext): Promise<DossierStepTaken[]> {
    return (await stepsOf(ctx, id)).map(({ fromStatus, toStatus, takenOn, recordedById, recordedByName, ...row }) => ({
      ...row,
      from: fromStatus,
      to: toStatus,
      on: takenOn,
      by: employee(recordedById, recordedByName, ctx.home),
    }));
  }
}

@ObjectType('ClosingQuestionAsked', { description: 'Something to look at in the graph; send its code in `confirmed` when it does not run any more.' })
@Directive('@shareable')
class ClosingQuestionType {
  @Field(() => inputs.ClosingQuestionEnum) code!: Question;
  @Field(() => String, { description: 'In Dutch, for the user.' })
  text(): string {
    return closingQuestions[this.code];
  }
}

/** The dossiers of one municipality: the commands that take their steps. */
export const dossierParts = ({ municipality: { name }, terms }: WerkpleinFacts, clientType: Function, commandsType: Function): Function[] => {
  const withClient = (kind: string, description: string) => {
    @ObjectType(`${name}${kind}`, { description })
    class Result {
      clientId!: string;
      @Field(() => clientType as never, { nullable: true })
      client(@Ctx() ctx: RequestContext): Promise<object | null> {
        return loadClient(ctx, this.clientId);
      }
    }
    return Result;
  };
  const KlantregisseurAssigned = withClient('KlantregisseurAssigned', 'The klantregisseur has the dossier, or stands in.');
  const DossierChanged = withClient('DossierChanged', 'The step was taken.');

  @ObjectType(`${name}ClosingToConfirm`, {
    description: 'What runs at the NUO the Werkplein does not know. Ask `client` for it, then send the command again with what you found; nothing was changed.',
  })
  class ClosingToConfirm {
    clientId!: string;
    questions!: Question[];
    @Field(() => [ClosingQuestionType], { name: 'questions' })
    asked(): ClosingQuestionType[] {
      return this.questions.map((code) => Object.assign(new ClosingQuestionType(), { code }));
    }
    @Field(() => clientType as never, { nullable: true })
    client(@Ctx() ctx: RequestContext): Promise<object | null> {
      return loadClient(ctx, this.clientId);
    }
  }

  const ClientReopened = withClient('ClientReopened', 'The client has a new dossier, from today on.');
  const ReopenResult = municipalUnion(name, 'ReopenClientResult', { ClientReopened }, DossierStillOpen, LawParameterMissing);
  const always = [StepRefused, DossierVersionConflict, LawParameterMissing];
  const AssignResult = municipalUnion(name, 'AssignKlantregisseurResult', { KlantregisseurAssigned }, DossierClosed, DossierNotReady);
  const StepResult = municipalUnion(name, 'DossierStepResult', { DossierChanged }, ...always);
  const GuardedResult = municipalUnion(name, 'GuardedDossierStepResult', { DossierChanged }, DossierNotReady, ...always);
  const CloseResult = municipalUnion(name, 'CloseDossierResult', { DossierChanged, ClosingToConfirm }, DossierNotReady, ...always);

  @Resolver(() => commandsType as never)
  class DossierCommands {
    @Guard(assignKlantregisseurAction)
    @FieldResolver(() => AssignResult as never, { nullable: true, description: 'Hands the dossier over, or lets somebody stand in for some days.' })
    assignKlantregisseur(
      @Ctx() ctx: RequestContext,
      @Arg('input', () => inputs.AssignKlantregisseurInput) input: inputs.AssignKlantregisseurInput,
    ): Promise<object> {
      return assignKlantregisseur(ctx, input, terms.standInMaxDays);
    }
    @Guard(directDossier)
    @FieldResolver(() => ReopenResult as never, { nullable: true, description: 'Opens a new dossier of a client who was served before and comes back.' })
    reopenClient(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ReopenClientInput) input: inputs.ReopenClientInput): Promise<object> {
      return reopenClient(ctx, input, terms);
    }
    @Guard(directDossier)
    @FieldResolver(() => GuardedResult as never, { nullable: true, description: 'REGISTERED → INTAKE, once there is a klantregisseur.' })
    startIntake(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.DossierStepInput) input: inputs.DossierStepInput): Promise<object> {
      return startIntake(ctx, input, terms);
    }
    @Guard(directDossier)
    @FieldResolver(() => GuardedResult as never, { nullable: true, description: 'IN_PROGRAMME → PLACEABLE, once the profile as a candidate is complete.' })
    declarePlaceable(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.DossierStepInput) input: inputs.DossierStepInput): Promise<object> {
      return declarePlaceable(ctx, input, terms);
    }
    @Guard(directDossier)
    @FieldResolver(() => StepResult as never, { nullable: true, description: 'PLACEABLE → IN_PROGRAMME.' })
    withdrawPlaceable(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.DossierStepInput) input: inputs.DossierStepInput): Promise<object> {
      return withdrawPlaceable(ctx, input, terms);
    }
    @Guard(directDossier)
    @FieldResolver(() => StepResult as never, { nullable: true, description: 'PLACEABLE → PLACED, of a placement that started at the NUO.' })
    confirmPlacement(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ConfirmPlacementInput) input: inputs.ConfirmPlacementInput): Promise<object> {
      return confirmPlacement(ctx, input, terms);
    }
    @Guard(directDossier)
    @FieldResolver(() => GuardedResult as never, { nullable: true, description: 'PLACED → AFTERCARE.' })
    startAftercare(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.StartAftercareInput) input: inputs.StartAftercareInput): Promise<object> {
      return startAftercare(ctx, input, terms);
    }
    @Guard(directDossier)
    @FieldResolver(() => StepResult as never, { nullable: true, description: 'PLACED or AFTERCARE → IN_PROGRAMME, after a placement that ended.' })
    resumeProgramme(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.DossierReasonInput) input: inputs.DossierReasonInput): Promise<object> {
      return resumeProgramme(ctx, input, terms);
    }
    @Guard(directDossier)
    @FieldResolver(() => CloseResult as never, { nullable: true, description: 'Closes a dossier; it ends what is shared with the NUO and the profile.' })
    closeDossier(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.CloseDossierInput) input: inputs.CloseDossierInput): Promise<object> {
      return closeDossier(ctx, input, terms);
    }
    @Guard(directDossier)
    @FieldResolver(() => StepResult as never, { nullable: true, description: 'For a while nothing is asked of the client; what runs goes on.' })
    suspendDossier(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.DossierReasonInput) input: inputs.DossierReasonInput): Promise<object> {
      return suspendDossier(ctx, input, terms);
    }
    @Guard(directDossier)
    @FieldResolver(() => StepResult as never, { nullable: true, description: 'Back to where it was suspended.' })
    resumeDossier(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.DossierStepInput) input: inputs.DossierStepInput): Promise<object> {
      return resumeDossier(ctx, input, terms);
    }
  }
  return [DossierFields, DossierCommands];
};
