import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** The figures of one process, served at `/metrics`. Labels are codes and topics, never ids of people. */
export class Metrics {
  private readonly registry = new Registry();

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
  }

  counter(name: string, help: string, labelNames: string[] = []): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  histogram(name: string, help: string, labelNames: string[] = []): Histogram {
    return new Histogram({
      name,
      help,
      labelNames,
      registers: [this.registry],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    });
  }

  /** A gauge that asks `collect` when it is scraped. */
  gauge(name: string, help: string, labelNames: string[], collect: (gauge: Gauge) => Promise<void> | void): Gauge {
    return new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      collect() {
        return collect(this);
      },
    });
  }

  /** Text in the Prometheus exposition format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
