import { ConfigurationError, TOKEN_AUDIENCE } from '@werkplein/kernel';
import { z } from 'zod';

const organisation = z.string().regex(/^([0-9]{4}|nuo)$/, 'nuo or a CBS code of four digits');
const oin = z.string().regex(/^[0-9]{20}$/, 'an OIN has 20 digits');

const loopback = (address: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
const address = (production: boolean) =>
  z.url({ protocol: /^https?$/ }).refine((text) => new URL(text).protocol === 'https:' || (!production && loopback(text)), 'give an https address');

const issuerSchema = (production: boolean) =>
  z
    .strictObject({
      issuer: address(production),
      audience: z.string().min(1).default(TOKEN_AUDIENCE),
      /** Where the keys are; without it the issuer's own `.well-known/openid-configuration` says so. */
      jwksUri: address(production).optional(),
      /** Clients (`azp`) whose tokens are taken; without it every client of this issuer. */
      clients: z.array(z.string().min(1)).min(1).optional(),
      /** Levels of assurance (`acr`) that are enough, such as eIDAS substantial; without it every level of this issuer. */
      acrValues: z
        .array(z.string().regex(/^[!#-[\]-~]+$/))
        .min(1)
        .optional(),
      /** Scopes that a token must have. */
      scopes: z
        .array(z.string().regex(/^[!#-[\]-~]+$/))
        .min(1)
        .optional(),
      /** For which organisations this issuer may speak. */
      organisations: z.array(organisation).min(1),
      /** OIN → organisation, for an issuer that names organisations by their OIN. */
      oins: z.record(oin, organisation).default({}),
    })
    .refine(
      ({ oins, organisations }) => Object.values(oins).every((code) => organisations.includes(code)),
      'oins: names an organisation that is not in organisations',
    );

/** One identity provider whose tokens the gateway takes. */
export type TokenIssuer = z.infer<ReturnType<typeof issuerSchema>>;
/** The same as it is written in the configuration. */
export type TokenIssuerInput = z.input<ReturnType<typeof issuerSchema>>;

const issuersSchema = (production: boolean) =>
  z
    .array(issuerSchema(production))
    .min(1)
    .refine((list) => new Set(list.map(({ issuer }) => issuer)).size === list.length, 'an issuer is named twice');

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigurationError('TOKEN_ISSUERS: give a JSON array');
  }
};

/** Reads `TOKEN_ISSUERS`; a problem is named by its place, without the value. */
export const readIssuers = (given: string | readonly TokenIssuerInput[], production: boolean): TokenIssuer[] => {
  const parsed = issuersSchema(production).safeParse(typeof given === 'string' ? json(given) : given);
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(`TOKEN_ISSUERS: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ')}`);
};
