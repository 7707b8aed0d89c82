import { Body, Controller, Get, Headers, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Database, newId } from '@yiyang/persistence';
import { ClientDirectory } from '../clients/client-directory.js';
import { ClientRepository } from '../clients/client.repository.js';
import { faultOfClient, isConfigurable, withPurposes } from '../clients/configured-client.js';
import { BusinessClock, type ClockReading } from './business-clock.js';
import { DevelopmentIssuer } from './development-issuer.js';
import { ClockBody, NewClientBody, TokenBody, TWENTY_YEARS, type NewClientView } from './development.dto.js';

/** Clients, tokens and the clock of a development platform; not mounted anywhere else. */
@ApiExcludeController()
@Controller('dev')
export class DevelopmentController {
  constructor(
    private readonly issuer: DevelopmentIssuer,
    private readonly database: Database,
    private readonly clients: ClientRepository,
    private readonly directory: ClientDirectory,
    private readonly clock: BusinessClock,
  ) {}

  @Public()
  @Post('clients')
  async addClient(@Body() body: NewClientBody): Promise<NewClientView> {
    const clientId = body.clientId ?? `dev-${newId()}`;
    const bound = body.role !== undefined && isConfigurable(body.role);
    if (bound) await this.configure({ ...body, clientId });
    return { clientId, clientSecret: await this.issuer.putClient(clientId), bound };
  }

  @Public()
  @Post('token')
  async issueToken(
    @Body() body: TokenBody,
    @Headers('authorization') authorization: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [id, secret] = basicCredentials(authorization) ?? [body.client_id, body.client_secret];
    reply.header('cache-control', 'no-store');
    if (body.grant_type !== undefined && body.grant_type !== 'client_credentials')
      return reply.status(400).send({ error: 'unsupported_grant_type' });
    const token = id !== undefined && secret !== undefined && (await this.issuer.issue(id, secret));
    return token ? reply.status(200).send(token) : reply.status(401).send({ error: 'invalid_client' });
  }

  @Public()
  @Get('jwks.json')
  keys(): { keys: unknown[] } {
    return { keys: [this.issuer.publicJwk] };
  }

  @Public()
  @Get('clock')
  readClock(): ClockReading {
    return this.clock.read();
  }

  @Public()
  @Put('clock')
  @HttpCode(200)
  moveClock(@Body() body: ClockBody): Promise<ClockReading> {
    const { now, offsetMilliseconds } = body;
    if ((now === undefined) === (offsetMilliseconds === undefined))
      throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'now', rule: 'either now or offsetMilliseconds' }] });
    const target = offsetMilliseconds ?? Date.parse(now as string) - Date.now();
    if (target > TWENTY_YEARS)
      throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'now', rule: 'within 20 years' }] });
    return this.clock.moveTo(target);
  }

  private async configure(body: NewClientBody): Promise<void> {
    const client = withPurposes(body);
    const fault = faultOfClient(client);
    if (fault) throw refusal('MALFORMED_REQUEST', { fields: [{ path: '', rule: fault }] });
    await this.database.transaction(async (tx) => this.clients.put(tx, client, 'DEVELOPMENT'));
    this.directory.forget(client.clientId);
  }
}

/** RFC 6749 §2.3.1: id and secret, form-encoded, in an `Authorization: Basic` header. */
function basicCredentials(authorization: string | undefined): [string, string] | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
  const decoded = new URLSearchParams(`id=${id}&secret=${secret.join(':')}`);
  return [decoded.get('id') ?? '', decoded.get('secret') ?? ''];
}
