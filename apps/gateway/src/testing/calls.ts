import type { Role } from '@yiyang/access';
import type { GatewayStack } from './gateway-stack.js';

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** One HTTP call to the gateway; the body is sent as JSON. */
export async function call(
  stack: GatewayStack,
  method: string,
  path: string,
  options: { token?: string; headers?: Record<string, string>; body?: unknown } = {},
): Promise<Called> {
  const answer = await fetch(`${stack.gateway.url}${path}`, {
    method,
    headers: {
      ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return {
    status: answer.status,
    headers: answer.headers,
    body: isJson ? (JSON.parse(text) as Called['body']) : { text },
  };
}

/** A new client of the development issuer and a token for it. */
export async function newToken(
  stack: GatewayStack,
  client: { clientId?: string; role?: Role; region?: string; purposes?: string[] },
): Promise<string> {
  const made = await call(stack, 'POST', '/dev/clients', { body: client });
  if (made.status !== 201) throw new Error(`no client: ${JSON.stringify(made.body)}`);
  const { clientId, clientSecret } = made.body;
  const token = await call(stack, 'POST', '/dev/token', {
    body: { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
  });
  return token.body['access_token'] as string;
}
