import type { RouteObject } from 'react-router';

export const beheerRoutes: RouteObject[] = [
  { path: 'inzage', lazy: () => import('./access-page.tsx') },
  { path: 'brieven', lazy: () => import('./letters-page.tsx') },
];
