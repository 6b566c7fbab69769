// Who backs up and puts back, on one machine and in a cluster: with which account, where it reaches and where it writes.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Compose,
  type Container,
  folder,
  inBase,
  kustomizations,
  literals,
  organisations,
  placeOf,
  root,
  type Service,
  version,
  yamlOf,
} from './ops.testing.ts';

/** The scripts that a command names exist, and so do the programs. */
const expectScript = (command: readonly string[]): void => {
  const [file = ''] = command;
  expect([file, existsSync(join(root, file))]).toEqual([file, true]);
};

describe.each(organisations)('of %s on one machine', (name) => {
  const { services } = yamlOf('ops/compose.yaml') as Compose;
  const prefix = name.toUpperCase();
  const program = services[name] as Service;
  const [backup, restore] = ['backup', 'restore'].map((task) => services[`${name}-${task}`] as Service & { profiles: string[]; volumes: string[] }) as [
    Service & { profiles: string[]; volumes: string[] },
    Service & { profiles: string[]; volumes: string[] },
  ];

  it.each([
    ['a backup', backup, ['scripts/backup.ts', '--organisation', name, '--to', '/backups'], 'tasks'],
    ['a restore', restore, ['scripts/restore.ts', '--organisation', name], 'migration'],
  ])('%s runs when it is asked for, with its own account, and reaches the database alone', (_, service, command, account) => {
    expectScript(command);
    expect(service).toMatchObject({
      image: `werkplein-graph/tools:${version}`,
      command,
      profiles: ['tools'],
      restart: 'no',
      networks: [`${name}-database`],
      volumes: [`\${BACKUP_FOLDER:?}/${name}:/backups`],
    });
    const { [`${prefix}_DATABASE_URL`]: url, ...others } = service.environment;
    const password = `\${${prefix}_${account.toUpperCase()}_PASSWORD:?}`;
    expect(url?.split('@')).toEqual([`mariadb://${account}:${password}`, `${name}-database:3306/werkplein`]);
    expect({ ...program.environment }).toMatchObject(others);
  });
});

interface Pod {
  initContainers?: Container[];
  containers: (Container & { args: string[]; envFrom: object[]; volumeMounts: { name: string }[] })[];
  restartPolicy: string;
  volumes: { name: string }[];
}

describe('in a cluster', () => {
  const cron = inBase('backup/cronjob.yaml') as { spec: { jobTemplate: { spec: { template: { spec: Pod; metadata: object } } } } };
  const job = inBase('restore/job.yaml') as { spec: { template: { spec: Pod; metadata: object } } };
  const pods = { backup: cron.spec.jobTemplate.spec.template, restore: job.spec.template };

  it('a backup is made each night and never twice at once; a restore is tried once', () => {
    expect(cron.spec).toMatchObject({ schedule: '0 2 * * *', timeZone: 'Europe/Amsterdam', concurrencyPolicy: 'Forbid' });
    expect(job.spec).toMatchObject({ backoffLimit: 0 });
  });

  it.each(Object.entries(pods))('the pods of a %s are closed, write to their volume alone, and take the account from a secret of its own', (task, pod) => {
    const { initContainers = [], containers, ...spec } = pod.spec;
    expect(pod.metadata).toEqual({ labels: { app: 'tools' } });
    expect(spec).toMatchObject({
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
    });
    const account = { backup: 'backup', restore: 'migration' }[task];
    for (const container of [...initContainers, ...containers] as Pod['containers']) {
      expect(container).toMatchObject({
        image: 'program',
        securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
        resources: { requests: { memory: expect.any(String) }, limits: { memory: expect.any(String) } },
        // What is said last counts.
        envFrom: [{ configMapRef: { name: task } }, { secretRef: { name: 'secrets' } }, { secretRef: { name: account } }],
      });
      expect(container.volumeMounts.map((mount) => mount.name)).toEqual(spec.volumes.map((volume) => volume.name));
    }
  });

  it('rows are read before who was erased is, so that nobody is missing from it', () => {
    const [first] = pods.backup.spec.initContainers as Pod['containers'];
    const [second] = pods.backup.spec.containers;
    expect(first?.args).toEqual(['scripts/backup.ts', '--organisation', '$(ORGANISATION)', '--to', '/backups']);
    expect(second?.args).toEqual(['$(PROGRAM)/dist/main.js', 'export-erasures', '--out', '/backups/erasures-$(ORGANISATION).json']);
    for (const args of [first?.args, pods.restore.spec.containers[0]?.args]) expectScript(args as string[]);
    expect(pods.restore.spec.containers[0]?.args.slice(1)).toEqual([
      '--organisation',
      '$(ORGANISATION)',
      '--from',
      '/backups/$(BACKUP)',
      '--erasures',
      second?.args.at(-1) ?? '',
    ]);
  });

  it.each(organisations)('%s has its own of both, in the image of tools, by the certificate of its database', (name) => {
    const own = { PROGRAM: placeOf(name), ORGANISATION: name, [`${name.toUpperCase()}_DATABASE_CA_FILE`]: '/tls/ca.crt' };
    expect([literals(`${name}/backup`), literals(`${name}/restore`)]).toEqual([own, { ...own, BACKUP: '' }]);
    for (const task of ['backup', 'restore']) {
      expect(kustomizations.get(`${folder}/${name}/${task}`)).toMatchObject({ namespace: `werkplein-${name}`, resources: [`../../base/${task}`] });
      expect(kustomizations.get(`${folder}/base/${task}`)?.images).toEqual([
        { name: 'program', newName: 'registry.example.nl/werkplein-graph/tools', newTag: version },
      ]);
    }
  });
});
