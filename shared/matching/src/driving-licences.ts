/** Categories of the VUM list, as candidates have them and vacancies ask them. */
export const drivingLicenceCategories = ['A', 'A1', 'A2', 'AM', 'B', 'B+', 'C1', 'C', 'D1', 'D', 'BE', 'C1E', 'CE', 'D1E', 'DE', 'T'] as const;

export const isDrivingLicence = (category: string): boolean => (drivingLicenceCategories as readonly string[]).includes(category);
