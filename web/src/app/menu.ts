import { texts } from '../texts.ts';
import { hasRole, isNuo, type Me } from './me.tsx';

export interface MenuItem {
  path: string;
  label: string;
}

const at = (path: string, label: string): MenuItem => ({ path, label });
const { menu } = texts;

const employerRoles = ['accountmanager', 'coordinator', 'trajectbegeleider', 'jobcoach', 'detacheringsconsulent', 'klantregisseur', 'kwaliteitsmedewerker'];
const uitvoering = ['trajectbegeleider', 'jobcoach', 'werkleider', 'detacheringsconsulent'];
const regie = ['klantregisseur', 'kwaliteitsmedewerker'];

/**
 * What somebody is offered, the first being where they begin. It follows docs/permissions.csv, but grants nothing:
 * who types another address gets what the graph lets them see.
 */
export const menuOf = (me: Me): MenuItem[] => {
  const atNuo = isNuo(me);
  return [
    ...(hasRole(me, ...regie)
      ? [at('/clienten', menu.clients), at('/termijnen', menu.deadlines), at('/wacht-op-u', menu.waiting), at('/verhuizingen', menu.transfers)]
      : []),
    ...(atNuo && hasRole(me, 'detacheringsconsulent') ? [at('/detacheringen', menu.secondments)] : []),
    ...(atNuo && hasRole(me, ...uitvoering)
      ? [
          at('/opdrachten', menu.orders),
          at('/deelnemers', menu.participants),
          at('/plaatsingen', menu.placements),
          at('/werkplekken', menu.workplaces),
          at('/leerwerklijnen', menu.learning),
        ]
      : []),
    ...(hasRole(me, ...employerRoles) ? [at('/vandaag', menu.today), at('/werkgevers', menu.employers), at('/kaart', menu.map)] : []),
    ...(atNuo && hasRole(me, 'coordinator')
      ? [
          at('/opdrachten', menu.orders),
          at('/deelnemers', menu.participants),
          at('/plaatsingen', menu.placements),
          at('/detacheringen', menu.secondments),
          at('/werkplekken', menu.workplaces),
        ]
      : []),
    ...(hasRole(me, 'coordinator') ? [at('/dubbelingen', menu.duplicates), at('/overdragen', menu.handOver), at('/collegas', menu.colleagues)] : []),
    ...(atNuo && hasRole(me, 'coordinator', 'detacheringsconsulent') ? [at('/maanden', menu.months)] : []),
    ...(hasRole(me, 'privacyofficer') ? [at('/inzage', texts.beheer.menuAccess)] : []),
    ...(hasRole(me, 'functioneelbeheerder') ? [at('/brieven', texts.beheer.menuLetters), at('/wsw-statistiek', texts.beheer.menuWsw)] : []),
    ...(!atNuo && hasRole(me, ...regie, 'functioneelbeheerder') ? [at('/wet', menu.law)] : []),
    ...(!atNuo && hasRole(me, 'kwaliteitsmedewerker', 'functioneelbeheerder') ? [at('/srg', texts.beheer.menuSrg)] : []),
    ...(!atNuo && hasRole(me, 'privacyofficer', 'functioneelbeheerder') ? [at('/bewaren', texts.beheer.menuRetention)] : []),
    ...(me.roles.every((role) => role === 'privacyofficer') ? [] : [at('/sturing', menu.dashboard), at('/rapporten', menu.reports)]),
  ];
};
