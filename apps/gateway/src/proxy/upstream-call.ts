import type { IncomingHttpHeaders } from 'node:http';
import type { Pool } from 'undici';

/** A request as it goes to a service: headers chosen by us, the body complete. */
export interface UpstreamRequest {
  readonly method: string;
  /** Path and query as the caller wrote them. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: Buffer;
}

/** A service's complete answer. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends one request on a pool and collects its answer; quicker than the pool's stream interface. */
export function callUpstream(pool: Pool, request: UpstreamRequest): Promise<UpstreamAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let headers: IncomingHttpHeaders = {};
    pool.dispatch(
      { ...request, method: request.method },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_, statusCode, answerHeaders) => {
          status = statusCode;
          headers = answerHeaders;
        },
        onResponseData: (_, chunk) => void chunks.push(chunk),
        onResponseEnd: () =>
          resolve({ status, headers, body: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks) }),
        onResponseError: (_, error) => reject(error),
      },
    );
  });
}

/** Errors of a connection that was never made: no byte of the request can have reached the service. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether the request certainly did not reach anybody, so that another replica may be asked. */
export function wasNeverSent(error: unknown): boolean {
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  // Node reports a name with several addresses, such as localhost, as one error that holds one error per address.
  if (Array.isArray(errors) && errors.length > 0) return errors.every(wasNeverSent);
  return typeof code === 'string' && NEVER_SENT.has(code);
}
