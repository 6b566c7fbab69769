import { Gauge, type Registry } from 'prom-client';

/** A number that is read when somebody looks: `name`, what it says, what reads it, and its labels. */
export const readGauge = <L extends string = never>(
  registry: Registry,
  name: string,
  help: string,
  read: (gauge: Gauge<L>) => void | Promise<void>,
  labelNames: readonly L[] = [],
): void => {
  const gauge: Gauge<L> = new Gauge<L>({ name, help, labelNames, registers: [], collect: () => read(gauge) });
  registry.registerMetric(gauge);
};
