import type { RouteObject } from 'react-router';

export const steeringRoutes: RouteObject[] = [];
