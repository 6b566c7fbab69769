// Dashboards, alarms and runbooks fit each other, and what the programs really show; promtool judges the files where it is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { startObserving } from '@werkplein/kernel';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { liveGraph } from './live-graph.ts';

const ops = join(import.meta.dirname, '../ops');
const textOf = (file: string): string => readFileSync(join(ops, file), 'utf8');

interface Alert {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string };
}
const alerts = (parse(textOf('monitoring/alerts.yaml')) as { groups: { rules: Alert[] }[] }).groups.flatMap(({ rules }) => rules);

interface Dashboard {
  uid: string;
  title: string;
  panels: { title: string; targets: { expr: string }[] }[];
  templating: { list: { query: { query: string } }[] };
}
const dashboards = globSync('monitoring/dashboards/*.json', { cwd: ops }).map(
  (file) => [basename(file, '.json'), JSON.parse(textOf(file)) as Dashboard] as const,
);

/** Metrics and labels of an expression in PromQL; throws where it is none. Grafana's variables are put in first. */
const namesIn = (expression: string): { metrics: string[]; labels: string[] } => {
  const text = expression.replaceAll('$__rate_interval', '5m');
  const [metrics, labels]: [string[], string[]] = [[], []];
  parser.parse(text).iterate({
    enter: ({ type, from, to, node }) => {
      const word = text.slice(from, to);
      if (type.isError) throw new Error(`no PromQL at ${from}: ${text}`);
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector') metrics.push(word);
      if (type.name === 'LabelName') labels.push(word);
    },
  });
  return { metrics, labels };
};

