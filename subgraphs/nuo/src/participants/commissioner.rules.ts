import { municipalities, organisationName } from '@werkplein/kernel';

/** Who may ask something of the NUO for a person: a municipality of the graph, or a third party whose people have no client here. */
export const commissionerKinds = ['MUNICIPALITY', 'UWV', 'OTHER_MUNICIPALITY'] as const;
export type CommissionerKind = (typeof commissionerKinds)[number];
export type ThirdParty = Exclude<CommissionerKind, 'MUNICIPALITY'>;

/** Stands where another participant has the CBS code of the municipality that answers for them: for people of UWV no municipality does. */
export const UWV = 'uwv';

/** What a participant has who is not of a third party and has not left. */
export const noCommissioner = { commissionerKind: null, commissionerCode: null, commissionerReference: null, exitedOn: null, exitReason: null };

/** Municipalities around us that may order for their own people. Source: CBS Gemeentelijke indeling. */
const neighbours: Readonly<Record<string, string>> = { '1774': 'Dinkelland', '1742': 'Rijssen-Holten', '0163': 'Hellendoorn' };

export const isInGraph = (code: string): boolean => municipalities.some((municipality) => municipality.code === code);

const OIN = /^[0-9]{20}$/;

/** Name for people of a commissioner, or of any organisation that a step was taken for. UWV is the one that has an OIN here. */
export const commissionerName = (code: string): string => (OIN.test(code) ? 'UWV' : (neighbours[code] ?? organisationName(code)));

interface Ordered {
  municipality: string;
  commissionerKind: CommissionerKind | null;
  commissionerCode: string | null;
}

/** Who orders for a person: a third party, else the municipality that answers for them. */
export const commissionerOf = ({ municipality, commissionerKind, commissionerCode }: Ordered): { kind: CommissionerKind; code: string; name: string } => {
  const code = commissionerCode ?? municipality;
  return { kind: commissionerKind ?? 'MUNICIPALITY', code, name: commissionerName(code) };
};
