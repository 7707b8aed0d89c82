import { Refusal } from '@yiyang/decisions';
import { errorFields, type Logger } from '@yiyang/observability';
import type { ApiDocument } from '../docs/document.js';
import type { NamedDocument } from '../docs/merge-documents.js';
import { operationsOf } from './service-document.js';
import { ownerOfPath, SERVICE_NAMES, type ServiceName } from './path-owners.js';
import type { ServiceRoutes } from './service-routes.js';
import type { Upstreams } from './upstreams.js';

const SOON_MILLISECONDS = 1000;
const LATER_MILLISECONDS = 30_000;

/** Reads the services' OpenAPI documents, again every half minute and every second while one is missing. */
export class DocumentRefresh {
  private readonly known = new Map<ServiceName, ApiDocument>();
  private readonly texts = new Map<ServiceName, string>();
  private readonly reading = new Map<ServiceName, Promise<void>>();
  /** Grows whenever a service has shown another document. */
  generation = 0;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly upstreams: Upstreams,
    private readonly routes: ServiceRoutes,
    private readonly logger: Logger,
  ) {}

  /** The documents read so far, in the order of the services. */
  get documents(): NamedDocument[] {
    return SERVICE_NAMES.flatMap((service) => {
      const document = this.known.get(service);
      return document ? [{ service, document }] : [];
    });
  }

  async start(): Promise<void> {
    await Promise.all(SERVICE_NAMES.map((service) => this.read(service)));
    if (this.stopped) return;
    const wait = this.routes.unknownServices.length > 0 ? SOON_MILLISECONDS : LATER_MILLISECONDS;
    this.timer = setTimeout(() => void this.start(), wait).unref();
  }

  /**
   * Asks the service that a path belongs to at once, when it has not shown its document yet: the next round may be a second
   * away.
   */
  async learnOwnerOf(path: string): Promise<void> {
    const service = ownerOfPath(path);
    if (service && !this.known.has(service)) await this.read(service);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** One question to a service is on its way at a time. */
  private read(service: ServiceName): Promise<void> {
    let reading = this.reading.get(service);
    if (!reading) {
      reading = this.ask(service).finally(() => this.reading.delete(service));
      this.reading.set(service, reading);
    }
    return reading;
  }

  private async ask(service: ServiceName): Promise<void> {
    try {
      const request = { method: 'GET', path: '/openapi.json', headers: { accept: 'application/json' } };
      const answer = await this.upstreams.of(service).call(request);
      if (answer.status !== 200) return;
      const text = answer.body.toString();
      if (this.texts.get(service) === text) return;
      const document = JSON.parse(text) as ApiDocument;
      this.texts.set(service, text);
      this.generation++;
      this.known.set(service, document);
      this.routes.learn(service, operationsOf(service, document));
    } catch (error) {
      // One that is not up yet is no news; one that shows what cannot be read is.
      if (this.known.has(service) || !(error instanceof Refusal))
        this.logger.warn('a service does not show its routes', errorFields(error));
    }
  }
}
