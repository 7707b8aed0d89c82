import type { Metrics } from '@yiyang/observability';

export interface Figure {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

const PATIENCE_MS = 2000;

/** A gauge read at each scrape. Figures that cannot be had in time are left out, so that the others are still served. */
export function scrapedGauge(
  metrics: Metrics,
  name: string,
  help: string,
  labelNames: string[],
  read: () => Promise<Figure[]>,
): void {
  metrics.gauge(name, help, labelNames, async (gauge) => {
    gauge.reset();
    const figures = await inTime(read()).catch((): Figure[] => []);
    // A gauge without labels is 0 after a reset, which would be a lie.
    if (figures.length === 0 && labelNames.length === 0) gauge.remove();
    for (const { labels, value } of figures) gauge.set({ ...labels }, value);
  });
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late for this scrape')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
