import type { DemoContactMoment, DemoEmployer, DemoParticipant, DemoPlacement } from '@werkplein/demo';
import type { NuoDemo } from '../load-demo.ts';

/** Ids of tests: `nuo:0…<kind>…<n>`, well-formed. */
export const testId = (kind: number, n: number, home = 'nuo'): string =>
  `${home}:00000000-0000-7000-8000-${String(kind).padStart(4, '0')}${String(n).padStart(8, '0')}`;

const kinds = { employer: 1, branch: 2, person: 3, moment: 4, participant: 5, placement: 6, client: 7 } as const;
export const idOf = (kind: keyof typeof kinds, n: number, home?: string): string => testId(kinds[kind], n, home);

const homes = ['0141', '0189'] as const;
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

const employerRow = (i: number): DemoEmployer => ({
  id: idOf('employer', i),
  index: i,
  kvkNumber: null,
  registrationReason: 'fictief',
  legalName: `Bedrijf ${String(i).padStart(4, '0')} B.V.`,
  tradeNames: [],
  legalForm: 'BV',
  sbiCode: '47110',
  sbiVersion: 'SBI2025',
  employees: 10,
  status: 'ACTIVE',
  keyAccount: false,
  branches: [
    {
      id: idOf('branch', i),
      vestigingsnummer: null,
      name: `Bedrijf ${i}`,
      street: 'Dorpsstraat',
      houseNumber: i + 1,
      postcode: '7607AB',
      city: 'Almelo',
      municipality: '0141',
      main: true,
    },
  ],
  contactPersons: [{ id: idOf('person', i), name: `Persoon ${i}`, jobTitle: 'Directeur', email: `p${i}@voorbeeld.example`, phone: '+31546123456' }],
});

const momentRow = (i: number, k: number): DemoContactMoment => ({
  id: idOf('moment', i * 10 + k),
  employerId: idOf('employer', i),
  contactPersonId: idOf('person', i),
  occurredAt: `2026-0${k + 1}-01T09:00:00.000Z`,
  channel: 'PHONE',
  direction: 'OUTGOING',
  steering: 'VRAAGGESTUURD',
  subject: `Contact ${k}`,
  report: '',
  succeeded: true,
  employee: { id: `e${k}`, name: `Medewerker ${k}`, organisation: k % 2 ? '0189' : 'nuo' },
});

/** `n` employers with 5 contact moments and 2 placements each: one of an Almelo client, one of a Wierden client. */
export const testDemo = (n: number): NuoDemo => {
  const people = range(2 * n).map((j) => ({ j, home: homes[j % 2] as string, employer: Math.floor(j / 2) }));
  return {
    employers: range(n).map(employerRow),
    contactMoments: range(n).flatMap((i) => range(5).map((k) => momentRow(i, k))),
    participants: people.map(
      ({ j, home }): DemoParticipant => ({
        id: idOf('participant', j),
        index: j,
        clientId: idOf('client', j, home),
        municipality: home,
        name: null,
        registeredOn: '2026-01-01',
      }),
    ),
    placements: people.map(
      ({ j, home, employer }): DemoPlacement => ({
        id: idOf('placement', j),
        participantId: idOf('participant', j),
        clientId: idOf('client', j, home),
        municipality: home,
        employerId: idOf('employer', employer),
        branchId: idOf('branch', employer),
        kind: 'REGULAR',
        status: 'ACTIVE',
        startsOn: '2026-02-01',
        expectedEndOn: null,
        endedOn: null,
        hoursPerWeek: 24,
      }),
    ),
    vacancies: [],
    proposals: [],
    colleagues: [],
    teams: [],
    accounts: [],
    serviceOrders: [],
    responsibilities: [],
    contactPlans: [],
  };
};
