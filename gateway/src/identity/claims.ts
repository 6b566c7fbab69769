import { type Principal, principalSchema } from '@werkplein/kernel';
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { TokenIssuer } from './issuers.ts';

// A citizen service number has 8 or 9 digits. An employee is known by an opaque id; one that could be a BSN is refused before anything keeps it.
const opaque = z
  .string()
  .min(1)
  .max(64)
  .refine((id) => !/^\D*\d{8,9}\D*$/.test(id), 'could be a BSN');

const claimsSchema = z.object({
  sub: opaque,
  /** The employee's id when `sub` differs from client to client. */
  medewerkerId: opaque.optional(),
  naam: z.string().trim().min(1),
  organisatie: z.string().min(1),
  rollen: z.array(z.string()).min(1),
});

/** Who a verified token speaks of; throws when it is not complete, or speaks of an organisation that is not its issuer's. */
export const principalOf = (payload: JWTPayload, { organisations, oins }: Pick<TokenIssuer, 'organisations' | 'oins'>): Principal => {
  const { sub, medewerkerId, naam, organisatie, rollen } = claimsSchema.parse(payload);
  const organisation = new Map(Object.entries(oins)).get(organisatie) ?? organisatie;
  if (!organisations.includes(organisation)) throw new Error('the issuer may not speak for this organisation');
  return principalSchema.parse({ employeeId: medewerkerId ?? sub, displayName: naam, organisation, roles: rollen });
};
