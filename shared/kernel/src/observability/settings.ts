import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { z } from 'zod';
import { buildInfo } from '../config/build-info.ts';
import { ConfigurationError, optionalText, readConfiguration, setting, text } from '../config/index.ts';
import { redisMetric } from '../redis/index.ts';
import { serveMetrics } from './metrics-server.ts';
import type { Tracing } from './tracing.ts';

/** Where one program shows its metrics. */
export const metricsSettings = (name: string) => {
  const prefix = name.toUpperCase();
  return {
    [`${prefix}_METRICS_PORT`]: setting(
      z.coerce.number().int().min(0).max(65_535).optional(),
      `Port on which ${name} shows its metrics to Prometheus at /metrics, without asking who reads them: let only Prometheus reach it. Without it there are none.`,
    ),
    [`${prefix}_METRICS_HOST`]: text(`Address on which ${name} shows its metrics.`, '127.0.0.1'),
  };
};

/** Traces for operators; the same at every program. Names as OpenTelemetry has them. */
export const tracingSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: optionalText(
    'Collector to which traces go over OTLP/HTTP in JSON, such as http://collector:4318 (/v1/traces is put behind it). Without it there are none.',
  ),
  OTEL_TRACES_SAMPLER_ARG: setting(
    z.coerce.number().min(0).max(1).default(0.1),
    'Share of the traces that is kept, 0 to 1; give every program the same, and each keeps the same traces.',
    '0.1',
  ),
};

/** What an operator sees of one process. */
export interface Observing {
  registry: Registry;
  /** Null when no traces are kept. */
  tracing: Tracing | null;
}

/** Counted, and shown to nobody. */
export const unobserved = (): Observing => ({ registry: new Registry(), tracing: null });

const tracesUrl = (endpoint: string): string => {
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new ConfigurationError('The configuration is not usable:\n  OTEL_EXPORTER_OTLP_ENDPOINT: give an http or https address');
  return `${endpoint.replace(/\/+$/, '')}/v1/traces`;
};

const buildMetric = (registry: Registry, env: NodeJS.ProcessEnv): void => {
  const { version, commit } = buildInfo(env);
  const gauge = new Gauge({
    name: 'werkplein_build_info',
    help: 'Always 1: which release this program is.',
    labelNames: ['version', 'commit'],
    registers: [registry],
  });
  gauge.set({ version, commit: commit ?? '' }, 1);
};

export interface RunningObserving extends Observing {
  /** Null when the metrics are shown to nobody. */
  metricsPort: number | null;
  stop(): Promise<void>;
}

/** OpenTelemetry is 20 MB of a process, so it is loaded where traces are kept. */
const tracingTo = async (url: string, name: string, ratio: number): Promise<Tracing> => {
  const { newTracing } = await import('./tracing.ts');
  return newTracing({ service: `werkplein-${name}`, url, ratio });
};

/** Metrics and traces of the program `name`, as the environment says, until `stop`. */
export const startObserving = async (name: string, env: NodeJS.ProcessEnv = process.env): Promise<RunningObserving> => {
  const prefix = name.toUpperCase();
  const own = readConfiguration(metricsSettings(name), env) as Record<string, string | number | undefined>;
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: ratio } = readConfiguration(tracingSettings, env);
  const url = endpoint === undefined ? null : tracesUrl(endpoint);
  const registry = new Registry();
  registry.setDefaultLabels({ program: name });
  const port = own[`${prefix}_METRICS_PORT`] as number | undefined;
  const server = port === undefined ? null : await serveMetrics(registry, port, own[`${prefix}_METRICS_HOST`] as string);
  redisMetric(registry);
  buildMetric(registry, env);
  if (server) collectDefaultMetrics({ register: registry });
  const tracing = url === null ? null : await tracingTo(url, name, ratio);
  return {
    registry,
    tracing,
    metricsPort: server?.port ?? null,
    stop: async () => {
      await server?.stop();
      // A collector that is away may not hold up the end.
      await tracing?.stop().catch(() => undefined);
    },
  };
};
