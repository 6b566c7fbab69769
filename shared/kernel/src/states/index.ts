import { Directive, Field, ObjectType } from 'type-graphql';

/** One step of a state machine. */
export interface Step<S extends string = string, A extends string = string> {
  /** From where it may be taken; empty for the step that makes the thing. */
  readonly from: readonly S[];
  /** Where it leads; several when facts decide, `SAME` when the state stays. */
  readonly to: S | 'SAME' | readonly S[];
  readonly by: readonly A[];
  /** What is done, in Dutch, for the diagram and for the refusal. */
  readonly text: string;
}

/** A state machine as data: the code that takes a step, the test of all triples and the diagram in `docs/states/` read the same. */
export interface StateMachine<S extends string = string, T extends string = string, A extends string = string> {
  /** Name of its page, in kebab case. */
  readonly name: string;
  /** Dutch. */
  readonly title: string;
  /** The law or the agreement that it follows. */
  readonly source: string;
  /** Each state with its Dutch name. */
  readonly states: Readonly<Record<S, string>>;
  /** Who takes steps, in Dutch, to be read after "Dit mag alleen". */
  readonly actors: Readonly<Record<A, string>>;
  readonly steps: Readonly<Record<T, Step<S, A>>>;
}

/** Declares a machine, so that a step can name only states and actors that it has. */
export const machine = <const S extends string, const A extends string, const Steps extends Readonly<Record<string, Step<NoInfer<S>, NoInfer<A>>>>>(
  declared: Omit<StateMachine<S, string, A>, 'steps'> & { readonly steps: Steps },
): typeof declared => declared;

export type StateOf<M> = M extends StateMachine<infer S> ? S : never;
export type StepOf<M> = M extends StateMachine<string, infer T> ? T : never;
export type ActorOf<M> = M extends StateMachine<string, string, infer A> ? A : never;

/** The states as a plain object, to be registered as a GraphQL enum. */
export const stateEnum = <S extends string>({ states }: Pick<StateMachine<S>, 'states'>): Record<S, S> =>
  Object.fromEntries(Object.keys(states).map((state) => [state, state])) as Record<S, S>;

/** The steps that lead away from a state, or leave it as it is. */
export const stepsFrom = <S extends string, T extends string, A extends string>({ steps }: StateMachine<S, T, A>, state: S): T[] =>
  (Object.keys(steps) as T[]).filter((step) => steps[step].from.includes(state));

/** A state that no step leads away from. */
export const isFinal = <S extends string, T extends string, A extends string>(of: StateMachine<S, T, A>, state: S): boolean =>
  stepsFrom(of, state).length === 0;

@ObjectType({
  description: 'This step cannot be taken: not from this state, or not by you. It says from which states it can, and who may; nothing was changed.',
})
@Directive('@shareable')
export class StepRefused {
  readonly __typename!: 'StepRefused';
  @Field(() => String) step!: string;
  @Field(() => String, { description: 'The state it is in.' }) from!: string;
  @Field(() => [String], { description: 'The states from which this step can be taken.' }) allowedFrom!: string[];
  @Field(() => [String], { description: 'What you may do now instead.' }) allowedSteps!: string[];
  @Field(() => [String], { description: 'Who may take this step.' }) by!: string[];
  @Field(() => String, { description: 'Why not, in Dutch, for the user.' }) text!: string;
}

/**
 * Why this step cannot be taken from this state by somebody who is these actors, or null when it can.
 * Whoever may take no step of the machine at all was refused before (`FORBIDDEN`).
 */
export const stepRefused = <S extends string, T extends string, A extends string>(
  of: StateMachine<S, T, A>,
  from: S,
  step: T,
  is: (actor: A) => boolean,
): StepRefused | null => {
  const wanted = of.steps[step];
  const mine = wanted.by.some(is);
  if (mine && wanted.from.includes(from)) return null;
  const who = wanted.by.map((actor) => of.actors[actor]);
  const states = wanted.from.map((state) => of.states[state].toLowerCase());
  return {
    __typename: 'StepRefused',
    step,
    from,
    allowedFrom: [...wanted.from],
    allowedSteps: stepsFrom(of, from).filter((other) => of.steps[other].by.some(is)),
    by: [...wanted.by],
    text: mine
      ? `${wanted.text} kan alleen als de status is: ${states.join(', ')}. Nu is die: ${of.states[from].toLowerCase()}.`
      : `${wanted.text} mag alleen ${who.join(' of ')}.`,
  };
};

/** Every (state, step, actor) of a machine with whether the step can be taken: the cases of its test. */
export const everyTriple = <S extends string, T extends string, A extends string>(
  of: StateMachine<S, T, A>,
): { state: S; step: T; actor: A; allowed: boolean }[] =>
  (Object.keys(of.states) as S[]).flatMap((state) =>
    (Object.keys(of.steps) as T[]).flatMap((step) =>
      (Object.keys(of.actors) as A[]).map((actor) => ({
        state,
        step,
        actor,
        allowed: of.steps[step].from.includes(state) && of.steps[step].by.includes(actor),
      })),
    ),
  );
