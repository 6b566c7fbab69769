import type { RouteObject } from 'react-router';

export const beheerRoutes: RouteObject[] = [
  { path: 'inzage', lazy: () => import('./access-page.tsx') },
  { path: 'brieven', lazy: () => import('./letters-page.tsx') },
  { path: 'bewaren', lazy: () => import('./retention-page.tsx') },
  { path: 'wsw-statistiek', lazy: () => import('./wsw-page.tsx') },
  { path: 'srg', lazy: () => import('./srg-page.tsx') },
];
