import { X509Certificate } from 'node:crypto';
import { Gauge, type Registry } from 'prom-client';
import type { Tls } from '../server/tls.ts';

/** Shows until when the certificates hold with which a process answers and asks; they are read once, so a renewed one counts after a restart. */
export const certificateMetric = (registry: Registry, certificates: Readonly<Record<string, Partial<Tls> | undefined>>): void => {
  const gauge = new Gauge({
    name: 'werkplein_certificate_not_after_seconds',
    help: 'Instant (Unix time) after which a certificate of this process is refused, by its use.',
    labelNames: ['use'],
    registers: [registry],
  });
  for (const [use, tls] of Object.entries(certificates)) if (tls?.cert) gauge.set({ use }, Date.parse(new X509Certificate(tls.cert).validTo) / 1000);
};
