export const genders = ['MALE', 'FEMALE'] as const;
export type Gender = (typeof genders)[number];
