import { everyTriple, type Principal } from '@werkplein/kernel';
import { demoUser, dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { DisclosureRow } from '../disclosures/disclosure.entity.ts';
import { PlanRow } from '../plans/plan.entity.ts';
import { ProvisionRow } from '../provisions/provision.entity.ts';
import { completeProfile, type DossierCommand, dossierCommand as command, dossierCommands, dossierIn, nothingRuns } from '../testing/dossiers.ts';
import { disclosed, moduleFor, registered, registerDocument, person, requestId, sharedWerkplein, testDay } from '../testing/index.ts';
import { DossierRow, DossierStepRow } from './dossier.entity.ts';
import { dossierMachine, type DossierStatus, type DossierStep } from './dossier.rules.ts';

const placement = { placementId: 'nuo:01900000-0000-7000-8000-000000000001', placedOn: '2026-11-16' };
const regie = 'almelo.klantregisseur';

describe.each(dialects)('a dossier on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  const statusOf = async (clientId: string) => (await served().db.read.em.findOneByOrFail(DossierRow, { clientId })).status;
  const running = (clientId: string, kind: ProvisionRow['kind'], status: ProvisionRow['status'] = 'RUNNING') =>
    served().db.write(({ em }) => em.insert(ProvisionRow, { id: `${clientId.slice(0, -2)}f1`, clientId, kind, status, executor: 'OWN', version: 1 }));

  it('is opened again, once, when a client comes back on a later day; the closed one stays as it was', async () => {
    const clientId = await registered(served());
    const again = { clientId, klantregisseur: { id: 'anna', name: 'Anna' } };
    expect((await command(served(), 'reopenClient', again)).result).toEqual({ __typename: 'DossierStillOpen', closedOn: null });
    await command(served(), 'closeDossier', { clientId, outflow: 'OWN_REQUEST', confirmed: nothingRuns });
    const [closed] = await served().db.read.em.findBy(DossierRow, { clientId });
    expect(closed).toMatchObject({ status: 'CLOSED', closedOn: testDay });
    expect((await command(served(), 'reopenClient', again)).result).toEqual({ __typename: 'DossierStillOpen', closedOn: testDay });
    served().travel('2026-11-24');
    const both = await Promise.all([1, 2].map(() => command(served(), 'reopenClient', again)));
    expect(both.map(({ result }): string => result.__typename).toSorted()).toEqual(['AlmeloClientReopened', 'DossierStillOpen']);
    expect(both.find(({ result }) => result.client)?.result.client.dossier).toEqual({
      status: 'REGISTERED',
      openedOn: '2026-11-24',
      dueOn: '2026-12-08',
      klantregisseur: { id: 'anna' },
      steps: [{ step: 'register' }],
    });
    expect(await served().db.read.em.findOneBy(DossierRow, { id: closed?.id as string })).toEqual(closed);
    expect((await command(served(), 'startIntake', { clientId })).result.client.dossier.status).toBe('INTAKE');
  });

  it('goes from intake to aftercare and is closed, and each step is a fact', async () => {
    const clientId = await registered(served());
    const take = async (name: DossierCommand, more: object = {}) => (await command(served(), name, { clientId, ...more })).result;
    expect((await take('startIntake')).client.dossier).toMatchObject({ status: 'INTAKE', dueOn: '2027-01-18', version: 2 });
    await dossierIn(served(), clientId, 'IN_PROGRAMME');
    await completeProfile(served(), clientId);
    expect((await take('declarePlaceable')).client.dossier).toMatchObject({ status: 'PLACEABLE', dueOn: null });
    expect((await take('withdrawPlaceable')).client.dossier.status).toBe('IN_PROGRAMME');
    await take('declarePlaceable');
    expect((await take('confirmPlacement', { ...placement, agreedUntil: '2026-11-22' })).client.dossier).toMatchObject({
      status: 'PLACED',
      ...placement,
      agreedUntil: '2026-11-22',
      dueOn: '2026-11-22',
    });
    expect((await take('suspendDossier', { reason: 'Langdurig ziek' })).client.dossier).toMatchObject({ status: 'SUSPENDED', statusReason: 'Langdurig ziek' });
    expect((await take('resumeDossier')).client.dossier).toMatchObject({ status: 'PLACED', statusReason: null, dueOn: '2026-11-22' });
    expect((await take('startAftercare', { ground: 'TERM_REACHED' })).client.dossier.status).toBe('AFTERCARE');
    const closed = await take('closeDossier', { outflow: 'WORK', confirmed: nothingRuns });
    expect(closed.client.dossier).toMatchObject({ status: 'CLOSED', outflow: 'WORK', closedOn: testDay });
    const steps = await served().db.read.em.find(DossierStepRow, { where: { clientId }, order: { number: 'ASC' } });
    expect(steps.map(({ step, fromStatus, toStatus, outflow }) => [step, fromStatus, toStatus, outflow])).toEqual([
      ['register', null, 'REGISTERED', null],
      ['startIntake', 'REGISTERED', 'INTAKE', null],
      ['declarePlaceable', 'IN_PROGRAMME', 'PLACEABLE', null],
      ['withdrawPlaceable', 'PLACEABLE', 'IN_PROGRAMME', null],
      ['declarePlaceable', 'IN_PROGRAMME', 'PLACEABLE', null],
      ['confirmPlacement', 'PLACEABLE', 'PLACED', null],
      ['suspend', 'PLACED', 'SUSPENDED', null],
      ['resume', 'SUSPENDED', 'PLACED', null],
      ['startAftercare', 'PLACED', 'AFTERCARE', null],
      ['close', 'AFTERCARE', 'CLOSED', 'WORK'],
    ]);
    expect(steps.at(-1)?.confirmed).toEqual(nothingRuns);
    const shown = await served().ask(
      regie,
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloClient { dossier { steps { step by { name } } } } } }',
      {
        r: [{ __typename: 'AlmeloClient', id: clientId }],
      },
    );
    expect(shown.data._entities[0].dossier.steps).toHaveLength(10);
  });

  it('begins no intake without a klantregisseur: who registers and directs no clients appoints nobody', async () => {
    const { data } = await served().ask('almelo.kwaliteitsmedewerker', registerDocument, { input: person({ familyName: 'Onbemand' }) });
    const { id, dossier } = data.almelo.registerClient.client;
    expect(dossier).toEqual({ status: 'REGISTERED', klantregisseur: null });
    expect((await command(served(), 'startIntake', { clientId: id })).result).toEqual({
      __typename: 'DossierNotReady',
      obstacles: [{ code: 'NO_KLANTREGISSEUR', text: expect.stringContaining('Wijs er eerst een toe'), ids: [] }],
    });
    const standIn = { klantregisseur: { id: 'k2', name: 'K Twee' }, until: '2026-11-25' };
    expect((await command(served(), 'assignKlantregisseur', { clientId: id, ...standIn })).result.obstacles[0].code).toBe('NO_KLANTREGISSEUR');
    await command(served(), 'assignKlantregisseur', { clientId: id, klantregisseur: { id: 'k2', name: 'K Twee' } });
    expect((await command(served(), 'startIntake', { clientId: id })).result.client.dossier.status).toBe('INTAKE');
  });

  it('is placeable with a complete profile only, and says what is missing', async () => {
    const clientId = await registered(served());
    await dossierIn(served(), clientId, 'IN_PROGRAMME');
    const codes = async () => (await command(served(), 'declarePlaceable', { clientId })).result.obstacles.map(({ code }: { code: string }) => code);
    expect(await codes()).toEqual(['NO_PROFILE']);
    await completeProfile(served(), clientId, { occupations: [], hoursMax: null, maxTravelKm: null });
    expect(await codes()).toEqual(['NO_OCCUPATION', 'NO_HOURS', 'NO_MOBILITY']);
    expect(await statusOf(clientId)).toBe('IN_PROGRAMME');
  });

  it('starts the aftercare after the agreed term, or of a contract when no support runs', async () => {
    const clientId = await registered(served());
    await dossierIn(served(), clientId, 'PLACED', { agreedUntil: '2026-11-24' });
    const start = async (ground: string) => (await command(served(), 'startAftercare', { clientId, ground })).result;
    expect((await start('TERM_REACHED')).obstacles[0]).toMatchObject({ code: 'TERM_NOT_REACHED' });
    await running(clientId, 'JOBCOACH');
    expect((await start('CONTRACT_WITHOUT_SUPPORT')).obstacles[0]).toMatchObject({ code: 'SUPPORT_RUNS', ids: [`${clientId.slice(0, -2)}f1`] });
    served().travel('2026-11-24');
    expect((await start('TERM_REACHED')).client.dossier.status).toBe('AFTERCARE');
  });

  it('is closed when no provision runs, and after somebody looked at what the NUO runs', async () => {
    const clientId = await registered(served());
    await dossierIn(served(), clientId, 'IN_PROGRAMME');
    await disclosed(served(), clientId);
    await running(clientId, 'TRAINING', 'INTERRUPTED');
    const close = async (more: object) => (await command(served(), 'closeDossier', { clientId, outflow: 'WORK', ...more })).result;
    expect(await close({ confirmed: nothingRuns })).toMatchObject({
      __typename: 'DossierNotReady',
      obstacles: [{ code: 'PROVISION_RUNS', ids: [`${clientId.slice(0, -2)}f1`] }],
    });
    await served().db.write(({ em }) => em.update(ProvisionRow, { clientId }, { status: 'ENDED' }));
    expect(await close({})).toMatchObject({
      __typename: 'AlmeloClosingToConfirm',
      questions: [{ code: 'SERVICE_ORDERS' }, { code: 'SUPPORTED_PLACEMENTS' }],
      client: { id: clientId },
    });
    expect((await close({ confirmed: ['SUPPORTED_PLACEMENTS'] })).questions).toMatchObject([{ code: 'SERVICE_ORDERS' }]);
    expect(await statusOf(clientId)).toBe('IN_PROGRAMME');
    expect((await close({ outflow: 'OTHER', confirmed: nothingRuns })) ?? null).toBeNull();
    const withText = await close({ outflow: 'OTHER', explanation: 'Naar familie in Spanje', confirmed: nothingRuns });
    expect(withText.client.dossier).toMatchObject({ status: 'CLOSED', outflow: 'OTHER', statusReason: 'Naar familie in Spanje' });
    expect((await served().db.read.em.findOneByOrFail(DisclosureRow, { clientId })).withdrawnAt).not.toBeNull();
  });

  it('refuses a stale version, and of two steps at once lets one through', async () => {
    const clientId = await registered(served());
    expect((await command(served(), 'startIntake', { clientId, expectedVersion: 7 })).result).toEqual({
      __typename: 'DossierVersionConflict',
      currentVersion: 1,
    });
    const both = await Promise.all([1, 2].map(() => command(served(), 'suspendDossier', { clientId, expectedVersion: 1, reason: 'Ziek' })));
    expect(both.map(({ result }) => String(result.__typename)).toSorted()).toEqual(['AlmeloDossierChanged', 'StepRefused']);
    expect(await served().db.read.em.countBy(DossierStepRow, { clientId, step: 'suspend' })).toBe(1);
  });

  it('gives a repeat its first answer', async () => {
    const clientId = await registered(served());
    const input = { clientId, requestId: requestId(), expectedVersion: 1 };
    const first = await command(served(), 'startIntake', input);
    expect((await command(served(), 'startIntake', input)).result).toEqual(first.result);
    expect(await served().db.read.em.countBy(DossierStepRow, { clientId, step: 'startIntake' })).toBe(1);
  });

  it('refuses what cannot be, all in one answer', async () => {
    const clientId = await registered(served());
    await dossierIn(served(), clientId, 'PLACEABLE');
    const { errors } = await command(served(), 'confirmPlacement', {
      clientId,
      placementId: clientId,
      placedOn: '2026-11-24',
      agreedUntil: '2026-11-01',
    });
    expect(errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path.slice(1).join('.'))).toEqual([
      'placementId',
      'placedOn',
      'agreedUntil',
    ]);
    const suspended = await command(served(), 'suspendDossier', { clientId, reason: ' ' });
    expect(suspended.errors?.[0]?.extensions['problems'][0].path).toEqual(['input', 'reason']);
  });

  // I7: only the regie roles of the municipality that owns the client.
  const outsiders: (string | Principal)[] = [
    'nuo.jobcoach',
    'nuo.trajectbegeleider',
    'nuo.coordinator',
    'wierden.klantregisseur',
    'wierden.kwaliteitsmedewerker',
    'almelo.accountmanager',
    'almelo.rapporteur',
    'almelo.privacyofficer',
    { ...demoUser('nuo.jobcoach'), roles: ['klantregisseur', 'kwaliteitsmedewerker'] },
  ];
  it.each(dossierCommands)('%s is for nobody but regie of the own municipality', async (name) => {
    const clientId = await registered(served());
    const inputs: Partial<Record<DossierCommand, object>> = {
      confirmPlacement: placement,
      startAftercare: { ground: 'TERM_REACHED' },
      closeDossier: { outflow: 'WORK' },
      suspendDossier: { reason: 'x' },
      resumeProgramme: { reason: 'x' },
      assignKlantregisseur: { klantregisseur: { id: 'k', name: 'K' } },
      reopenClient: { klantregisseur: { id: 'k', name: 'K' } },
    };
    for (const user of outsiders) {
      const { result, errors } = await command(served(), name, { clientId, ...inputs[name] }, user as string);
      expect([result ?? null, errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
    }
    const unknown = `${clientId.slice(0, -4)}ffff`;
    const { errors } = await command(served(), name, { clientId: unknown, ...inputs[name] });
    expect(errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});

describe.each(dialects)('every state, step and actor of a dossier on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  const triples = everyTriple(dossierMachine).filter(({ actor }) => actor === 'REGIE');
  const commandOf: Partial<Record<DossierStep, [DossierCommand, object?]>> = {
    startIntake: ['startIntake'],
    declarePlaceable: ['declarePlaceable'],
    withdrawPlaceable: ['withdrawPlaceable'],
    confirmPlacement: ['confirmPlacement', placement],
    startAftercare: ['startAftercare', { ground: 'TERM_REACHED' }],
    resumeProgramme: ['resumeProgramme', { reason: 'Gestopt' }],
    close: ['closeDossier', { outflow: 'WORK', confirmed: nothingRuns }],
    discontinue: ['closeDossier', { outflow: 'DECEASED', confirmed: nothingRuns }],
    suspend: ['suspendDossier', { reason: 'Ziek' }],
    resume: ['resumeDossier'],
  };
  const establish = 'mutation ($input: EstablishPlanInput!) { almelo { establishPlan(input: $input) { __typename ... on PlanNotReady { obstacles } } } }';
  const content = { goals: [{ text: 'Werk', fromStep: 1, toStep: 2, term: '2027-01-01' }], support: [], obligations: [], consequences: null };

  /** A client who meets every guard, whose dossier is in this state. */
  const clientIn = async (state: DossierStatus): Promise<string> => {
    const clientId = await registered(served(), { ownReference: `triple-${requestId()}` });
    await completeProfile(served(), clientId);
    const setAxis = 'mutation ($input: SetDoelgroepAxisInput!) { almelo { setDoelgroepAxis(input: $input) { __typename } } }';
    await served().ask(regie, setAxis, { input: { requestId: requestId(), clientId, axis: 'GRONDSLAG', value: 'NUG', validFrom: '2026-01-01' } });
    await served().db.write(({ em }) =>
      em.insert(PlanRow, {
        id: `${clientId.slice(0, -2)}c1`,
        clientId,
        number: 1,
        status: 'CONCEPT',
        conceptOf: clientId,
        content: { ...content, nextEvaluationOn: '2027-01-01', discussedOn: '2026-11-01' },
        version: 1,
        writtenById: 'k1',
        writtenByName: 'K',
        writtenAt: new Date(0),
      }),
    );
    await dossierIn(served(), clientId, state, { agreedUntil: '2026-11-01' });
    return clientId;
  };

  it('takes the step where the machine has it, and nowhere else', async () => {
    const wrong: string[] = [];
    for (const { state, step, allowed } of triples) {
      const clientId = await clientIn(state);
      const { ownReference } = (await served().db.read.em.query(`SELECT ownReference FROM client WHERE id = '${clientId}'`))[0];
      const [name, more] = commandOf[step as DossierStep] ?? [];
      if (name) {
        const { result } = await command(served(), name, { clientId, ...more });
        const refused = result?.__typename === 'StepRefused' && result.step === step && result.from === state && !result.allowedFrom.includes(state);
        if (allowed ? result?.__typename !== 'AlmeloDossierChanged' : !refused) wrong.push(`${state} ${step}: ${JSON.stringify(result)}`);
      } else if (step === 'establishPlan') {
        await served().ask(regie, establish, { input: { requestId: requestId(), clientId, expectedVersion: 1 } });
      } else if (step === 'register') {
        const { data } = await served().ask(regie, registerDocument, { input: person({ ownReference }) });
        if (data.almelo.registerClient.__typename !== 'AlmeloClientAlreadyRegistered') wrong.push(`${state} ${step}`);
      }
      const { status } = await served().db.read.em.findOneByOrFail(DossierRow, { clientId });
      const { to } = dossierMachine.steps[step];
      const expected = !allowed ? state : typeof to === 'string' ? to : 'IN_PROGRAMME';
      if (status !== expected) wrong.push(`${state} ${step}: it is ${status}, not ${expected}`);
      const facts = await served().db.read.em.countBy(DossierStepRow, { clientId, step });
      if (facts !== Number(allowed || step === 'register')) wrong.push(`${state} ${step}: ${facts} facts`);
    }
    expect(wrong).toEqual([]);
    expect(triples).toHaveLength(Object.keys(dossierMachine.states).length * Object.keys(dossierMachine.steps).length);
  }, 120_000);

  it('leaves the transfer to the system: no command takes that step, only the moving of a client leads to it', () => {
    const type = moduleFor('almelo').subgraph.schema.getType('AlmeloCommands');
    const names = type && 'getFields' in type ? Object.keys(type.getFields()) : [];
    expect(names).toEqual(expect.arrayContaining(dossierCommands));
    expect(names.filter((name) => /transfer/i.test(name)).toSorted()).toEqual(['acceptTransfer', 'offerTransfer', 'refuseTransfer', 'withdrawTransfer']);
  });
});
