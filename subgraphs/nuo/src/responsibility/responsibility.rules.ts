/** In which roles somebody answers for a participant at the NUO. */
export const responsibleRoles = ['TRAJECTBEGELEIDER', 'JOBCOACH', 'WERKLEIDER', 'DETACHERINGSCONSULENT'] as const;
export type ResponsibleRole = (typeof responsibleRoles)[number];
