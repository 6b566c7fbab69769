import { hasRole, isNuo, type Me, useMe } from '../app/me.tsx';

/** Who steers, and what they may do there; it follows docs/permissions.csv and grants nothing. */
export interface SteeringReader {
  /** Sees every municipality. */
  everywhere: boolean;
  /** CBS code of the one that is theirs; null for the NUO. */
  home: string | null;
  /** Sees exact numbers, any day and any moment, and the facts. */
  exact: boolean;
  /** Which side of an agreement they speak for. */
  side: 'NUO' | 'MUNICIPALITY' | null;
  freezes: boolean;
  /** Sees double approaches by month. */
  seesApproaches: boolean;
}

export const readerOf = (me: Me): SteeringReader => {
  const atNuo = isNuo(me);
  const coordinates = atNuo && hasRole(me, 'coordinator');
  const decides = !atNuo && hasRole(me, 'kwaliteitsmedewerker');
  return {
    everywhere: atNuo,
    home: atNuo ? null : me.organisation.code,
    exact: me.roles.some((role) => role !== 'rapporteur' && role !== 'privacyofficer'),
    side: coordinates ? 'NUO' : decides ? 'MUNICIPALITY' : null,
    freezes: coordinates,
    seesApproaches: coordinates,
  };
};

export const useReader = (): SteeringReader => readerOf(useMe());
