import { hasRole, isNuo, useMe } from '../app/me.tsx';

const guides = ['trajectbegeleider', 'jobcoach', 'werkleider', 'detacheringsconsulent'];

/** Who is offered which steps; it follows docs/permissions.csv and grants nothing. */
const roles = {
  guide: guides,
  planWorkplaces: ['werkleider', 'coordinator'],
  runSecondments: ['detacheringsconsulent', 'coordinator'],
  approveRates: ['coordinator'],
  keepEmployments: ['trajectbegeleider', 'detacheringsconsulent'],
  measureLoonwaarde: ['trajectbegeleider', 'jobcoach'],
  keepHours: ['werkleider', 'detacheringsconsulent'],
  registerPeople: [...guides, 'coordinator'],
  closeMonths: ['coordinator', 'detacheringsconsulent'],
  assign: [...guides, 'coordinator'],
  /** Speaks for UWV and for municipalities that have no Werkplein here. */
  directThirdParties: ['coordinator'],
} as const;

/** Whether who is signed in is offered what a kind of work asks. */
export const useMay = (): ((work: keyof typeof roles) => boolean) => {
  const me = useMe();
  return (work) => isNuo(me) && hasRole(me, ...roles[work]);
};
