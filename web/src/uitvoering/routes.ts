import type { RouteObject } from 'react-router';

export const uitvoeringRoutes: RouteObject[] = [
  { path: 'opdrachten', lazy: async () => ({ Component: (await import('./orders-page.tsx')).OrdersPage }) },
  { path: 'opdrachten/:id', lazy: async () => ({ Component: (await import('./order-page.tsx')).OrderPage }) },
  { path: 'plaatsingen', lazy: async () => ({ Component: (await import('./placements-page.tsx')).PlacementsPage }) },
  { path: 'plaatsingen/nieuw', lazy: async () => ({ Component: (await import('./propose-page.tsx')).ProposePage }) },
  { path: 'plaatsingen/:id', lazy: async () => ({ Component: (await import('./placement-page.tsx')).PlacementPage }) },
  { path: 'deelnemers/:id', lazy: async () => ({ Component: (await import('./participant-page.tsx')).ParticipantPage }) },
  { path: 'werkplekken', lazy: async () => ({ Component: (await import('./board-page.tsx')).BoardPage }) },
  { path: 'werkplekken/nieuw', lazy: async () => ({ Component: (await import('./workplace-new-page.tsx')).WorkplaceNewPage }) },
  { path: 'werkplekken/groep', lazy: async () => ({ Component: (await import('./work-group-new-page.tsx')).WorkGroupNewPage }) },
  { path: 'werkplekken/:id', lazy: async () => ({ Component: (await import('./workplace-page.tsx')).WorkplacePage }) },
  { path: 'leerwerklijnen', lazy: async () => ({ Component: (await import('./learning-lines-page.tsx')).LearningLinesPage }) },
  { path: 'leerwerklijnen/:id', lazy: async () => ({ Component: (await import('./learning-line-page.tsx')).LearningLinePage }) },
  { path: 'maanden', lazy: async () => ({ Component: (await import('./months-page.tsx')).MonthsPage }) },
];
