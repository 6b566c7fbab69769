import type { RouteObject } from 'react-router';

/** Screens of the employer desk; each is loaded when it is opened. */
export const deskRoutes: RouteObject[] = [
  { path: 'vandaag', lazy: async () => ({ Component: (await import('./today/today.tsx')).Today }) },
  {
    path: 'werkgevers',
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./search/search.tsx')).Search }) },
      { path: 'nieuw', lazy: async () => ({ Component: (await import('./search/register.tsx')).Register }) },
      {
        path: ':id',
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./employer/employer.tsx')).EmployerPage }) },
          { path: 'plannen', lazy: async () => ({ Component: (await import('./plan/plan-contact.tsx')).PlanContact }) },
          { path: 'vastleggen', lazy: async () => ({ Component: (await import('./contact/record.tsx')).RecordContact }) },
          { path: 'contacten/:planId', lazy: async () => ({ Component: (await import('./plan/plan-page.tsx')).PlanPage }) },
        ],
      },
    ],
  },
  { path: 'kaart', lazy: async () => ({ Component: (await import('./map/map.tsx')).MapPage }) },
  {
    path: 'dubbelingen',
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./merge/duplicates.tsx')).Duplicates }) },
      { path: 'samengevoegd/:id', lazy: async () => ({ Component: (await import('./merge/merges.tsx')).Merges }) },
      { path: 'samenvoegen', lazy: async () => ({ Component: (await import('./merge/merge.tsx')).Merge }) },
    ],
  },
  { path: 'overdragen', lazy: async () => ({ Component: (await import('./leave/leave.tsx')).Leave }) },
];
