import { municipalities, NUO } from '@werkplein/kernel';
import { demoClient } from './clients.ts';
import { addDays, TODAY } from './days.ts';
import { demoEmployee } from './employees.ts';
import { activeEmployer, demoEmployer, popularAmong } from './employers.ts';
import { demoId } from './ids.ts';
import { occupations } from './occupations.ts';
import { randomOf } from './random.ts';
import { sectorWeights } from './sectors.ts';
import { demoSizes } from './sizes.ts';
import type { DemoBranch } from './types.ts';
import type { DemoProposal, DemoVacancy } from './work.types.ts';

const organisations = { [NUO]: 50, '0141': 22, '1700': 12, '0183': 7, '0189': 9 };

const demoVacancy = (index: number, employers: number): DemoVacancy => {
  const random = randomOf('vacancy', index);
  const employer = demoEmployer(activeEmployer(random.int(0, (random.chance(0.3) ? popularAmong(employers) : employers) - 1)));
  const [branch] = employer.branches as [DemoBranch];
  const occupation = random.pick(occupations[random.weighted(sectorWeights)]);
  const hoursMin = random.pick([8, 12, 16, 24, 32]);
  const age = random.int(0, 120);
  const demo: Omit<DemoVacancy, 'filledOn'> = {
    id: demoId(NUO, 'vacancy', index),
    employerId: employer.id,
    branchId: branch.id,
    title: occupation,
    description: 'Werk in een klein team met een vaste begeleider op de vloer. In overleg is veel mogelijk.',
    occupation,
    postcode4: branch.postcode.slice(0, 4),
    places: Number(random.weighted({ 1: 70, 2: 20, 4: 10 })),
    hoursMin,
    hoursMax: Math.min(hoursMin + random.pick([0, 8, 16]), 40),
    workingLevelMin: random.pick([1, 1, 1, 2, 3]),
    drivingLicences: random.chance(0.1) ? ['B'] : [],
    offersAdaptation: random.chance(0.4),
    offersGuidance: random.chance(0.6),
    onlyDoelgroepregister: random.chance(0.15),
    closesOn: random.chance(0.7) ? addDays(TODAY, 150 - age) : null,
    status: random.weighted({ OPEN: 80, PAUSED: 5, FILLED: 10, WITHDRAWN: 5 }),
    organisation: random.weighted(organisations),
    registeredAt: `${addDays(TODAY, -age)}T09:00:00.000Z`,
  };
  // Drawn last: the other facts of a vacancy stay as they were.
  return { ...demo, filledOn: demo.status === 'FILLED' ? addDays(TODAY, random.int(0, age) - age) : null };
};

/** Vacancies at a scale, one at a time. */
export function* demoVacancies(scale: number): Generator<DemoVacancy> {
  const { vacancies, employers } = demoSizes(scale);
  for (let index = 0; index < vacancies; index += 1) yield demoVacancy(index, employers);
}

/** For every second vacancy a candidate, when the drawn client is one. */
export function* demoProposals(scale: number): Generator<DemoProposal> {
  const { vacancies, employers, clients } = demoSizes(scale);
  for (let index = 0; index < vacancies; index += 2) {
    const random = randomOf('proposal', index);
    const { code } = random.pick(municipalities);
    const { candidate } = demoClient(code, random.int(0, (clients[code] ?? 1) - 1));
    const vacancy = demoVacancy(index, employers);
    if (candidate === null || candidate.visibility === 'INTERNAL' || vacancy.status !== 'OPEN') continue;
    const organisation = random.chance(0.5) ? NUO : code;
    yield {
      id: demoId(NUO, 'proposal', index),
      candidateId: candidate.id,
      municipality: code,
      employerId: vacancy.employerId,
      vacancyId: vacancy.id,
      status: random.weighted({ PROPOSED: 50, INTERVIEW: 30, REJECTED: 20 }),
      proposedAt: vacancy.registeredAt,
      employee: { ...demoEmployee(organisation, 'accountmanager', 0), organisation },
    };
  }
}
