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
          { path: 'wijzigen', lazy: async () => ({ Component: (await import('./edit/edit-employer.tsx')).EditEmployer }) },
          { path: 'vestigingen/:branchId', lazy: async () => ({ Component: (await import('./edit/edit-branch.tsx')).EditBranch }) },
          { path: 'personen/:personId', lazy: async () => ({ Component: (await import('./edit/edit-person.tsx')).EditPerson }) },
          { path: 'vacatures/nieuw', lazy: async () => ({ Component: (await import('./vacancy/new-vacancy.tsx')).NewVacancy }) },
          { path: 'vacatures/:vacancyId', lazy: async () => ({ Component: (await import('./vacancy/vacancy-page.tsx')).VacancyPage }) },
          { path: 'voordrachten/:proposalId', lazy: async () => ({ Component: (await import('./proposal/proposal-page.tsx')).ProposalPage }) },
          { path: 'accounts', lazy: async () => ({ Component: (await import('./account/accounts-page.tsx')).AccountsPage }) },
          { path: 'contacten/:planId', lazy: async () => ({ Component: (await import('./plan/plan-page.tsx')).PlanPage }) },
        ],
      },
    ],
  },
  {
    path: 'taken',
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./tasks/tasks-page.tsx')).TasksPage }) },
      { path: 'nieuw', lazy: async () => ({ Component: (await import('./tasks/new-task.tsx')).NewTask }) },
    ],
  },
  { path: 'collegas', lazy: async () => ({ Component: (await import('./colleagues/colleagues-page.tsx')).ColleaguesPage }) },
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
