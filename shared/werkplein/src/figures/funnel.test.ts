import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { inProgramme, leaves, type World, worldOf } from '../testing/figure-world.ts';
import { placed, recordFollowUp } from '../testing/figures.ts';
import { completeProfile, dossierCommand } from '../testing/dossiers.ts';
import { registered } from '../testing/index.ts';

const document = 'query ($asked: FunnelPartInput!) { almeloFunnelPart(asked: $asked) { stages { stage count } candidateIds } }';
const cohort = { from: '2026-01-01', until: '2026-03-31' };

const funnelOf = async ({ served, clock }: World, measuredOn: string, knownAt = clock(), user = 'almelo.klantregisseur') => {
  const { data, errors, statements } = await served.ask(user, document, { asked: { ...cohort, measuredOn, knownAt: knownAt.toISOString() } });
  if (errors) return { code: errors[0]?.extensions['code'] };
  const { stages, candidateIds } = data.almeloFunnelPart;
  const counts = Object.fromEntries(stages.map(({ stage, count }: { stage: string; count: number }) => [stage, count]));
  return { counts: ['REGISTERED', 'IN_PROGRAMME', 'PLACEABLE', 'PLACED', 'LASTED'].map((stage) => counts[stage]), candidateIds, statements };
};
const arrives = async (world: World, day: string): Promise<string> => {
  world.at(day);
  return registered(world.served);
};
const working = async (world: World): Promise<string> => {
  const clientId = await inProgramme(world, '2026-01-05');
  await placed(world.served, clientId, '2026-01-05');
  return clientId;
};

describe.each(dialects)('the funnel of a cohort on %s', (dialect) => {
  it.each<[string, (world: World) => Promise<unknown>, number[]]>([
    ['who was registered', (w) => arrives(w, '2026-03-31'), [1, 0, 0, 0, 0]],
    ['nobody of another quarter', (w) => arrives(w, '2026-04-01'), [0, 0, 0, 0, 0]],
    ['who has a plan', (w) => inProgramme(w, '2026-01-05'), [1, 1, 0, 0, 0]],
    [
      'who could be placed once, also when that was taken back',
      async (w) => {
        const clientId = await inProgramme(w, '2026-01-05');
        await completeProfile(w.served, clientId);
        await dossierCommand(w.served, 'declarePlaceable', { clientId });
        w.at('2026-02-01');
        await dossierCommand(w.served, 'withdrawPlaceable', { clientId });
      },
      [1, 1, 1, 0, 0],
    ],
    [
      'who was placed, also when it ended',
      async (w) => {
        const clientId = await working(w);
        w.at('2026-07-05');
        await dossierCommand(w.served, 'resumeProgramme', { clientId, reason: 'Gestopt' });
      },
      [1, 1, 1, 1, 0],
    ],
    [
      'who worked 26 weeks',
      async (w) => {
        const clientId = await working(w);
        // 26 weeks after 5 January.
        w.at('2026-07-07');
        await dossierCommand(w.served, 'resumeProgramme', { clientId, reason: 'Gestopt' });
      },
      [1, 1, 1, 1, 1],
    ],
    [
      'who left to work and of whom nobody knows',
      async (w) => {
        const clientId = await working(w);
        await dossierCommand(w.served, 'startAftercare', { clientId, ground: 'CONTRACT_WITHOUT_SUPPORT' });
        await leaves(w, clientId, '2026-02-01');
      },
      [1, 1, 1, 1, 0],
    ],
    [
      'who left to work that lasted',
      async (w) => {
        const clientId = await working(w);
        await dossierCommand(w.served, 'startAftercare', { clientId, ground: 'CONTRACT_WITHOUT_SUPPORT' });
        await leaves(w, clientId, '2026-02-01');
        w.at('2026-08-03');
        await recordFollowUp(w.served, { clientId, observedOn: '2026-08-02', works: 'YES', benefit: 'NO' });
      },
      [1, 1, 1, 1, 1],
    ],
  ])('counts %s', async (_, history, expected) => {
    const world = await worldOf(dialect);
    await history(world);
    world.at('2026-09-30');
    expect((await funnelOf(world, '2026-09-30')).counts).toEqual(expected);
  });

  it('looks at what was reached by a day and known at an instant, in as many statements however many there are', async () => {
    const world = await worldOf(dialect);
    const clientId = await working(world);
    const then = world.clock();
    const { statements } = await funnelOf(world, '2026-01-05');
    world.at('2026-07-20');
    expect((await funnelOf(world, '2026-07-05')).counts).toEqual([1, 1, 1, 1, 0]);
    expect((await funnelOf(world, '2026-07-06')).counts).toEqual([1, 1, 1, 1, 1]);
    expect((await funnelOf(world, '2026-01-04')).counts).toEqual([1, 0, 0, 0, 0]);
    for (let i = 0; i < 5; i += 1) await inProgramme(world, '2026-01-06');
    world.at('2026-07-20');
    expect(await funnelOf(world, '2026-01-05', then)).toMatchObject({ counts: [1, 1, 1, 1, 0], statements, candidateIds: [`${clientId.slice(0, -2)}ca`] });
    expect((await funnelOf(world, '2026-07-06')).counts).toEqual([6, 6, 1, 1, 1]);
    expect(await funnelOf(world, '2026-07-06', then, 'wierden.klantregisseur')).toEqual({ code: 'FORBIDDEN' });
  });
});
