import type { RouteObject } from 'react-router';

export const werkpleinRoutes: RouteObject[] = [];
