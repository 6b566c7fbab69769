import { demoId } from './ids.ts';
import { familyNameFor, fullName, personName } from './names.ts';
import { addressOf } from './places.ts';
import { testCompanies } from './published.ts';
import { type Random, randomOf } from './random.ts';
import { type SectorName, sectors, sectorWeights } from './sectors.ts';
import { demoSizes } from './sizes.ts';
import type { DemoBranch, DemoContactPerson, DemoEmployer } from './types.ts';

/** The first employers: known to everyone, active, with most of the placements and contact. */
export const POPULAR = 50;
const MAX_PARTS = 16;
/** Among how many employers those lie that are known to everyone: at a larger scale as many more. */
export const popularAmong = (employers: number): number => Math.min(employers, Math.max(POPULAR, Math.round((employers * POPULAR) / demoSizes(1).employers)));

const legalForms = { BV: 55, Eenmanszaak: 22, VoF: 14, Stichting: 6, NV: 1, Coöperatie: 2 };
const jobTitles = ['Directeur', 'HR-adviseur', 'Bedrijfsleider', 'Teamleider', 'Eigenaar', 'Planner', 'Vestigingsmanager'];

export const demoEmployerId = (index: number): string => demoId('nuo', 'employer', index);
export const demoBranchId = (employer: number, number: number): string => demoId('nuo', 'branch', employer * MAX_PARTS + number);
export const demoContactPersonId = (employer: number, number: number): string => demoId('nuo', 'contact person', employer * MAX_PARTS + number);

export const branchCount = (index: number): number => {
  const random = randomOf('branches', index);
  return random.chance(index < POPULAR ? 0.5 : 0.12) ? random.int(2, 4) : 1;
};
export const contactPersonCount = (index: number): number => randomOf('contact persons', index).int(1, index < POPULAR ? 4 : 2);

export const employerStatus = (index: number): DemoEmployer['status'] => {
  if (index < POPULAR || index % 10 < 6) return 'ACTIVE';
  return index % 10 === 9 ? 'DORMANT' : 'PROSPECT';
};
/** The same employer, or an active one near it. */
export const activeEmployer = (index: number): number => (employerStatus(index) === 'ACTIVE' ? index : index - (index % 10));

// A subscriber number does not begin with 0: nobody is called by a demo.
const demoPhone = (random: Random): string => `+31546000${String(random.int(0, 999)).padStart(3, '0')}`;
const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '')
    .toLowerCase();

const contactPersons = (random: Random, index: number): DemoContactPerson[] =>
  Array.from({ length: contactPersonCount(index) }, (_, number) => {
    const name = personName(random);
    return {
      id: demoContactPersonId(index, number),
      name: fullName(name),
      jobTitle: random.pick(jobTitles),
      email: `${slug(name.givenNames.split(' ')[0] ?? '')}.${slug(name.familyName)}${number || ''}@bedrijf${index}.example`,
      phone: demoPhone(random),
    };
  });

const branches = (random: Random, index: number, name: string, vestigingsnummer: string | null): DemoBranch[] =>
  Array.from({ length: branchCount(index) }, (_, number) => {
    const address = addressOf(random, 'business');
    const main = number === 0;
    return {
      id: demoBranchId(index, number),
      vestigingsnummer: main ? vestigingsnummer : null,
      name: main ? name : `${name}, vestiging ${address.city}`,
      ...address,
      main,
    };
  });

/** Employer `index`, the same at every scale. */
export const demoEmployer = (index: number): DemoEmployer => {
  const random = randomOf('employer', index);
  const company = testCompanies[index];
  const sector = sectors[random.weighted<SectorName>(sectorWeights)];
  const legalForm = company?.legalForm ?? random.weighted(legalForms);
  const tradeName = `${random.pick<string>(sector.trades)} ${familyNameFor(random)} ${addressOf(random, 'business').city}`;
  const suffix = ['BV', 'NV', 'VoF', 'CV'].includes(legalForm) ? ` ${legalForm}` : '';
  const [fewest, most] = sector.employees;
  return {
    id: demoEmployerId(index),
    index,
    kvkNumber: company?.kvkNumber ?? null,
    registrationReason: company ? null : 'Fictief bedrijf (demo)',
    legalName: company?.name ?? (legalForm === 'Stichting' ? `Stichting ${tradeName}` : `${tradeName}${suffix}`),
    tradeNames: [tradeName],
    legalForm,
    sbiCode: random.pick<string>(sector.sbiCodes),
    sbiVersion: 'SBI2025',
    // Most firms are small: the smallest of three draws.
    employees: Math.min(random.int(fewest, most), random.int(fewest, most), random.int(fewest, most)) + (index < POPULAR ? 40 : 0),
    status: employerStatus(index),
    keyAccount: index < 20,
    branches: branches(random, index, tradeName, company?.vestigingsnummer ?? null),
    contactPersons: contactPersons(random, index),
  };
};

/** All employers at a scale, one at a time. */
export function* demoEmployers(scale: number): Generator<DemoEmployer> {
  const count = demoSizes(scale).employers;
  for (let index = 0; index < count; index += 1) yield demoEmployer(index);
}
