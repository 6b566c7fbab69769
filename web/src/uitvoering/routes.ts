import type { RouteObject } from 'react-router';

export const uitvoeringRoutes: RouteObject[] = [];
