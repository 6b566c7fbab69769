// Another router on one machine, with its companion: routers/compose.yaml. What the router itself is told: routers/routers.test.ts.
import { describe, expect, it } from 'vitest';
import { COMPANION, type Compose, expectSettings, organisations, type Service, textOf, version, yamlOf } from './ops.testing.ts';

describe('another router on one machine', () => {
  const { services, networks } = yamlOf('ops/routers/compose.yaml') as Compose;
  const { services: base } = yamlOf('ops/compose.yaml') as Compose;
  const { companion, router } = services as { companion: Service; router: Service };

  it('asks through a companion that has the settings of the gateway, and asks the same subgraphs', () => {
    expectSettings(COMPANION, Object.keys(companion.environment));
    const shared = Object.entries(companion.environment).filter(([name]) => !/^(PROGRAM|COMPANION_.+)$/.test(name));
    expect(base['gateway']?.environment).toMatchObject(Object.fromEntries(shared));
    expect(Object.keys(companion.environment).filter((name) => name.endsWith('_URL'))).toEqual(organisations.map((name) => `${name.toUpperCase()}_URL`));
    expect(companion).toMatchObject({ image: `werkplein-graph/gateway:${version}`, command: ['gateway/dist/companion/main.js'] });
  });

  it('has no key, and reaches nothing but the companion', () => {
    expect(router.environment).toEqual({ COMPANION_URL: `http://companion:${companion.environment['COMPANION_PORT']}` });
    expect([companion.ports, router.ports]).toEqual([undefined, ['127.0.0.1:4030:4000']]);
    expect([companion.networks, router.networks, networks]).toEqual([['outside', 'graph', 'router'], ['outside', 'router'], { router: { internal: true } }]);
    for (const service of [companion, router]) expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], mem_limit: '1g' });
  });

  it('is looked at by Prometheus where it shows its metrics', () => {
    const { companion: watched, prometheus } = (yamlOf('ops/routers/monitoring.yaml') as { services: Record<string, Service & { volumes?: string[] }> })
      .services;
    expectSettings(COMPANION, [...Object.keys(companion.environment), ...Object.keys(watched?.environment ?? {})]);
    expect(yamlOf('ops/routers/targets.yaml')).toEqual([{ targets: [`companion:${watched?.environment['COMPANION_METRICS_PORT']}`] }]);
    expect(prometheus?.volumes).toEqual(['./routers/targets.yaml:/targets/companion.yaml:ro']);
    expect(textOf('ops/monitoring/prometheus.compose.yaml')).toContain('file_sd_configs: [{ files: [/targets/*.yaml] }]');
  });
});
