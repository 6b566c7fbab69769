import { centreOf, type Point } from '@werkplein/matching/postcodes';
import type { OpenVacancy } from './use-all-pages.ts';

/** An employer with what is open there, at the middle of its postcode; null when that is not in the table. */
export interface EmployerOnMap {
  id: string;
  name: string;
  city: string | null;
  places: number;
  point: Point | null;
}

/** Open places by employer, most first. A vacancy without a branch is at the main one. */
export const employersOf = (vacancies: readonly OpenVacancy[]): EmployerOnMap[] => {
  const found = new Map<string, EmployerOnMap>();
  for (const { employer, branch, places, filled } of vacancies) {
    if (!employer || places <= filled) continue;
    const at = branch ?? employer.branches?.find(({ main }) => main) ?? employer.branches?.[0] ?? null;
    const known = found.get(employer.id) ?? { id: employer.id, name: employer.name, city: at?.city ?? null, places: 0, point: centreOf(at?.postcode ?? null) };
    found.set(employer.id, { ...known, places: known.places + places - filled });
  }
  return [...found.values()].sort((a, b) => b.places - a.places || a.name.localeCompare(b.name, 'nl'));
};
