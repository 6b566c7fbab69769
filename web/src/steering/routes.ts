import type { RouteObject } from 'react-router';

export const steeringRoutes: RouteObject[] = [
  { path: 'sturing', lazy: () => import('./board.tsx') },
  { path: 'sturing/cijfer/:indicator', lazy: () => import('./figure/figure-page.tsx') },
  { path: 'sturing/:municipality', lazy: () => import('./dashboard.tsx') },
];
