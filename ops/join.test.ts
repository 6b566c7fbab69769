// One Werkplein on a machine of its own is what it is among the others, but for where it stands.
import { expect, it } from 'vitest';
import { type Compose, expectSettings, namesIn, organisations, type Service, textOf, yamlOf } from './ops.testing.ts';

const [own, among] = ['ops/join/compose.yaml', 'ops/compose.yaml'].map((file) => yamlOf(file) as Compose) as [Compose, Compose];
const { almelo, ...beside } = own.services as Record<string, Service & { volumes?: string[]; build?: object }>;
const places = /^(GATEWAY_URL|\w+_LETTERS_URL|ALMELO_LETTER_PUBLIC_KEYS|ALMELO_TLS_\w+_FILE)$/;
const without = (environment: Record<string, string>) => Object.fromEntries(Object.entries(environment).filter(([name]) => !places.test(name)));
/** Seen from the root of the project. */
const placed = (service: Service & { volumes?: string[]; build?: object }) => ({
  ...service,
  environment: without(service.environment),
  ...(service.build && { build: { ...service.build, context: '.' } }),
  ...(service.volumes && { volumes: service.volumes.map((volume) => volume.replace(/^\.{1,2}\/database/, 'ops/database')) }),
});

it('runs the same program, with the settings that it needs', () => {
  const { networks, ports, volumes, ...program } = placed(almelo as Service);
  const { networks: _, ...known } = placed(among.services['almelo'] as Service);
  expect(program).toEqual(known);
  expect({ networks, ports, volumes }).toEqual({
    networks: ['outside', 'almelo-database'],
    ports: [`${almelo?.environment['ALMELO_PORT']}:${almelo?.environment['ALMELO_PORT']}`],
    volumes: ['${TLS_FOLDER:?}:/tls:ro'],
  });
  expectSettings('almelo', Object.keys(almelo?.environment ?? {}));
});

it('answers only who shows a certificate, and keeps its database to itself', () => {
  for (const [part, file] of Object.entries({ CERT: 'tls.crt', KEY: 'tls.key', CA: 'ca.crt' }))
    expect(almelo?.environment[`ALMELO_TLS_${part}_FILE`]).toBe(`/tls/${file}`);
  expect(own.networks).toEqual({ outside: null, 'almelo-database': { internal: true } });
  expect(Object.keys(beside)).toEqual(['migration', 'database', 'backup', 'restore'].map((part) => `almelo-${part}`));
  for (const [name, service] of Object.entries(beside)) {
    expect(placed(service)).toEqual(placed(among.services[name] as Service));
    expect(service.networks).toEqual(['almelo-database']);
  }
});

it('asks of .env what the example names, and where each other organisation is', () => {
  const asked = new Set([...textOf('ops/join/compose.yaml').matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name));
  expect(asked).toEqual(new Set(namesIn('ops/join/.env.example')));
  const others = organisations.filter((name) => name !== 'almelo').map((name) => name.toUpperCase());
  expect([...asked].filter((name) => name?.endsWith('_LETTERS_URL')).toSorted()).toEqual(others.map((name) => `${name}_LETTERS_URL`).toSorted());
});
