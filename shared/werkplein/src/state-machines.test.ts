import { everyTriple, newIds, systemClock } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { DecisionRow } from './decisions/decision.entity.ts';
import { decisionMachine } from './decisions/decision.rules.ts';
import { DisclosureRow } from './disclosures/disclosure.entity.ts';
import { disclosureMachine, type DisclosureState } from './disclosures/disclosure.rules.ts';
import { DossierRow } from './dossiers/dossier.entity.ts';
import { PlanRow } from './plans/plan.entity.ts';
import { planMachine, type PlanStatus } from './plans/plan.rules.ts';
import { registered, requestId, sharedWerkplein, testDay } from './testing/index.ts';

// Every (state, step, actor) through the API; those of the dossier, the loonwaarde, the provision and the exemption stand beside their commands.

const newId = newIds('0141', systemClock);
const regie = 'almelo.klantregisseur';
const outsiders = ['nuo.jobcoach', 'wierden.klantregisseur', 'almelo.rapporteur'];

describe.each(dialects)('every state, step and actor on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  const give = async (name: string, input: object, more = '', user = regie) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { almelo { ${name}(input: $input) { __typename ${more} } } }`;
    const { data, errors } = await served().ask(user, document, { input: { requestId: requestId(), ...input } });
    return { result: data?.almelo?.[name] ?? null, code: errors?.[0]?.extensions['code'] };
  };
  const refused = '... on StepRefused { step from allowedFrom }';
  const nobodyElse = async (name: string, input: object) => {
    for (const user of outsiders) expect(await give(name, input, '', user)).toEqual({ result: null, code: 'FORBIDDEN' });
  };

  it('of a plan van aanpak', async () => {
    const content = {
      goals: [{ text: 'Werk', fromStep: 1, toStep: 2, term: '2027-01-01' }],
      support: [],
      obligations: [],
      nextEvaluationOn: '2027-01-01',
      discussedOn: '2026-11-01',
    };
    const evaluation = { evaluatedOn: testDay, samenspraak: true, outcome: 'Goed', nextEvaluationOn: '2027-01-01' };
    const commands = {
      draft: ['savePlanConcept', content],
      change: ['savePlanConcept', { ...content, expectedVersion: 1 }],
      establish: ['establishPlan', { expectedVersion: 1 }],
      evaluate: ['evaluatePlan', { ...evaluation, expectedVersion: 1 }],
      end: ['endPlan', { expectedVersion: 1, reason: 'Klaar' }],
      replace: ['establishPlan', { expectedVersion: 1 }],
    } as const;
    const planIn = async (status: PlanStatus): Promise<{ clientId: string; id: string }> => {
      const clientId = await registered(served());
      await give('setDoelgroepAxis', { clientId, axis: 'GRONDSLAG', value: 'NUG', validFrom: '2026-01-01' });
      const id = newId();
      const holders = { conceptOf: status === 'CONCEPT' ? clientId : null, establishedOf: status === 'ESTABLISHED' ? clientId : null };
      const written = { writtenById: 'k', writtenByName: 'K', writtenAt: new Date(0) };
      await served().db.write(async ({ em }) => {
        await em.update(DossierRow, { clientId }, { status: 'IN_PROGRAMME' });
        await em.insert(PlanRow, {
          id,
          clientId,
          number: 1,
          status,
          ...holders,
          content: { ...content, consequences: null, goals: content.goals },
          version: 1,
          ...written,
        });
      });
      return { clientId, id };
    };
    const wrong: string[] = [];
    for (const { state, step, allowed } of everyTriple(planMachine)) {
      const { clientId, id } = await planIn(state);
      if (step === 'replace') await give('savePlanConcept', { ...content, clientId, ...(state === 'CONCEPT' && { expectedVersion: 1 }) });
      const before = await served().db.read.em.findOneByOrFail(PlanRow, { id });
      const [name, input] = commands[step];
      // Of the plan that stands as concept the next version is sent.
      const expectedVersion = step === 'replace' && state === 'CONCEPT' ? { expectedVersion: before.version } : {};
      const { result } = await give(name, { clientId, ...input, ...expectedVersion }, step === 'draft' || step === 'change' ? '' : refused);
      const after = await served().db.read.em.findOneByOrFail(PlanRow, { id });
      const { to } = planMachine.steps[step];
      const taken = after.status === (to === 'SAME' ? state : to) && after.version > before.version;
      if (allowed && !taken) wrong.push(`${state} ${step}: not taken, ${JSON.stringify(result)}`);
      // A concept beside it, or the concept itself, may have gone on: never this plan by this step.
      const untouched = after.status === before.status && after.version === before.version;
      if (!allowed && !untouched && !(step === 'replace' && after.status !== 'REPLACED')) wrong.push(`${state} ${step}: ${JSON.stringify(after)}`);
      const addressed = step === 'establish' || step === 'evaluate' || step === 'end';
      if (!allowed && addressed && !(result.__typename === 'StepRefused' && result.from === state)) wrong.push(`${state} ${step}: ${JSON.stringify(result)}`);
    }
    expect(wrong).toEqual([]);
    const { clientId } = await planIn('CONCEPT');
    for (const [name, input] of Object.values(commands)) await nobodyElse(name, { clientId, ...input });
  }, 60_000);

  it('of a disclosure', async () => {
    const days: Record<DisclosureState, Partial<DisclosureRow>> = {
      SHARED: { validUntil: '2027-01-31', withdrawnAt: null },
      EXPIRED: { validUntil: '2026-11-22', withdrawnAt: null },
      WITHDRAWN: { validUntil: '2027-01-31', withdrawnAt: new Date('2026-11-20T10:00:00Z') },
    };
    const commands = {
      share: ['shareWithNuo', { parts: ['NAME'], purpose: 'BEMIDDELING', until: '2027-01-31' }],
      change: ['changeDisclosure', { until: '2027-02-28', expectedVersion: 1 }],
      withdraw: ['withdrawDisclosure', {}],
    } as const;
    const wrong: string[] = [];
    for (const { state, step, actor, allowed } of everyTriple(disclosureMachine)) {
      if (step === 'expire' || actor === 'TIME') continue;
      const clientId = await registered(served());
      const id = newId();
      const row = { id, clientId, parts: ['NAME' as const], purpose: 'BEMIDDELING', validFrom: '2026-11-01', version: 1, ...days[state] };
      await served().db.write(({ em }) => em.insert(DisclosureRow, row as DisclosureRow));
      const shown = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloClient { disclosures { id state } } } }';
      const { data } = await served().ask(regie, shown, { r: [{ __typename: 'AlmeloClient', id: clientId }] });
      expect(data._entities[0].disclosures).toEqual([{ id, state }]);
      const [name, input] = commands[step];
      const { result } = await give(name, { clientId, ...input }, step === 'share' ? '' : refused);
      const after = await served().db.read.em.findOneByOrFail(DisclosureRow, { id });
      if (allowed !== after.version > 1) wrong.push(`${state} ${step}: version ${after.version}`);
      const isRefused = result.__typename === 'StepRefused' && result.step === step && result.from === state;
      if (step === 'share' ? (result.__typename === 'AlreadyShared') !== (state === 'SHARED') : allowed === isRefused)
        wrong.push(`${state} ${step}: ${JSON.stringify(result)}`);
      if (wrong.length === 0) await nobodyElse(name, { clientId, ...input });
    }
    expect(wrong).toEqual([]);
    // What time does needs no command: the day after the last, nothing is shown.
    expect(disclosureMachine.steps.expire.by).toEqual(['TIME']);
  }, 60_000);

  it('of a decision', async () => {
    const decision = { kind: 'JOBCOACH', outcome: 'GRANTED', decidedOn: '2026-11-20', startsOn: '2026-12-01', legalBasis: 'Participatiewet art. 10' };
    const shown = '... on AlmeloDecisionPublished { decision { id revisesId } } ... on DecisionAlreadyRevised { revisedById }';
    for (const { state, step, allowed } of everyTriple(decisionMachine)) {
      const clientId = await registered(served());
      const first = (await give('publishDecision', { clientId, ...decision }, shown)).result.decision.id as string;
      const reviser =
        state === 'REVISED' ? ((await give('publishDecision', { clientId, ...decision, revisesId: first }, shown)).result.decision.id as string) : null;
      const before = await served().db.read.em.findOneByOrFail(DecisionRow, { id: first });
      const { result } = await give('publishDecision', { clientId, ...decision, ...(step === 'revise' && { revisesId: first }) }, shown);
      if (step === 'revise' && !allowed) expect(result).toEqual({ __typename: 'DecisionAlreadyRevised', revisedById: reviser });
      else expect(result.decision.revisesId).toBe(step === 'revise' ? first : null);
      // It never changes, whatever comes after it.
      expect(await served().db.read.em.findOneByOrFail(DecisionRow, { id: first })).toEqual(before);
      await nobodyElse('publishDecision', { clientId, ...decision });
    }
  }, 60_000);
});
