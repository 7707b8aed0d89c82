import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CALLER_HEADER, verifyCaller, type Caller } from '@yiyang/access';

export const INTERNAL_SECRET = 'between-gateway-and-services-in-tests';

/** A request as it reached the service. */
export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly caller?: Caller;
}

export interface EchoService {
  readonly url: string;
  readonly port: number;
  readonly arrived: Arrived[];
  clockOffset: number;
  /** What it answers next instead of an echo. */
  answer?:
    | ((request: Arrived) => { status: number; headers?: Record<string, string>; body?: unknown } | undefined)
    | undefined;
  /** Waits before it answers. */
  delay?: (() => Promise<void>) | undefined;
  stop(): Promise<void>;
}

type Operations = readonly (readonly [method: string, template: string, action: string])[];

/** A process in the place of a service: it speaks HTTP like one, checks the caller token like one, and answers with what came. */
export async function startEchoService(operations: Operations = [], port = 0): Promise<EchoService> {
  const arrived: Arrived[] = [];
  const service = { arrived, clockOffset: 0 } as unknown as { -readonly [K in keyof EchoService]: EchoService[K] };
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      const answer = answerTo(request, body);
      if (request.url?.startsWith('/v1/')) await service.delay?.();
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body ?? {}));
    });
  });

  function answerTo(
    request: IncomingMessage,
    body: string,
  ): { status: number; headers?: Record<string, string>; body?: unknown } {
    const { method = '', url = '', headers } = request;
    if (url === '/openapi.json') return { status: 200, body: documentOf(operations) };
    if (url.startsWith('/health')) return { status: 200, body: { ok: true } };
    if (url === '/internal/clock') {
      if (headers['x-internal-secret'] !== INTERNAL_SECRET) return { status: 401 };
      service.clockOffset = (JSON.parse(body) as { offsetMilliseconds: number }).offsetMilliseconds;
      return { status: 200 };
    }
    const token = headers[CALLER_HEADER];
    const caller = verifyCaller(typeof token === 'string' ? token : undefined, INTERNAL_SECRET, new Date());
    const came = { method, url, headers, body, caller };
    arrived.push(came);
    return service.answer?.(came) ?? { status: 200, headers: { etag: '"1"' }, body: { method, url, body, caller } };
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  service.port = (server.address() as AddressInfo).port;
  service.url = `http://127.0.0.1:${service.port}`;
  service.stop = () => close(server);
  return service;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function documentOf(operations: Operations): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [method, template, action] of operations)
    (paths[template] ??= {})[method.toLowerCase()] = { operationId: action, 'x-action': action, responses: {} };
  return { openapi: '3.1.0', info: { title: 'echo', version: '1' }, paths };
}
