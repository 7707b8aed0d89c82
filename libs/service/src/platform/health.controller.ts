import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '@yiyang/access';
import { Health, Metrics } from '@yiyang/observability';

/** What orchestrators and dashboards ask. Reached on the service's own port, never through the gateway. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  @Public()
  @Get('health/live')
  async live(@Res() reply: FastifyReply): Promise<void> {
    const report = await this.health.report('live');
    await reply.status(report.ok ? 200 : 503).send(report);
  }

  @Public()
  @Get('health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const report = await this.health.report('ready');
    await reply.status(report.ok ? 200 : 503).send(report);
  }

  @Public()
  @Get('metrics')
  async figures(@Res() reply: FastifyReply): Promise<void> {
    await reply.type('text/plain; version=0.0.4').send(await this.metrics.text());
  }
}
