import { badInput, localDay, parseText, type ReadTx, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { indexEmployers } from '../duplicates/match.store.ts';
import { differ } from '../duplicates/match.rules.ts';
import { raiseSignals } from '../duplicates/signal.store.ts';
import type { EmployerVersionConflict } from '../employers/change-employer.types.ts';
import { change, changedBy } from '../employers/changes.ts';
import { CONCERN_TURN, isAbove } from '../employers/concern.ts';
import { Employer } from '../employers/employer.entity.ts';
import { stateEmployers } from '../employers/employer.facts.ts';
import { EmployerStatus } from '../employers/employer.types.ts';
import { displayName, nameKey } from '../employers/name.rules.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { rowsBy } from '../reads.ts';
import { takeTurn } from '../turns.ts';
import { EmployerMerge } from './merge.entity.ts';
import { mergeRegistry } from './merge-registry.ts';
import { fieldReport, survivorChanges } from './merge.rules.ts';
import { countFacts, countSamePersons, lockBoth } from './merge.store.ts';
import {
  type EmployersMerged,
  type MergeDemand,
  type MergeEmployersInput,
  type MergeSide,
  type MergePreview,
  MergeRefusal,
  type MergeRefused,
} from './merge.types.ts';
import { Steps } from './steps.ts';

type Refused = MergeRefused | EmployerVersionConflict;
type Answer = EmployersMerged | MergePreview | Refused;

const DAYS_TO_UNDO = 30;

const refused = (refusal: MergeRefusal, employerId: string): MergeRefused => ({ __typename: 'MergeRefused', refusal, employerId });

interface Pair {
  survivor: Employer;
  vanishing: Employer;
}

/** Why these two cannot be merged, whatever their versions. */
const refusalOf = ({ survivor, vanishing }: Pair): MergeRefused | null => {
  for (const { mergedIntoId } of [survivor, vanishing]) if (mergedIntoId !== null) return refused(MergeRefusal.ALREADY_MERGED, mergedIntoId);
  for (const { id, status } of [survivor, vanishing]) if (status === (EmployerStatus.BLOCKED as string)) return refused(MergeRefusal.BLOCKED, id);
  return null;
};

/** Both as `read` gives them by id. An id of no employer is a mistake; what was merged is still a row. */
const pairOf = (rows: ReadonlyMap<string, Employer>, input: MergeEmployersInput): Pair => {
  const [survivor, vanishing] = [rows.get(input.survivorId), rows.get(input.vanishingId)];
  const missing = [...(survivor ? [] : ['survivorId']), ...(vanishing ? [] : ['vanishingId'])];
  if (!survivor || !vanishing) throw badInput(missing.map((field) => ({ path: ['input', field], message: 'Deze werkgever bestaat niet.' })));
  return { survivor, vanishing };
};

const choicesOf = ({ choices }: MergeEmployersInput): Map<string, MergeSide> => new Map((choices ?? []).map(({ subject, keep }) => [subject, keep]));

const demands = async (tx: ReadTx, { survivor, vanishing }: Pair, day: string): Promise<MergeDemand[]> => {
  const found: MergeDemand[] = [];
  for (const { toChoose } of mergeRegistry) {
    if (toChoose) found.push(...(await toChoose(tx, survivor.id, vanishing.id, day)));
  }
  return found;
};

/** What the input must say and does not, under the lock: both employers may have got something since the preview. */
const demandChoices = async (tx: ReadTx, pair: Pair, input: MergeEmployersInput, reason: string | null, day: string): Promise<void> => {
  const chosen = choicesOf(input);
  const open = (await demands(tx, pair, day)).filter(({ subject }) => !chosen.has(subject));
  const problems = open.map(({ subject, message }) => ({ path: ['input', 'choices', subject], message }));
  if (reason === null && differ(pair.survivor.kvkNumber, pair.vanishing.kvkNumber))
    problems.push({ path: ['input', 'reason'], message: 'Zij hebben elk een eigen KvK-nummer: zeg waarom zij één zijn.' });
  if (problems.length > 0) throw badInput(problems);
};

const preview = async ({ db: { read: tx }, clock }: RequestContext, input: MergeEmployersInput): Promise<MergePreview | MergeRefused> => {
  const pair = pairOf(new Map((await rowsBy(tx, Employer, 'id', [input.survivorId, input.vanishingId])).map((row) => [row.id, row])), input);
  const refusal = refusalOf(pair);
  if (refusal) return refusal;
  const { survivor, vanishing } = pair;
  return {
    __typename: 'MergePreview',
    survivorId: survivor.id,
    vanishingId: vanishing.id,
    counts: await countFacts(tx, vanishing.id),
    fields: fieldReport(survivor, vanishing, input.fromVanishing ?? []),
    samePersons: await countSamePersons(tx, survivor.id, vanishing.id),
    toChoose: await demands(tx, pair, localDay(clock())),
    needsReason: differ(survivor.kvkNumber, vanishing.kvkNumber),
  };
};

/** The concern of both: the survivor takes the place of the vanished, and nobody becomes a part of itself. */
const parentAfter = async (tx: WriteTx, { survivor, vanishing }: Pair): Promise<string | null> => {
  if (await isAbove(tx, vanishing.id, survivor.parentId)) return vanishing.parentId;
  if (survivor.parentId !== null || (await isAbove(tx, survivor.id, vanishing.parentId))) return survivor.parentId;
  return vanishing.parentId;
};

/** The KvK number that the survivor does not take stays with the vanished row: it keeps finding the survivor. */
const mergeFields = async (steps: Steps, tx: WriteTx): Promise<void> => {
  const { survivor, vanished } = steps;
  const { kvkNumber, ...changes } = survivorChanges(survivor, vanished, steps.fromVanishing);
  if (kvkNumber !== undefined) {
    await steps.set(Employer, vanished, 'kvkNumber', null);
    await steps.set(Employer, survivor, 'kvkNumber', kvkNumber);
    if (survivor.kvkNumber !== null) await steps.set(Employer, { ...vanished, kvkNumber: null }, 'kvkNumber', survivor.kvkNumber);
  }
  const parentId = await parentAfter(tx, { survivor, vanishing: vanished });
  const all = { ...changes, nameKey: nameKey(displayName({ ...survivor, ...changes })), parentId };
  for (const [column, value] of Object.entries(all) as [keyof typeof all, unknown][]) {
    if (value !== survivor[column]) await steps.set(Employer, survivor, column, value);
  }
  await steps.set(Employer, vanished, 'status', EmployerStatus.MERGED);
  await steps.set(Employer, vanished, 'mergedIntoId', survivor.id);
};

const carryOut = async (tx: WriteTx, ctx: RequestContext, pair: Pair, input: MergeEmployersInput, reason: string | null): Promise<EmployersMerged> => {
  const { survivor, vanishing } = pair;
  const counts = await countFacts(tx, vanishing.id);
  const mergeId = ctx.newId();
  const mergedAt = ctx.clock();
  await tx.em.insert(EmployerMerge, {
    id: mergeId,
    survivorId: survivor.id,
    vanishedId: vanishing.id,
    survivorVersion: survivor.version + 1,
    reason,
    mergedAt,
    mergedBy: changedBy(ctx),
    reversibleUntil: new Date(mergedAt.getTime() + DAYS_TO_UNDO * 86_400_000),
    undoneAt: null,
    undoneBy: null,
  });
  const steps = new Steps(tx, mergeId, mergedAt, survivor, vanishing, input.fromVanishing ?? [], choicesOf(input));
  await mergeFields(steps, tx);
  await steps.moveAll();
  const warnings: string[] = [];
  for (const { afterMerge } of mergeRegistry) if (afterMerge) warnings.push(...(await afterMerge(tx, steps)));
  await steps.save();
  for (const { id, version } of [survivor, vanishing]) await tx.em.update(Employer, { id }, change(ctx, version));
  await indexEmployers(tx, [survivor.id, vanishing.id]);
  await stateEmployers(tx, ctx, [survivor.id, vanishing.id]);
  await publish(tx, ctx, 'EmployersMerged', mergeId, survivor.id, [vanishing.id]);
  await raiseSignals(tx, ctx, [survivor.id]);
  return { __typename: 'EmployersMerged', employerId: survivor.id, mergeId, counts, warnings };
};

const conflictOf = ({ survivor, vanishing }: Pair, input: MergeEmployersInput): EmployerVersionConflict | null => {
  const changed = survivor.version !== input.survivorVersion ? survivor : vanishing.version !== input.vanishingVersion ? vanishing : null;
  return changed && { __typename: 'EmployerVersionConflict', employerId: changed.id, currentVersion: changed.version };
};

/** Makes two employers one. Rows that hold an alias stay as they are; the others move, and each change is remembered for undoing it. */
export const mergeEmployers = async (ctx: RequestContext, input: MergeEmployersInput): Promise<Answer> => {
  const checking = checkInput();
  const reason = checking.optional('reason', input.reason, (text) => parseText(text, { max: 500, multiline: true }));
  checking.done();
  if (input.survivorId === input.vanishingId) return refused(MergeRefusal.SELF, input.survivorId);
  if (input.dryRun) return preview(ctx, input);
  return runCommand<Answer>(ctx, 'EmployersMerge', input, async (tx) => {
    await takeTurn(tx, CONCERN_TURN);
    const pair = pairOf(await lockBoth(tx, [input.survivorId, input.vanishingId]), input);
    const subjectIds = [input.survivorId, input.vanishingId];
    const no = refusalOf(pair) ?? conflictOf(pair, input);
    if (no) return { answer: no, subjectIds };
    await demandChoices(tx, pair, input, reason, localDay(ctx.clock()));
    return { answer: await carryOut(tx, ctx, pair, input, reason), subjectIds };
  });
};
