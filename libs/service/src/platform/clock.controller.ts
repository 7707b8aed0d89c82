import { timingSafeEqual } from 'node:crypto';
import { Body, Controller, Get, Headers, HttpCode, Inject, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { Public } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Clock, SharedClockOffset } from '@yiyang/persistence';
import type { ServiceConfig } from '../config.js';
import { SERVICE_CONFIG } from '../tokens.js';

const TWENTY_YEARS = 20 * 366 * 86_400_000;

export class ClockBody {
  @IsInt()
  @Min(0)
  @Max(TWENTY_YEARS)
  offsetMilliseconds!: number;
}

/** The business clock of a development platform. Mounted in development only; the gateway moves all services at once. */
@ApiExcludeController()
@Controller('internal/clock')
export class ClockController {
  constructor(
    private readonly clock: Clock,
    private readonly offset: SharedClockOffset,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
  ) {}

  @Public()
  @Get()
  read(): { now: Date; offsetMilliseconds: number } {
    return { now: this.clock.now(), offsetMilliseconds: this.clock.offset };
  }

  @Public()
  @Put()
  @HttpCode(200)
  async move(
    @Headers('x-internal-secret') secret: string | undefined,
    @Body() body: ClockBody,
  ): Promise<{ now: Date }> {
    const expected = Buffer.from(this.config.internalSecret);
    const given = Buffer.from(secret ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refusal('NOT_AUTHENTICATED');
    await this.offset.store(body.offsetMilliseconds);
    return { now: this.clock.now() };
  }
}
