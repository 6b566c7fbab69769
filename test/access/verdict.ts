import { municipalities, NUO } from '@werkplein/kernel';
import { alsoDemanded, mixedLists, ownOfCaller, requiredFields, withoutMunicipality } from './arguments.ts';
import type { Cell } from './cells.ts';
import type { GraphAnswer } from './graph.ts';
import { type Asker, mayIn, type Rules } from './rules.ts';
import { type Caller, type World, worlds } from './worlds.ts';

/** `EMPTY`: a list without rows, which is nobody's. */
export type Seen = 'SHOWN' | 'EMPTY' | 'FORBIDDEN' | 'PURPOSE_REQUIRED' | 'ABSENT' | `ERROR ${string}`;
const refusals: readonly string[] = ['PURPOSE_REQUIRED', 'FORBIDDEN'];

const keysOf = (path: readonly (string | number)[]): string[] => path.filter((step): step is string => typeof step === 'string');
const begins = (path: readonly string[], other: readonly string[]): boolean => path.every((step, index) => other.length <= index || other[index] === step);

interface Refusal {
  code: string;
  at: string[] | null;
}
/** Thousands of cells are read from one answer. */
const refusalsOf = new WeakMap<GraphAnswer, { all: Refusal[]; other: string | undefined }>();
const readErrors = (answer: GraphAnswer): { all: Refusal[]; other: string | undefined } => {
  const all = answer.errors.map(({ path, extensions }) => ({ code: String(extensions['code']), at: path ? keysOf(path) : null }));
  const read = { all, other: all.find(({ code }) => !refusals.includes(code))?.code };
  refusalsOf.set(answer, read);
  return read;
};

/** What the answer shows of one cell in this world. */
export const seenIn = (answer: GraphAnswer, { steps, entity }: Cell, world: World): Seen => {
  const { status, data, errors } = answer;
  if (status !== 200) return `ERROR ${status} ${String(errors[0]?.extensions['code'])}`;
  const path = [...(entity === undefined ? [] : ['_entities']), ...steps.map(({ field }) => field)];
  const mixed = mixedLists[`${steps[0]?.type}.${steps[0]?.field}`];
  let empty = false;
  const walk = (value: unknown, depth: number): boolean => {
    if (value === null || value === undefined) return false;
    const last = depth === path.length;
    if (last && ((Array.isArray(value) && value.length === 0) || (value === false && path.at(-1) === 'hasNextPage'))) {
      empty = true;
      return false;
    }
    if (Array.isArray(value)) return value.some((each) => (depth > 1 || (mixed?.isOf(each, world) ?? true)) && walk(each, depth));
    return last || walk((value as Record<string, unknown>)[path[depth] as string], depth + 1);
  };
  if (walk(data, 0)) return 'SHOWN';
  if (empty) return 'EMPTY';
  // A null climbs to the next field that may be null, so an error of this cell stands on its way or beneath.
  const { all, other } = refusalsOf.get(answer) ?? readErrors(answer);
  if (other !== undefined) return `ERROR ${other}`;
  const codes = new Set(all.filter(({ at }) => at && begins(path, at)).map(({ code }) => code));
  return (refusals.find((code) => codes.has(code)) as Seen | undefined) ?? 'ABSENT';
};

/** What must be allowed for a cell, one of each group: `[subgraph, actions]`. */
export type Demand = readonly [subgraph: string, actions: readonly string[]];

/** What must be allowed at the NUO for a field of a Werkplein that needs fields of it. */
const requiredBy = (rules: Rules, coordinate: string): Demand[] =>
  municipalities.flatMap(({ name }) => {
    const required = coordinate.endsWith(name)
      ? requiredFields[coordinate.replace(new RegExp(`(?<=candidatesOf|confirmationAt)${name}$`), '‹Gemeente›')]
      : undefined;
    return required === undefined ? [] : [[NUO, rules.get(NUO)?.fields.get(required) ?? []] as const];
  });

/** The demands of a cell by the committed tables. `where` is a subgraph that is asked itself, or the gateway, which goes from one to another. */
export const demandsOf = (rules: Rules, where: string, { steps, entity, coordinate }: Cell, interfaces: ReadonlyMap<string, readonly string[]>): Demand[] => {
  const demands: Demand[] = [];
  // The type itself, or the interface under whose name a subgraph adds fields to it.
  const knownAs = (subgraph: string, type: string, field: string): string | undefined =>
    [type, ...(interfaces.get(type) ?? [])].find((name) => rules.get(subgraph)?.fields.has(`${name}.${field}`));
  const enter = (subgraph: string, type: string): void => {
    const action = rules.get(subgraph)?.guards.get(type);
    if (action === undefined) throw new Error(`${type} has no reference in ${subgraph}, by docs/permissions.csv (on the way to ${coordinate}).`);
    demands.push([subgraph, [action]]);
  };
  let at: string | null = where === 'gateway' ? null : where;
  if (entity !== undefined && at !== null) enter(at, entity);
  for (const { type, field } of steps) {
    const candidates = where === 'gateway' ? [...rules.keys()].filter((subgraph) => knownAs(subgraph, type, field) !== undefined) : [where];
    const stays = at !== null && candidates.includes(at);
    const next = stays ? (at as string) : candidates[0];
    const name = next === undefined ? undefined : knownAs(next, type, field);
    if (next === undefined || name === undefined)
      throw new Error(`${type}.${field} stands in no subgraph of docs/permissions-fields.csv; run npm run generate.`);
    if (!stays && at !== null) enter(next, name);
    at = next;
    demands.push([next, rules.get(next)?.fields.get(`${name}.${field}`) ?? []]);
    const also = alsoDemanded[`${name}.${field}`];
    if (also !== undefined) demands.push([next, [also]]);
    if (where === 'gateway') demands.push(...requiredBy(rules, `${name}.${field}`));
  }
  return demands;
};

/** Whether some role must state a purpose for this. */
export const demandsPurpose = (rules: Rules, demands: readonly Demand[]): boolean =>
  demands.some(([subgraph, actions]) => actions.some((action) => Object.keys(rules.get(subgraph)?.purposes.get(action) ?? {}).length > 0));

/** Whether this caller may see this cell in this world. */
export const maySee = (rules: Rules, demands: readonly Demand[], asker: Asker, world: World): boolean =>
  demands.every(([subgraph, actions]) => actions.some((action) => mayIn(rules.get(subgraph), asker, action, world)));

/**
 * Whether a purpose is what this caller lacks for something on the way: then that is the answer, whatever stands in the way after it.
 * In the database of the NUO rows of several municipalities meet, so there the purpose is asked before it is known whose the row is.
 */
export const purposeHelps = (rules: Rules, demands: readonly Demand[], caller: Caller, world: World): boolean =>
  demands.some((demand) => {
    const askers = demand[0] === NUO ? worlds : [world];
    return askers.some((each) => !maySee(rules, [demand], caller, each) && maySee(rules, [demand], { ...caller, purpose: 'ANY' }, each));
  });

/** Whether the rows of a list on the way are the caller's own; another with the same right sees none. */
export const hasRows = ({ steps }: Cell, caller: Caller, world: World): boolean =>
  steps.every(({ type, field }) => ownOfCaller[withoutMunicipality(`${type}.${field}`, world)]?.(caller, world) ?? true);
