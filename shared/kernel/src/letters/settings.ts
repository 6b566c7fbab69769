import type { JWK } from 'jose';
import { ConfigurationError, optionalText, port, readConfiguration, type Setting } from '../config/index.ts';
import { municipalities, NUO, NUO_PORT } from '../municipalities/index.ts';
import { demoLetterKeys, type LetterKeys, publicHalves, readLetterKeys } from './letter-keys.ts';
import { letterSigner, letterVerifier, type SignLetter, type VerifyLetter } from './letter-statement.ts';
import { type Seal, sealFor, type Unseal, unsealWith } from './seal.ts';

/** Where letters of and to the organisations that take part go. */
const places = [{ name: NUO, code: NUO, defaultPort: NUO_PORT }, ...municipalities.map(({ field, code, defaultPort }) => ({ name: field, code, defaultPort }))];

const names = (name: string) => {
  const prefix = name.toUpperCase();
  return { own: `${prefix}_LETTER_KEYS`, keys: `${prefix}_LETTER_PUBLIC_KEYS`, url: `${prefix}_LETTERS_URL`, port: `${prefix}_PORT` };
};

/** The names of the settings of an organisation's letters, by its code. */
export const letterSettingNames = (code: string): { own: string; keys: string; url: string } =>
  names(places.find((place) => place.code === code)?.name ?? code);

/** The keys of one organisation, which no other has. */
export const ownLetterSettings = (name: string): Record<string, Setting<string | undefined>> => ({
  [names(name).own]: optionalText(
    `Private JWK set (JSON) with which ${name} signs its letters to other organisations (Ed25519) and opens what they seal for it (X25519); the first of each kind is in use. \`main.js letter-keys\` makes one. Required with NODE_ENV=production; without it demo keys under KEYS_DIR.`,
  ),
});

/** What every organisation must know of the others. */
export const letterPartySettings: Record<string, Setting<string | undefined>> = Object.fromEntries(
  places.flatMap(({ name, defaultPort }) => [
    [
      names(name).keys,
      optionalText(
        `Public JWK set (JSON) of the letters of ${name}: the public halves of its ${names(name).own}. Required with NODE_ENV=production, but for ${name} itself.`,
      ),
    ],
    [
      names(name).url,
      {
        ...optionalText(
          `Where ${name} takes letters; without it this machine, on ${names(name).port}. Required with NODE_ENV=production, but for ${name} itself.`,
        ),
        fallback: `http://127.0.0.1:${defaultPort}/letters`,
      },
    ],
  ]),
);

export interface LetterParty {
  code: string;
  url: string;
  seal: Seal;
}

/** The post of one organisation: with what it signs, whom it believes, and where the others are. */
export interface LetterPost {
  home: string;
  sign: SignLetter;
  verify: VerifyLetter;
  unseal: Unseal;
  parties: ReadonlyMap<string, LetterParty>;
}

export const letterPost = async (home: string, own: LetterKeys, others: readonly { code: string; url: string; keys: LetterKeys }[]): Promise<LetterPost> => ({
  home,
  sign: letterSigner(home, own.signing[0] as JWK),
  verify: await letterVerifier(home, new Map(others.map(({ code, keys }) => [code, keys.signing]))),
  unseal: await unsealWith(own.sealing),
  parties: new Map(await Promise.all(others.map(async ({ code, url, keys }) => [code, { code, url, seal: await sealFor(keys.sealing[0] as JWK) }] as const))),
});

const isHttp = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** The post of the organisation `home`, as the environment says; refuses with every problem in one message. */
export const configuredPost = async (home: string, keysDir: string, env: NodeJS.ProcessEnv = process.env): Promise<LetterPost> => {
  const me = places.find(({ code }) => code === home);
  if (!me) throw new ConfigurationError(`${home} takes no part: it has no letters.`);
  const others = places.filter(({ code }) => code !== home);
  const production = env['NODE_ENV'] === 'production';
  const given = readConfiguration({ ...ownLetterSettings(me.name), ...letterPartySettings }, env) as Record<string, string | undefined>;
  const ports = readConfiguration(Object.fromEntries(places.map(({ name, defaultPort }) => [names(name).port, port(name, defaultPort)])), env);
  const needed = [names(me.name).own, ...others.flatMap(({ name }) => [names(name).keys, names(name).url])];
  const problems = [
    ...needed.filter((name) => production && given[name] === undefined).map((name) => `${name}: required with NODE_ENV=production`),
    ...others.flatMap(({ name }) =>
      given[names(name).url] === undefined || isHttp(given[names(name).url] as string) ? [] : [`${names(name).url}: give an http or https address`],
    ),
  ];
  if (problems.length > 0) throw new ConfigurationError(`The configuration is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  const keysOf = async ({ name }: { name: string }, variable: string, half: 'private' | 'public'): Promise<LetterKeys> => {
    const text = given[variable];
    if (text !== undefined) return readLetterKeys(variable, text, half);
    const demo = await demoLetterKeys(keysDir, name);
    return half === 'private' ? demo : publicHalves(demo);
  };
  return letterPost(
    home,
    await keysOf(me, names(me.name).own, 'private'),
    await Promise.all(
      others.map(async (other) => ({
        code: other.code,
        url: given[names(other.name).url] ?? `http://127.0.0.1:${ports[names(other.name).port]}/letters`,
        keys: await keysOf(other, names(other.name).keys, 'public'),
      })),
    ),
  );
};
