import type { RouteObject } from 'react-router';

export const steeringRoutes: RouteObject[] = [
  { path: 'sturing', lazy: () => import('./board.tsx') },
  { path: 'sturing/cijfer/:indicator', lazy: () => import('./figure/figure-page.tsx') },
  { path: 'sturing/afspraken/nieuw', lazy: () => import('./agreements/propose-page.tsx') },
  { path: 'sturing/afspraken/:id', lazy: () => import('./agreements/agreement-page.tsx') },
  { path: 'contactmomenten/:id', lazy: () => import('./records/contact-page.tsx') },
  { path: 'sturing/verloop', lazy: () => import('./flows/flows-page.tsx') },
  { path: 'sturing/:municipality/verloop', lazy: () => import('./flows/flows-page.tsx') },
  { path: 'sturing/:municipality', lazy: () => import('./dashboard.tsx') },
  { path: 'rapporten', lazy: () => import('./reports/reports-page.tsx') },
  { path: 'rapporten/vastleggen', lazy: () => import('./reports/freeze-page.tsx') },
  { path: 'rapporten/:id', lazy: () => import('./reports/report-page.tsx') },
];
