import { texts } from '../texts.ts';
import { hasRole, isNuo, type Me } from './me.tsx';

const { menu } = texts;
type Group = keyof typeof menu.groups;

export interface MenuItem {
  path: string;
  label: string;
}
interface Placed extends MenuItem {
  group: Group;
}

const into =
  (group: Group) =>
  (path: string, label: string): Placed => ({ path, label, group });
const [regie, uitvoering, werkgevers, beheer, cijfers] = [into('regie'), into('uitvoering'), into('werkgevers'), into('beheer'), into('cijfers')];

const employerRoles = ['accountmanager', 'coordinator', 'trajectbegeleider', 'jobcoach', 'detacheringsconsulent', 'klantregisseur', 'kwaliteitsmedewerker'];
const uitvoerders = ['trajectbegeleider', 'jobcoach', 'werkleider', 'detacheringsconsulent'];
const regisseurs = ['klantregisseur', 'kwaliteitsmedewerker'];

/**
 * What somebody is offered, the first being where they begin. It follows docs/permissions.csv, but grants nothing:
 * who types another address gets what the graph lets them see.
 */
export const menuOf = (me: Me): Placed[] => {
  const atNuo = isNuo(me);
  return [
    ...(hasRole(me, ...regisseurs)
      ? [regie('/clienten', menu.clients), regie('/termijnen', menu.deadlines), regie('/wacht-op-u', menu.waiting), regie('/verhuizingen', menu.transfers)]
      : []),
    ...(atNuo && hasRole(me, 'detacheringsconsulent') ? [uitvoering('/detacheringen', menu.secondments)] : []),
    ...(atNuo && hasRole(me, ...uitvoerders)
      ? [
          uitvoering('/opdrachten', menu.orders),
          uitvoering('/deelnemers', menu.participants),
          uitvoering('/plaatsingen', menu.placements),
          uitvoering('/werkplekken', menu.workplaces),
          uitvoering('/leerwerklijnen', menu.learning),
        ]
      : []),
    ...(hasRole(me, ...employerRoles) ? [werkgevers('/vandaag', menu.today), werkgevers('/werkgevers', menu.employers), werkgevers('/kaart', menu.map)] : []),
    ...(atNuo && hasRole(me, 'coordinator')
      ? [
          uitvoering('/opdrachten', menu.orders),
          uitvoering('/deelnemers', menu.participants),
          uitvoering('/plaatsingen', menu.placements),
          uitvoering('/detacheringen', menu.secondments),
          uitvoering('/werkplekken', menu.workplaces),
        ]
      : []),
    ...(hasRole(me, 'coordinator')
      ? [werkgevers('/dubbelingen', menu.duplicates), werkgevers('/overdragen', menu.handOver), werkgevers('/collegas', menu.colleagues)]
      : []),
    ...(atNuo && hasRole(me, 'coordinator', 'detacheringsconsulent') ? [uitvoering('/maanden', menu.months)] : []),
    ...(hasRole(me, 'privacyofficer') ? [beheer('/inzage', texts.beheer.menuAccess)] : []),
    ...(hasRole(me, 'functioneelbeheerder') ? [beheer('/brieven', texts.beheer.menuLetters), beheer('/wsw-statistiek', texts.beheer.menuWsw)] : []),
    ...(!atNuo && hasRole(me, ...regisseurs, 'functioneelbeheerder') ? [regie('/wet', menu.law)] : []),
    ...(!atNuo && hasRole(me, 'kwaliteitsmedewerker', 'functioneelbeheerder') ? [beheer('/srg', texts.beheer.menuSrg)] : []),
    ...(!atNuo && hasRole(me, 'privacyofficer', 'functioneelbeheerder') ? [beheer('/bewaren', texts.beheer.menuRetention)] : []),
    ...(me.roles.every((role) => role === 'privacyofficer') ? [] : [cijfers('/sturing', menu.dashboard), cijfers('/rapporten', menu.reports)]),
  ];
};

/** More than a line of a screen holds is put in groups, in the order of their first items. */
const ON_A_LINE = 10;

export const groupsOf = (items: readonly Placed[]): { name: string | null; items: readonly MenuItem[] }[] =>
  items.length <= ON_A_LINE
    ? [{ name: null, items }]
    : [...Map.groupBy(items, ({ group }) => group)].map(([group, held]) => ({ name: menu.groups[group], items: held }));
