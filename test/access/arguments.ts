import { testCompanies } from '@werkplein/demo';
import { idIn, type Caller, type World } from './worlds.ts';

/** Arguments by which each field answers with rows of one world, or `null` when it gives everyone the same. */
type Given = (world: World) => Record<string, unknown>;

const byId =
  (kind: Parameters<typeof idIn>[1]): Given =>
  (world) => ({ id: idIn(world, kind) });

/** Root fields, and fields that need an argument or would mix the worlds. A new one belongs here; without it the matrix fails and says so. */
export const fieldArguments: Readonly<Record<string, Given | null>> = {
  'Query.client': ({ clientId }) => ({ id: clientId }),
  'Query.werkplein': ({ municipality }) => ({ municipality: municipality.code }),
  'Query.werkpleinen': null,
  'Query.me': null,
  'Query.employer': byId('employer'),
  'Query.employers': ({ index }) => ({ filter: { name: `Wereld ${index}` } }),
  'Query.employerByKvkNumber': ({ index }) => ({ kvkNumber: testCompanies[index]?.kvkNumber }),
  'Query.participant': byId('participant'),
  'Query.placement': byId('placement'),
  '‹Gemeente›Werkplein.clients': ({ ownReference }) => ({ filter: { ownReference } }),
  '‹Gemeente›Werkplein.caseload': ({ ownReference }) => ({ filter: { ownReference } }),
  '‹Gemeente›Werkplein.clientAccessLog': ({ clientId }) => ({ clientId }),
};

/** How `_entities` names the rows of a world, by type and the key's field. */
export const entityKeys: Readonly<Record<string, Given>> = {
  Employer: byId('employer'),
  ContactMoment: byId('moment'),
  Placement: byId('placement'),
  Participant: byId('participant'),
  Client: ({ clientId }) => ({ id: clientId }),
  '‹Gemeente›Client': ({ clientId }) => ({ id: clientId }),
  Werkplein: ({ municipality }) => ({ municipality: municipality.code }),
  '‹Gemeente›Werkplein': ({ municipality }) => ({ municipality: municipality.code }),
};

/** Lists that are the caller's own, so that another with the same right finds them empty. */
export const ownOfCaller: Readonly<Record<string, (caller: Caller, world: World) => boolean>> = {
  '‹Gemeente›Werkplein.caseload': ({ roles }, { disclosed }) => disclosed && roles.includes('klantregisseur'),
};

/** `AlmeloWerkplein.clients` → `‹Gemeente›Werkplein.clients`. */
export const withoutMunicipality = (coordinate: string, { municipality }: World): string =>
  coordinate.startsWith(municipality.name) ? `‹Gemeente›${coordinate.slice(municipality.name.length)}` : coordinate;
