import {
  demoAccounts,
  demoColleagues,
  demoContactMoments,
  demoContactPlans,
  demoEmployers,
  demoOrderColleagues,
  demoOrderedParticipants,
  demoParticipants,
  demoPlacements,
  demoProposals,
  demoResponsibilities,
  demoServiceOrders,
  demoTeams,
  demoVacancies,
} from '@werkplein/demo';
import { municipalities } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import type { GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Account } from './accounts/account.entity.ts';
import { Employer } from './employers/employer.entity.ts';
import { DuplicateSignal } from './duplicates/duplicate.entity.ts';
import { ContactPlan } from './contact-plans/contact-plan.entity.ts';
import { planStatuses } from './contact-plans/plan-status.rules.ts';
import { loadDemo, nuoSubgraph } from './index.ts';
import { ServiceOrder } from './orders/service-order.entity.ts';
import { Participant } from './participants/participant.entity.ts';
import { Responsibility } from './responsibility/responsibility.entity.ts';
import { Placement } from './placements/placement.entity.ts';
import { Proposal } from './proposals/proposal.entity.ts';
import { nuoForTest, testDemo } from './testing/index.ts';
import { Vacancy } from './vacancies/vacancy.entity.ts';

describe('the schema of the NUO', () => {
  it('names no municipality', () => {
    const names = municipalities.map(({ name }) => name);
    const types = Object.keys(nuoSubgraph.schema.getTypeMap());
    expect(types.filter((type) => names.some((name) => type.includes(name)))).toEqual([]);
  });

  it('adds to Client and Werkplein without owning them', () => {
    expect(nuoSubgraph.sdl).toMatch(/type Client @interfaceObject @key\(fields: "id"\)|type Client @key\(fields: "id"\) @interfaceObject/);
    expect(nuoSubgraph.sdl).toMatch(/type Werkplein .*@interfaceObject/);
  });

  it('guards every reference, root field, command and contributed field', () => {
    const guarded = [...nuoSubgraph.actions.keys()];
    expect(guarded).toEqual(
      expect.arrayContaining([
        'Client',
        'Werkplein',
        'Client.placements',
        'Werkplein.placements',
        'Werkplein.activePlacementCount',
        'Placement.client',
        'Participant.client',
        'Participant.name',
      ]),
    );
    const commands = Object.keys((nuoSubgraph.schema.getType('NuoCommands') as GraphQLObjectType).getFields());
    expect(guarded).toEqual(expect.arrayContaining(commands.map((name) => `NuoCommands.${name}`)));
  });
});

describe.each(dialects)('the demo rows on %s', (dialect) => {
  it('are complete, and the same after a second run', async () => {
    const { db } = await nuoForTest(dialect);
    const scale = 0.02;
    const demo = () => ({
      employers: demoEmployers(scale),
      contactMoments: demoContactMoments(scale),
      participants: [...demoParticipants(scale), ...demoOrderedParticipants(scale)],
      placements: demoPlacements(scale),
      vacancies: demoVacancies(scale),
      proposals: demoProposals(scale),
      colleagues: [...demoColleagues(), ...demoOrderColleagues()],
      teams: demoTeams(),
      accounts: demoAccounts(scale),
      serviceOrders: demoServiceOrders(scale),
      responsibilities: demoResponsibilities(scale),
      contactPlans: demoContactPlans(scale, '2026-08-03'),
    });
    await loadDemo(db, demo());
    await loadDemo(db, demo());
    const { em } = db.read;
    const stored = await Promise.all(
      [Employer, Participant, Placement, Vacancy, Proposal, Account, ServiceOrder, Responsibility].map((entity) => em.count(entity as typeof Employer)),
    );
    const { employers, participants, placements, vacancies, proposals, accounts, serviceOrders, responsibilities } = demo();
    expect(stored).toEqual(
      [employers, participants, placements, vacancies, proposals, accounts, serviceOrders, responsibilities].map((rows) => [...rows].length),
    );
    expect(await em.count(DuplicateSignal)).toBeGreaterThan(0);
  });

  it('show life on the day of the load, and the next day', async () => {
    const nuo = await nuoForTest(dialect, {
      employers: demoEmployers(0.02),
      colleagues: demoColleagues(),
      contactPlans: demoContactPlans(0.02, '2026-08-03'),
    });
    const mine = async (user: string, on: string) =>
      (await nuo.ask(user, '{ myContactPlans(on: "ON") { nodes { status participants { organisation { code } } } } }'.replace('ON', on))).data.myContactPlans
        .nodes;
    expect(await mine('wierden.accountmanager', '2026-08-03')).toEqual([{ status: 'SCHEDULED', participants: [] }]);
    expect(await mine('almelo.accountmanager', '2026-08-04')).toEqual([{ status: 'SCHEDULED', participants: [{ organisation: { code: '0141' } }] }]);
    const before = await nuo.db.read.em.find(ContactPlan, { order: { id: 'ASC' } });
    expect(new Set(before.map(({ status }) => status))).toEqual(new Set(planStatuses));
    // Loaded again a week later nothing moves.
    await loadDemo(nuo.db, { ...testDemo(0), contactPlans: demoContactPlans(0.02, '2026-08-10') });
    expect(await nuo.db.read.em.find(ContactPlan, { order: { id: 'ASC' } })).toEqual(before);
    const offered = before.find(({ offeredTo }) => offeredTo !== null);
    const accept = 'mutation ($id: ID!) { nuo { acceptContactPlanHandOver(input: { requestId: "accept-demo", contactPlanId: $id }) { __typename } } }';
    const { data } = await nuo.ask('wierden.accountmanager', accept, { id: offered?.id });
    expect(data.nuo.acceptContactPlanHandOver.__typename).toMatch(/ContactPlanTakenOver|ContactNeedsReason/);
  });
});
