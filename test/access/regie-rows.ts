import type { Database } from '@werkplein/kernel';
import { expertId, regieIdsOf, secretOf, today, type World } from './worlds.ts';

// What a Werkplein wrote, measured and decided of the client of each world.

const rowId = ({ municipality, index }: World, kind: number): string =>
  `${municipality.code}:00000000-0000-7000-8060-${String(kind * 100 + index).padStart(12, '0')}`;

/** A fact of the client of a world. */
export const factIdOf = (world: World): string => rowId(world, 7);

/** An ended plan, the established one and a concept, an evaluation, and a disclosure that was withdrawn. */
export const fillPlans = async (db: Database, world: World): Promise<void> => {
  const { clientId, municipality } = world;
  const id = (kind: number): string => rowId(world, kind);
  const writtenAt = new Date(`${today}T09:00:00Z`);
  const content = {
    goals: [{ text: 'Werk', fromStep: 2, toStep: 4, term: '2026-12-31' }],
    support: ['Jobcoach'],
    obligations: [{ code: 'SOLLICITEREN', legalBasis: 'Participatiewet art. 9', validFrom: '2026-01-01', validUntil: '2026-12-31' }],
    consequences: 'Geen',
    nextEvaluationOn: '2026-12-01',
    discussedOn: '2026-06-01',
  };
  const plan = {
    clientId,
    content,
    evaluateOn: null,
    version: 1,
    writtenById: 'e1',
    writtenByName: 'Medewerker',
    writtenAt,
    conceptOf: null,
    establishedOf: null,
  };
  const evaluation = { clientId, evaluatedOn: '2026-09-01', samenspraak: true, outcome: 'Goed', nextEvaluationOn: '2026-12-01' };
  const recorded = { recordedById: 'e1', recordedByName: 'Medewerker', recordedAt: writtenAt };
  await db.write(async ({ em }) => {
    await em.query(`UPDATE plan SET number = 2 WHERE clientId = '${clientId}'`);
    const [current] = await em.query<[{ id: string }]>(`SELECT id FROM plan WHERE clientId = '${clientId}'`);
    await em.update('plan', { id: current.id }, { content });
    await em.insert('plan', [
      { ...plan, id: id(1), number: 1, status: 'ENDED', establishedOn: '2025-06-01', endedOn: '2026-05-31', endReason: 'Nieuw plan' },
      {
        ...plan,
        id: id(2),
        content: { ...content, goals: [{ text: 'Werk', fromStep: 2, toStep: 5, term: '2026-12-31' }], consequences: 'Een gesprek' },
        number: 3,
        status: 'CONCEPT',
        conceptOf: clientId,
        establishedOn: null,
        endedOn: null,
        endReason: null,
      },
    ]);
    await em.insert('plan_evaluation', { ...evaluation, ...recorded, id: id(3), planId: current.id });
    const [open] = await em.query<{ id: string }[]>(`SELECT id FROM disclosure WHERE clientId = '${clientId}'`);
    const changedInto = open?.id ?? null;
    if (open) await em.update('disclosure', { id: open.id }, { note: 'Overlegd', ...recorded });
    const mistaken = { clientId, measuredOn: '2026-08-01', currentDay: null, step: 1, supersededAt: writtenAt };
    await em.insert('ladder_measurement', { ...mistaken, ...recorded, id: id(5) });
    const [dossier] = await em.query<[{ id: string }]>(`SELECT id FROM dossier WHERE clientId = '${clientId}'`);
    const seen = { clientId, dossierId: dossier.id, currentOf: null, observedOn: '2026-09-01', works: 'NO', benefit: 'UNKNOWN', supersededAt: writtenAt };
    await em.insert('outflow_follow_up', { ...seen, ...recorded, id: id(6) });
    const outflow = { municipality: municipality.code, subject: clientId, code: 'WORK', validFrom: '2026-01-31', validUntil: '2026-08-01' };
    await em.insert('fact', { ...outflow, id: id(7), ref: id(7), kind: 'OUTFLOW', recordedAt: writtenAt });
    const withdrawn = { clientId, parts: ['NAME'], purpose: 'BEMIDDELING', validFrom: '2026-01-01', validUntil: '2026-02-01', withdrawnAt: writtenAt };
    await em.insert('disclosure', { ...withdrawn, ...recorded, id: id(4), version: 1, note: 'Overlegd', changedInto });
  });
};

