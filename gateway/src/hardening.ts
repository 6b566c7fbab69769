import { type Cors, flag, optionalText, positive, readTls, setting, type Tls, tlsSettings } from '@werkplein/kernel';
import { z } from 'zod';
import { type DocumentMode, documentModes } from './documents/rewrite.ts';
import { COST_LIMIT, type RateSettings } from './limits/index.ts';

/** How the gateway is closed. */
export interface Hardening {
  trustedDocuments: DocumentMode;
  trustedDocumentsFile: string;
  costLimit: number;
  /** Null counts nothing. */
  rates: RateSettings | null;
  /** Header in which our own proxy puts the caller's address, in lower case. */
  addressHeader: string | undefined;
  cors: Cors;
  securityContact: string | undefined;
  tls: Tls | undefined;
  /** What the gateway shows to the subgraphs. */
  subgraphTls: Tls | undefined;
}

/** Nothing closed: for what is tested without. */
export const open: Hardening = {
  trustedDocuments: 'off',
  trustedDocumentsFile: '',
  costLimit: COST_LIMIT,
  rates: null,
  addressHeader: undefined,
  cors: { origins: [], credentials: false },
  securityContact: undefined,
  tls: undefined,
  subgraphTls: undefined,
};

const isOrigin = (text: string): boolean => /^https?:\/\/[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
const origins = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((list) => list.every(isOrigin), 'give exact origins such as https://werkplein.almelo.nl, with spaces between; never *');

export const hardeningSettings = {
  TRUSTED_DOCUMENTS: {
    ...setting(
      z.enum(documentModes).optional(),
      'Whether callers name a document of the registry (`documentId`): only, also or off. In production only `only` is supported.',
    ),
    fallback: 'also; only with NODE_ENV=production',
  },
  TRUSTED_DOCUMENTS_FILE: { ...optionalText('The registry of trusted documents.'), fallback: 'schema/trusted-documents.json' },
  COST_LIMIT: positive('The largest number of objects that one operation may make the organisations look up, counted before it is planned.', COST_LIMIT),
  RATE_LIMIT_REQUESTS_PER_SECOND: positive('Requests of one employee in a second; above it 429 with Retry-After.', 50),
  RATE_LIMIT_COST_PER_MINUTE: positive('Cost of the operations of one employee in a minute, together; at least COST_LIMIT.', 1_000_000),
  RATE_LIMIT_ANONYMOUS_PER_SECOND: positive('Requests from one address in a second without a token, or with one that is refused.', 10),
  RATE_LIMIT_REDIS_URL: optionalText('Redis in which several gateways count together, such as redis://host:6379; without it each counts for itself.'),
  CLIENT_ADDRESS_HEADER: optionalText(
    'Header in which the own proxy puts the address of the caller; its last value counts. Without it the address of the connection.',
  ),
  CORS_ORIGINS: setting(origins as unknown as z.ZodType<string[]>, 'Exact origins of web pages that may ask, with spaces between.'),
  CORS_CREDENTIALS: flag('Whether such a page may let the browser send cookies and client certificates along.', false),
  SECURITY_CONTACT: setting(
    z
      .string()
      .regex(/^(mailto:|https:\/\/|tel:)\S+$/, 'give a mailto:, https: or tel: address')
      .optional(),
    'Where holes are reported, for /.well-known/security.txt: mailto:, https: or tel:.',
  ),
  ...(tlsSettings(
    'GATEWAY',
    'certificate with which the gateway answers by TLS.',
    'who signs the certificates of callers; with it the gateway answers only who shows one.',
  ) as Record<`GATEWAY_TLS_${'CERT' | 'KEY' | 'CA'}_FILE`, ReturnType<typeof optionalText>>),
  ...(tlsSettings(
    'SUBGRAPH',
    'certificate that the gateway shows to the subgraphs.',
    'who signs the certificates of the subgraphs; another is not asked.',
  ) as Record<`SUBGRAPH_TLS_${'CERT' | 'KEY' | 'CA'}_FILE`, ReturnType<typeof optionalText>>),
};

type Own = { [K in keyof typeof hardeningSettings]: z.infer<(typeof hardeningSettings)[K]['schema']> };

export const hardeningProblems = ({ RATE_LIMIT_COST_PER_MINUTE, COST_LIMIT: limit }: Own): string[] =>
  RATE_LIMIT_COST_PER_MINUTE < limit ? ['RATE_LIMIT_COST_PER_MINUTE: give at least COST_LIMIT, or the dearest allowed operation never runs'] : [];

export const readHardening = (own: Own, production: boolean): Hardening => ({
  trustedDocuments: own.TRUSTED_DOCUMENTS ?? (production ? 'only' : 'also'),
  trustedDocumentsFile: own.TRUSTED_DOCUMENTS_FILE ?? 'schema/trusted-documents.json',
  costLimit: own.COST_LIMIT,
  rates: {
    requestsPerSecond: own.RATE_LIMIT_REQUESTS_PER_SECOND,
    costPerMinute: own.RATE_LIMIT_COST_PER_MINUTE,
    anonymousPerSecond: own.RATE_LIMIT_ANONYMOUS_PER_SECOND,
    redisUrl: own.RATE_LIMIT_REDIS_URL,
  },
  addressHeader: own.CLIENT_ADDRESS_HEADER?.toLowerCase(),
  cors: { origins: own.CORS_ORIGINS, credentials: own.CORS_CREDENTIALS },
  securityContact: own.SECURITY_CONTACT,
  tls: readTls('GATEWAY', own),
  subgraphTls: readTls('SUBGRAPH', own),
});
