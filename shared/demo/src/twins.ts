import { demoEmployer } from './employers.ts';
import { demoId } from './ids.ts';
import { demoSizes } from './sizes.ts';
import type { DemoEmployer } from './types.ts';

/** Employers, by number, that somebody entered a second time, as they called them. */
const entered: readonly (readonly [employer: number, call: (name: string) => string])[] = [
  [20, (name) => `${name} B.V.`],
  [21, (name) => name.toUpperCase()],
  [23, (name) => `Fa. ${name}`],
  [26, (name) => `${name} (nieuw)`],
  [31, (name) => name.replace(' ', '-')],
];

/** Id of what employer `number` was entered as too. */
export const demoTwinId = (number: number): string => demoId('nuo', 'twin of employer', number);

/** The employers that `mergeDuplicate` of the demo makes one; the others wait to be looked at. */
export const MERGED_TWIN = 20;

const twinOf = (number: number, call: (name: string) => string): DemoEmployer => {
  const { tradeNames, branches, contactPersons, ...employer } = demoEmployer(number);
  const name = call(tradeNames[0] as string);
  return {
    ...employer,
    id: demoTwinId(number),
    kvkNumber: null,
    registrationReason: 'Fictief bedrijf (demo), een tweede keer ingevoerd',
    legalName: name,
    tradeNames: [name],
    employees: 0,
    status: 'PROSPECT',
    keyAccount: false,
    branches: branches.slice(0, 1).map((branch) => ({ ...branch, id: demoId('nuo', 'branch of twin', number), vestigingsnummer: null, name })),
    contactPersons: contactPersons.slice(0, 1).map((person) => ({ ...person, id: demoId('nuo', 'contact person of twin', number) })),
  };
};

/** Employers that are in the register twice, for the coordinator to find. */
export function* demoTwins(scale: number): Generator<DemoEmployer> {
  const { employers } = demoSizes(scale);
  for (const [number, call] of entered) if (number < employers) yield twinOf(number, call);
}
