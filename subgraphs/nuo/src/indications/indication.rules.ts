export const targetGroups = ['BELONGS', 'BELOW', 'ABOVE'] as const;
export type TargetGroup = (typeof targetGroups)[number];
export const handicapCategories = ['MATIG', 'ERNSTIG'] as const;
export type HandicapCategory = (typeof handicapCategories)[number];
export const advisedForms = ['BEGELEID_WERKEN', 'NOT_BEGELEID_WERKEN'] as const;
export type AdvisedForm = (typeof advisedForms)[number];
