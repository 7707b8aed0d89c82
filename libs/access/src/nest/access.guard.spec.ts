import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal } from '@yiyang/decisions';
import type { Caller } from '../caller.js';
import { CALLER_HEADER, signCaller } from '../caller-token.js';
import type { Grant } from '../decide.js';
import { aCaller } from '../testing/a-caller.js';
import { AccessGuard } from './access.guard.js';
import { Allow, Public } from './declarations.js';
import { accessOf, CallerParam, GrantParam } from './request-access.js';
import { assertEveryRouteDeclared, declaredRoutes } from './route-census.js';

const SECRET = 'a caller secret of 32 characters';
const NOW = new Date('2026-03-02T08:00:00Z');

@Controller('v1/records')
class RecordController {
  @Get(':id')
  @Allow('record.read')
  read(@CallerParam() caller: Caller, @GrantParam() grant: Grant) {
    return { clientId: caller.clientId, scope: grant.scope };
  }

  @Get('open/door')
  @Public()
  open() {
    return { open: true };
  }
}

@Controller('v1/forgotten')
class ForgottenController {
  @Get()
  forgotten() {
    return { leak: true };
  }
}

@Controller('v1/odd')
class OddController {
  @Post()
  @Allow('record.export')
  unknown() {
    return { leak: true };
  }

  @Get()
  @Allow('record.read')
  @Public()
  both() {
    return {};
  }
}

let seen: unknown;

@Catch(Refusal)
class ShowRefusal implements ExceptionFilter {
  catch(refused: Refusal, host: ArgumentsHost) {
    seen = accessOf(host.switchToHttp().getRequest<object>());
    void host
      .switchToHttp()
      .getResponse<FastifyReply>()
      .status(refused.code === 'NOT_ALLOWED' ? 403 : 401)
      .send(refused.detail);
  }
}

async function anApp(...controllers: (new () => object)[]): Promise<NestFastifyApplication> {
  @Module({ controllers })
  class AppModule {}
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), { logger: false });
  app.useGlobalGuards(new AccessGuard({ secret: SECRET, clock: { system: () => NOW } }));
  app.useGlobalFilters(new ShowRefusal());
  await app.init();
  return app;
}

describe('the guard', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await anApp(RecordController, ForgottenController, OddController);
  });
  afterAll(() => app.close());

  const get = (url: string, token?: string) =>
    app.inject({ method: 'GET', url, headers: token === undefined ? {} : { [CALLER_HEADER]: token } });
  const signed = (caller: Caller, now = NOW) => signCaller(caller, SECRET, { now });

  it('gives the handler the caller and the grant of its action', async () => {
    const answer = await get('/v1/records/1', signed(aCaller('HEALTH')));
    expect([answer.statusCode, answer.json()]).toEqual([200, { clientId: 'client-health', scope: 'RESIDENCE_REGION' }]);
  });

  it('opens a public route without a caller', async () => {
    expect((await get('/v1/records/open/door')).statusCode).toBe(200);
  });

  it('refuses no token, a foreign token, an expired token and two tokens', async () => {
    const expired = signed(aCaller('HEALTH'), new Date(NOW.getTime() - 30_000));
    for (const token of [undefined, 'x.y', expired]) expect((await get('/v1/records/1', token)).statusCode).toBe(401);
    const twice = [signed(aCaller('HEALTH')), signed(aCaller('HEALTH'))];
    const answer = await app.inject({ method: 'GET', url: '/v1/records/1', headers: { [CALLER_HEADER]: twice } });
    expect(answer.statusCode).toBe(401);
  });

  it('refuses what the table refuses, though the handler never asks, and leaves who and what for the audit', async () => {
    const answer = await get('/v1/records/1', signed(aCaller('INSURANCE')));
    expect([answer.statusCode, answer.json().inputs.reason]).toEqual([403, 'PROHIBITED']);
    expect(seen).toEqual({ action: 'record.read', caller: aCaller('INSURANCE') });
  });

  it('keeps a route closed that declares nothing or an unknown action', async () => {
    const token = signed(aCaller('HEALTH'));
    expect((await get('/v1/forgotten', token)).json().inputs).toEqual({ reason: 'ROUTE_NOT_DECLARED' });
    const odd = await app.inject({ method: 'POST', url: '/v1/odd', headers: { [CALLER_HEADER]: token } });
    expect(odd.json().inputs.reason).toBe('UNKNOWN_ACTION');
  });

  it('lets nobody in who writes a caller into the request', async () => {
    const body = { caller: aCaller('HEALTH'), grant: {} };
    const headers = { caller: JSON.stringify(aCaller('HEALTH')) };
    expect((await app.inject({ method: 'POST', url: '/v1/odd', body, headers })).statusCode).toBe(401);
  });
});

describe('the census of routes', () => {
  it('passes a service whose routes all have their place', async () => {
    const app = await anApp(RecordController);
    expect(() => assertEveryRouteDeclared(app)).not.toThrow();
    expect(declaredRoutes(app)).toEqual([
      {
        method: 'GET',
        path: '/v1/records/:id',
        handler: 'RecordController.read',
        action: 'record.read',
        isPublic: false,
      },
      { method: 'GET', path: '/v1/records/open/door', handler: 'RecordController.open', isPublic: true },
    ]);
    await app.close();
  });

  it('names every route that has none, an unknown one or two', async () => {
    const app = await anApp(RecordController, ForgottenController, OddController);
    expect(() => assertEveryRouteDeclared(app)).toThrow(
      'GET /v1/forgotten (ForgottenController.forgotten) names no action and is not @Public(); ' +
        'POST /v1/odd (OddController.unknown) names the unknown action record.export; ' +
        'GET /v1/odd (OddController.both) is @Public() and names an action',
    );
    await app.close();
  });
});