/** Names as the programs show them, and the labels that they have beside those of Prometheus. */
const shown = async () => {
  const running = {
    gateway: await startObserving('gateway', { GATEWAY_METRICS_PORT: '0' }),
    nuo: await startObserving('nuo', { NUO_METRICS_PORT: '0' }),
    almelo: await startObserving('almelo', { ALMELO_METRICS_PORT: '0' }),
  };
  onTestFinished(async () => {
    for (const each of Object.values(running)) await each.stop();
  });
  const graph = await liveGraph('sqlite', 1, { observing: (program) => running[program] });
  await graph.ask('nuo.trajectbegeleider', '{ nothing }');
  const [metrics, labels] = [new Set<string>(['up']), new Set(['job', 'instance', 'le', 'use'])];
  for (const { metricsPort } of Object.values(running)) {
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    for (const [, name = '', kind] of text.matchAll(/^# TYPE (\w+) (\w+)$/gm))
      for (const end of kind === 'histogram' ? ['_bucket', '_count', '_sum'] : ['']) metrics.add(`${name}${end}`);
    for (const [, name = ''] of text.matchAll(/[{,](\w+)="/g)) labels.add(name);
  }
  return { metrics, labels };
};

it('dashboards and alarms ask only for what the programs show', async () => {
  const { metrics, labels } = await shown();
  const asked = [
    ...alerts.map(({ alert, expr }) => [alert, expr] as const),
    ...dashboards.flatMap(([name, { panels }]) => panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [`${name}: ${title}`, expr] as const))),
  ];
  expect(asked.length).toBeGreaterThan(50);
  for (const [where, expression] of asked) {
    const names = namesIn(expression);
    expect([where, names.metrics.length > 0, names.metrics.filter((name) => !metrics.has(name))]).toEqual([where, true, []]);
    expect([where, names.labels.filter((name) => !labels.has(name))]).toEqual([where, []]);
  }
  for (const [, { templating }] of dashboards)
    for (const { query } of templating.list) expect(metrics).toContain(/^label_values\((\w+), \w+\)$/.exec(query.query)?.[1]);
  // And the other way around: what is counted is looked at by somebody.
  const looked = new Set(asked.flatMap(([, expression]) => namesIn(expression).metrics.map((name) => name.replace(/_(bucket|count|sum)$/, ''))));
  const own = [...metrics].filter((name) => name.startsWith('werkplein_')).map((name) => name.replace(/_(bucket|count|sum)$/, ''));
  expect([...new Set(own)].filter((name) => !looked.has(name))).toEqual([]);
});

it.each(['sum(rate(a[5m])', 'a{b=}', 'a +', 'histogram_quantile(0.9, )('])('%s would be seen as wrong', (expression) => {
  expect(() => namesIn(expression)).toThrow('no PromQL');
});

describe('alarms', () => {
  it('have a runbook each, and no runbook is without', () => {
    expect(
      globSync('runbooks/*.md', { cwd: ops })
        .map((file) => basename(file, '.md'))
        .toSorted(),
    ).toEqual(alerts.map(({ alert }) => alert).toSorted());
  });

  it.each(alerts)('$alert says in Dutch what it is, and its runbook what to do and who to call', ({ alert, labels, annotations }) => {
    expect(['page', 'ticket']).toContain(labels.severity);
    expect(annotations.summary).toMatch(/^[\p{Lu}{].{10,}/u);
    const runbook = textOf(`runbooks/${alert}.md`);
    expect(runbook).toContain(`\nAlarm: \`${alert}\`\n`);
    expect([...runbook.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual(['Wat merkt u?', 'Wat is er aan de hand?', 'Wat doet u?', 'Wie belt u?']);
    for (const part of runbook.split(/^## .+$/m).slice(1)) expect(part.trim().length).toBeGreaterThan(20);
    for (const [, other = ''] of runbook.matchAll(/`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`/g)) expect(alerts.map((each) => each.alert)).toContain(other);
  });
});

it('Prometheus looks where the programs show their metrics', () => {
  interface Scraped {
    services: Record<string, { environment?: Record<string, string>; ports?: string[]; read_only?: boolean }>;
  }
  const { services } = parse(textOf('monitoring/compose.yaml'), { merge: true }) as Scraped;
  const { scrape_configs: jobs } = parse(textOf('monitoring/prometheus.compose.yaml')) as { scrape_configs: { static_configs: { targets: string[] }[] }[] };
  const shownAt = Object.entries(services).flatMap(([name, { environment = {} }]) => {
    const port = environment[`${name.toUpperCase()}_METRICS_PORT`];
    return port === undefined ? [] : [`${name}:${port}`];
  });
  expect(jobs.flatMap((job) => job.static_configs.flatMap(({ targets }) => targets))).toEqual(shownAt);
  expect(shownAt.length).toBe(6);
  // Screens of Grafana are published, to this machine alone.
  expect(Object.entries(services).flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`))).toEqual(['grafana 127.0.0.1:3000:3000']);
});

interface Relabelling {
  source_labels: string[];
  separator?: string;
  regex?: string;
  action?: 'keep' | 'drop';
  target_label?: string;
}

/** What Prometheus makes of a target; null when it is not looked at. Of the rules as much as ours use. */
const relabelled = (rules: readonly Relabelling[], found: Readonly<Record<string, string>>): Record<string, string> | null => {
  const labels: Record<string, string> = { ...found };
  for (const { source_labels: from, separator = ';', regex = '.*', action, target_label: to } of rules) {
    const value = from.map((name) => labels[name] ?? '').join(separator);
    const fits = new RegExp(`^(?:${regex})$`).test(value);
    if ((action === 'keep' && !fits) || (action === 'drop' && fits)) return null;
    if (action === undefined && to !== undefined) labels[to] = value;
  }
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !name.startsWith('__')));
};

describe('Prometheus in a cluster', () => {
  const [job] = (parse(textOf('monitoring/prometheus.kubernetes.yaml')) as { scrape_configs: Record<string, unknown>[] }).scrape_configs;
  const { ports } = (
    parse(textOf('kubernetes/base/program/deployment.yaml')) as { spec: { template: { spec: { containers: { ports: { name: string }[] }[] } } } }
  ).spec.template.spec.containers[0] as { ports: { name: string }[] };
  const looksAt = (more: Record<string, string>) =>
    ports.map(({ name }) =>
      relabelled(job?.['relabel_configs'] as Relabelling[], {
        __meta_kubernetes_namespace: 'werkplein-almelo',
        __meta_kubernetes_pod_name: 'graph-1',
        __meta_kubernetes_pod_phase: 'Running',
        __meta_kubernetes_pod_container_port_name: name,
        ...more,
      }),
    );

  it('finds the pods of the programs, at the port of the metrics, and names them so that an alarm says which', () => {
    expect(job).toMatchObject({ job_name: 'werkplein', kubernetes_sd_configs: [{ role: 'pod' }] });
    expect(looksAt({})).toEqual([null, { namespace: 'werkplein-almelo', pod: 'graph-1', instance: 'werkplein-almelo/graph-1' }]);
  });

  it.each<Record<string, string>>([
    { __meta_kubernetes_namespace: 'kube-system' },
    { __meta_kubernetes_pod_phase: 'Failed' },
    { __meta_kubernetes_pod_phase: 'Succeeded' },
  ])('leaves alone what is %j', (other) => expect(looksAt(other)).toEqual([null, null]));
});

describe.skipIf(spawnSync('promtool', ['--version']).status !== 0)('promtool, where it is installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'monitoring-'));
  cpSync(join(ops, 'monitoring'), folder, { recursive: true });
  const promtool = (...args: string[]): string => execFileSync('promtool', args, { cwd: folder, encoding: 'utf8' });

  it('takes both configurations and the alarms', () => {
    // Debian's is built without the discovery of a cluster; that part is held above.
    const file = 'prometheus.kubernetes.yaml';
    writeFileSync(join(folder, file), textOf(`monitoring/${file}`).replace('kubernetes_sd_configs: [{ role: pod }]', 'static_configs: [{ targets: ["a:1"] }]'));
    for (const each of [file, 'prometheus.compose.yaml']) expect(promtool('check', 'config', each)).toContain(`SUCCESS: ${each} is valid`);
  });

  it('finds that a program is down: what gives no answer, and what is no longer there', () => {
    const summary = (name: string) => ({ exp_annotations: { summary: `${name} geeft geen antwoord` } });
    const [gone, down] = [
      { severity: 'page', program: 'gateway' },
      { severity: 'page', job: 'werkplein', instance: 'almelo:9464' },
    ];
    writeFileSync(
      join(folder, 'down.yaml'),
      JSON.stringify({
        rule_files: ['alerts.yaml'],
        tests: [
          {
            interval: '1m',
            input_series: [
              { series: 'up{job="werkplein",instance="almelo:9464"}', values: '1x60 0x20' },
              { series: 'werkplein_build_info{program="gateway",version="1"}', values: '1x60' },
              { series: 'werkplein_build_info{program="nuo",version="1"}', values: '1x80' },
            ],
            alert_rule_test: [
              { eval_time: '60m', alertname: 'ProgramDown', exp_alerts: [] },
              {
                eval_time: '75m',
                alertname: 'ProgramDown',
                exp_alerts: [
                  { exp_labels: gone, ...summary('gateway') },
                  { exp_labels: down, ...summary('almelo:9464') },
                ],
              },
            ],
          },
        ],
      }),
    );
    expect(promtool('test', 'rules', 'down.yaml')).toContain('SUCCESS');
  });
});
