import { hasRole, type Me } from '../../app/me.tsx';

/** Kinds of facts that are of a client, with the part of the client's page that tells more. */
const parts: Readonly<Record<string, string>> = {
  DOSSIER: '',
  PROGRAMME: '',
  OPENED: '',
  PLACED: '',
  PLACEMENT_LASTED: '',
  OUTFLOW: '',
  OUTFLOW_FOLLOW_UP: '',
  HAND_OVER: '',
  LADDER: 'voorzieningen#ladder',
  LOONWAARDE: 'voorzieningen#',
  LOONWAARDE_HOURS: 'voorzieningen#',
  LOONWAARDE_BY_HOURS: 'voorzieningen#',
  BESCHUT: 'voorzieningen#doelgroep',
  BESCHUT_PLACE: 'voorzieningen#',
};

/** Where the client of a fact is looked at, for who directs clients at the same Werkplein; null for everybody else and every other fact. */
export const factPath = ({ id, kind, ref, municipality }: { id: string; kind: string; ref: string; municipality: string | null }, me: Me): string | null => {
  const part = parts[kind];
  if (part === undefined || municipality !== me.organisation.code || !hasRole(me, 'klantregisseur', 'kwaliteitsmedewerker')) return null;
  // A record of its own is where the part begins with it.
  const place = part.endsWith('#') ? `${part}${ref}` : part;
  return `/clienten/feit/${encodeURIComponent(id)}${place === '' ? '' : `?naar=${encodeURIComponent(place)}`}`;
};