/** A loonwaarde that is due for review and for a decision, and a decision that another corrects. */
export const fillRegie = async (db: Database, world: World): Promise<void> => {
  const ids = regieIdsOf(world);
  const { clientId } = world;
  const decision = {
    clientId,
    kind: 'JOBCOACH',
    outcome: 'GRANTED',
    appliedOn: '2026-09-01',
    decideBy: '2026-10-01',
    decidedOn: '2026-09-15',
    startsOn: '2026-10-01',
    endsOn: '2027-03-31',
    legalBasis: `${secretOf(world)}-grondslag`,
    parameterSet: '2026-07',
    loonwaardeId: ids.loonwaarde,
    forfait: false,
    monthlyCents: 101_021,
    documentRef: `${secretOf(world)}-brief`,
    decidedBy: 'e1',
    publishedAt: new Date(`${today}T09:00:00Z`),
    extendsId: null,
    revisesId: null,
    chainId: ids.decision,
  };
  await db.write(async ({ em }) => {
    await em.insert('loonwaardebepaling', {
      id: ids.loonwaarde,
      clientId,
      state: 'ESTABLISHED',
      functionName: `${secretOf(world)}-functie`,
      hoursPerWeek: 24,
      requestedOn: '2026-09-01',
      plannedOn: '2026-09-08',
      expertId,
      expertName: 'Deskundige',
      expertOrganisation: 'nuo',
      carriedOutOn: '2026-09-08',
      tasks: [{ name: 'Taak', timePct: 100, pacePct: 80, qualityPct: 80, netTimePct: 80 }],
      wageValuePct: 51.2,
      establishedOn: '2026-09-15',
      validFrom: '2026-09-15',
      reviewOn: '2026-12-01',
      lksDecideBy: '2026-10-20',
      rejectedReason: 'reden',
      version: 4,
    });
    await em.insert('decision', { ...decision, id: ids.decision });
    await em.insert('decision', { ...decision, id: ids.correction, revisesId: ids.decision, extendsId: ids.decision });
    const trial = { kind: 'PROEFPLAATSING', startsOn: '2026-11-01', endsOn: '2026-12-01', loonwaardeId: null };
    await em.insert('decision', { ...decision, ...trial, id: ids.trial, chainId: ids.trial });
  });
};

/** What supports the client of this world: a provision with its moments, an exemption, the steps of the dossier and who stood in. */
export const fillSupport = async (db: Database, world: World): Promise<void> => {
  const { clientId, municipality, index } = world;
  const ids = regieIdsOf(world);
  const id = (kind: number): string => `${municipality.code}:00000000-0000-7000-8061-${String(kind * 100 + index).padStart(12, '0')}`;
  const recorded = { recordedById: 'e1', recordedAt: new Date(`${today}T09:00:00Z`) };
  await db.write(async ({ em }) => {
    const [dossier] = await em.query<[{ id: string }]>(`SELECT id FROM dossier WHERE clientId = '${clientId}'`);
    await em.insert('provision', {
      id: ids.provision,
      clientId,
      kind: 'JOBCOACH',
      status: 'RUNNING',
      srgTypeCode: '30',
      executor: 'NUO',
      serviceOrderId: 'nuo:x',
      decisionId: ids.correction,
      expectedEndOn: '2026-12-31',
      stopBy: '2027-01-31',
      endReason: 'OTHER',
      note: `${secretOf(world)}-voorziening`,
      version: 1,
    });
    const use = { provisionId: ids.provision, clientId, startsOn: '2026-10-01', endsOn: '2026-11-01', supersededAt: null };
    await em.insert('provision_use', { ...use, ...recorded, id: id(1) });
    const milestone = { provisionId: ids.provision, clientId, kind: 'REVIEW', source: 'Participatiewet art. 10a', settledById: 'e1' };
    await em.insert('provision_milestone', {
      ...milestone,
      id: id(2),
      dueOn: '2026-11-30',
      settledOn: '2026-11-20',
      progress: true,
      note: `${secretOf(world)}-moment`,
    });
    await em.insert('exemption', {
      id: id(3),
      clientId,
      ground: 'SINGLE_PARENT',
      status: 'RUNNING',
      startsOn: '2026-10-01',
      endsOn: '2027-03-31',
      decisionId: ids.correction,
      reviewOn: '2026-12-31',
      reviewedOn: '2026-11-01',
      endReason: `${secretOf(world)}-einde`,
      version: 1,
      ...recorded,
    });
    await em.insert('carried_exemption', { id: id(4), clientId, ground: 'SINGLE_PARENT', municipality: '0363', months: 4, ...recorded });
    const step = { clientId, dossierId: dossier.id, number: 9, step: 'close', fromStatus: 'AFTERCARE', toStatus: 'CLOSED', takenOn: today };
    const said = { reason: `${secretOf(world)}-stap`, outflow: 'WORK', confirmed: ['SERVICE_ORDERS'], recordedByName: 'Medewerker' };
    await em.insert('dossier_step', { ...step, ...said, ...recorded, id: id(5) });
    const standIn = {
      clientId,
      dossierId: dossier.id,
      employeeId: 'e2',
      employeeName: 'Vervanger',
      startsOn: '2026-11-20',
      endsOn: '2026-11-27',
      standIn: true,
    };
    await em.insert('responsibility', { ...standIn, ...recorded, id: id(6) });
  });
};

/** What a Werkplein knows of nobody in particular. */
export const fillWholeWerkplein = async (db: Database, code: string): Promise<void> => {
  const id = `${code}:00000000-0000-7000-8062-000000000001`;
  const counts = { persons: 1, provisions: 1, subsidies: 1, rejected: 1, outside: 1 };
  const delivery = { month: '2026-10', file: `srg-${code}-2026-10.jsonl`, digest: 'd', writtenById: 'e1', writtenAt: new Date(`${today}T09:00:00Z`) };
  const places = {
    code: 'BESCHUT_TAAKSTELLING',
    value: 20,
    unit: 'PLACES',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    confirmed: true,
    source: 'test',
    version: '2026-11',
  };
  await db.write(async ({ em }) => {
    await em.insert('srg_delivery', { ...delivery, ...counts, id });
    await em.insert('law_parameter', { ...places, note: 'toelichting' });
  });
};
