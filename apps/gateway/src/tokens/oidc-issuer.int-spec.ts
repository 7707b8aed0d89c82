import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { Refusal } from '@yiyang/decisions';
import { oidcIssuer } from './token-issuer.js';
import { AUDIENCE, TokenVerifier } from './token-verifier.js';
import { freePort } from '@yiyang/local-servers';

interface Application {
  listen(port: number, host: string, ready: () => void): Server;
}

/** A real OpenID provider (npm oidc-provider) with one machine client and JWT access tokens for one resource. */
async function startProvider(port: number): Promise<{ issuer: string; stop(): Promise<void> }> {
  // The package has no types of its own.
  const { Provider } = createRequire(__filename)('oidc-provider') as {
    Provider: new (issuer: string, settings: object) => Application;
  };
  const issuer = `http://127.0.0.1:${port}`;
  const resource = (audience: string) => ({
    scope: '',
    audience,
    accessTokenTTL: 300,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'RS256' } },
  });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'regional-hospital',
        client_secret: 'secret-of-the-hospital',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context: unknown, indicator: string) =>
          resource(indicator === 'urn:yiyang:exchange' ? AUDIENCE : 'another-api'),
      },
    },
    scopes: [],
  });
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = provider.listen(port, '127.0.0.1', () => resolve(listening));
  });
  expect((server.address() as AddressInfo).port).toBe(port);
  return {
    issuer,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

async function tokenOf(issuer: string, resource: string): Promise<string> {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from('regional-hospital:secret-of-the-hospital').toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

const codeOf = (work: unknown) =>
  Promise.resolve(work).then(
    () => 'ACCEPTED',
    (error: unknown) => (error instanceof Refusal ? error.code : 'ERROR'),
  );

describe('tokens of a real OpenID provider', () => {
  let provider: { issuer: string; stop(): Promise<void> };

  beforeAll(async () => {
    // The provider prints notices about its development settings.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    jest.spyOn(console, 'info').mockImplementation(() => undefined);
    provider = await startProvider(await freePort());
  });
  afterAll(() => provider.stop());

  it('are accepted through discovery and its published keys', async () => {
    const verifier = new TokenVerifier([oidcIssuer(provider.issuer, ['RS256'])]);
    const token = await tokenOf(provider.issuer, 'urn:yiyang:exchange');
    expect(await verifier.clientOf(`Bearer ${token}`)).toBe('regional-hospital');
  });

  it('are refused when they are meant for another resource', async () => {
    const verifier = new TokenVerifier([oidcIssuer(provider.issuer, ['RS256'])]);
    const token = await tokenOf(provider.issuer, 'urn:another:api');
    expect(await codeOf(verifier.clientOf(`Bearer ${token}`))).toBe('NOT_AUTHENTICATED');
  });

  it('are refused when the issuer is configured with another algorithm', async () => {
    const verifier = new TokenVerifier([oidcIssuer(provider.issuer, ['ES256', 'EdDSA'])]);
    const token = await tokenOf(provider.issuer, 'urn:yiyang:exchange');
    expect(await codeOf(verifier.clientOf(`Bearer ${token}`))).toBe('NOT_AUTHENTICATED');
  });

  it('are refused when the discovery document names another issuer than the configured one', async () => {
    const verifier = new TokenVerifier([oidcIssuer(`${provider.issuer}/`, ['RS256'])]);
    const token = await tokenOf(provider.issuer, 'urn:yiyang:exchange');
    expect(await codeOf(verifier.clientOf(`Bearer ${token}`))).toBe('NOT_AUTHENTICATED');
  });

  it('wait for the issuer: 503 while it is away, accepted when it is back', async () => {
    const port = await freePort();
    const first = await startProvider(port);
    const token = await tokenOf(first.issuer, 'urn:yiyang:exchange');
    await first.stop();
    const verifier = new TokenVerifier([oidcIssuer(first.issuer, ['RS256'])]);
    expect(await codeOf(verifier.clientOf(`Bearer ${token}`))).toBe('UNAVAILABLE');
    const second = await startProvider(port);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await verifier.clientOf(`Bearer ${await tokenOf(second.issuer, 'urn:yiyang:exchange')}`)).toBe(
      'regional-hospital',
    );
    await second.stop();
  });
});
