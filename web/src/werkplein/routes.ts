import type { RouteObject } from 'react-router';
import { OfWerkplein } from './of-werkplein.tsx';

const screens: RouteObject[] = [
  { path: 'clienten', lazy: async () => ({ Component: (await import('./caseload/caseload.tsx')).CaseloadScreen }) },
  { path: 'clienten/nieuw', lazy: async () => ({ Component: (await import('./caseload/register.tsx')).RegisterScreen }) },
  { path: 'clienten/feit/:fact', lazy: async () => ({ Component: (await import('./client/of-fact.tsx')).FactScreen }) },
  {
    path: 'clienten/:id',
    lazy: async () => ({ Component: (await import('./client/client.tsx')).ClientScreen }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./client/overview.tsx')).OverviewPart }) },
      { path: 'plan', lazy: async () => ({ Component: (await import('./plan/plans.tsx')).PlanPart }) },
      { path: 'plan/schrijven', lazy: async () => ({ Component: (await import('./plan/write.tsx')).WritePlanPart }) },
      { path: 'delen', lazy: async () => ({ Component: (await import('./sharing/sharing.tsx')).SharingPart }) },
      { path: 'opdrachten', lazy: async () => ({ Component: (await import('./orders/orders.tsx')).OrdersPart }) },
      { path: 'opdrachten/nieuw', lazy: async () => ({ Component: (await import('./orders/order-form.tsx')).NewOrderPart }) },
      { path: 'voorzieningen', lazy: async () => ({ Component: (await import('./client/law.tsx')).LawPart }) },
      { path: 'vacatures', lazy: async () => ({ Component: (await import('./matching/client-vacancies.tsx')).ClientVacanciesPart }) },
    ],
  },
  { path: 'bemiddeling', lazy: async () => ({ Component: (await import('./matching/matching.tsx')).MatchingScreen }) },
  { path: 'wet', lazy: async () => ({ Component: (await import('./law/law-page.tsx')).LawScreen }) },
  { path: 'termijnen', lazy: async () => ({ Component: (await import('./waiting/deadlines.tsx')).DeadlinesScreen }) },
  { path: 'wacht-op-u', lazy: async () => ({ Component: (await import('./waiting/waiting.tsx')).WaitingScreen }) },
  { path: 'verhuizingen', lazy: async () => ({ Component: (await import('./transfers/transfers.tsx')).TransfersScreen }) },
];

export const werkpleinRoutes: RouteObject[] = [{ Component: OfWerkplein, children: screens }];
