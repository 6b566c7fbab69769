export const workplaceKinds = ['INSIDE', 'ON_LOCATION', 'GREEN'] as const;
export type WorkplaceKind = (typeof workplaceKinds)[number];
