import { addDays, localDay, NUO, type Principal, systemClock } from '@werkplein/kernel';
import { type Asks, command } from '@werkplein/nuo/testing';
import type { NuoProcesses } from './nuo-processes.ts';

export const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const organisations = [NUO, '0141', '1700', '0183', '0189'];

/** Account managers of all five organisations. */
export const manager = (n: number): Principal => ({
  employeeId: `manager-${n}`,
  displayName: `Manager ${n}`,
  organisation: organisations[n % organisations.length] as string,
  roles: ['accountmanager'],
});
export const refOf = ({ employeeId, organisation }: Principal) => ({ employeeId, organisation });

export const today = (): string => localDay(systemClock());
export const inDays = (days: number): string => addDays(today(), days);

/* oxlint-disable typescript/no-explicit-any -- answers of any shape */
/** One command to one process; a refusal that is an error throws. */
export const run = async (nuo: Asks, user: string | Principal, name: string, input: object, show = ''): Promise<any> => {
  const answer = await command(nuo, user, name, input, show);
  if (answer.code) throw new Error(JSON.stringify(answer));
  return answer;
};

let made = 0;
/** New employers without anything that another has, so that no duplicate is suspected. */
export const newEmployers = (nuo: NuoProcesses, n: number): Promise<string[]> =>
  Promise.all(
    range(n).map(async (i) => {
      const legalName = `Onderneming ${(made += 1)}`;
      const answer = await run(
        nuo.at(i),
        'nuo.accountmanager',
        'registerEmployer',
        { legalName, registrationReason: 'fictief' },
        '... on EmployerRegistered { employer { id } }',
      );
      return answer.employer.id as string;
    }),
  );

export const newPerson = async (nuo: NuoProcesses, employerId: string): Promise<string> =>
  (await run(nuo.at(0), 'nuo.accountmanager', 'addContactPerson', { employerId, name: 'Katrien' }, '... on ContactPersonAdded { contactPerson { id } }'))
    .contactPerson.id;

export const planShow = `... on ContactPlanned { alreadyPlanned contactPlan { id version owner { id } window { from until } } }
  ... on ContactConflict { holder { id organisation { code } } window { from until } options { kind day } contactPlan { id } }
  ... on ContactNeedsReason { obstacles { kind } } ... on EmployerClosed { obstacles { kind } }`;

/** Plans a vacancy visit in 40 days, unless told otherwise. */
export const plan = (nuo: Asks, user: string | Principal, employerId: string, more: object = {}): Promise<any> => {
  const day = inDays(40);
  const wanted = { purpose: 'VACANCY', steering: 'VRAAGGESTUURD', channel: 'PHONE', window: { from: day, until: day } };
  return run(nuo, user, 'planContact', { employerId, ...wanted, ...more }, planShow);
};

export const contact = (nuo: Asks, user: string | Principal, employerId: string, more: object = {}): Promise<any> =>
  run(
    nuo,
    user,
    'recordContactMoment',
    {
      employerId,
      occurredAt: `${inDays(-1)}T09:00:00Z`,
      channel: 'VISIT',
      direction: 'OUTGOING',
      steering: 'VRAAGGESTUURD',
      subject: 'Bezoek',
      report: '',
      ...more,
    },
    '... on ContactMomentRecorded { contactMoment { id } }',
  );

/** The answers by their type. */
export const byType = (answers: readonly { __typename: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { __typename } of answers) counts[__typename] = (counts[__typename] ?? 0) + 1;
  return counts;
};
