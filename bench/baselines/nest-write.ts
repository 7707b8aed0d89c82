// "Usual on NestJS": the same two inserts behind what a NestJS service usually has, and nothing of ours: a controller, a
// DTO checked by class-validator, one guard and one interceptor that do nothing. Frozen: a change here changes every
// published figure. Decorators are called by hand because Node only strips types.
import 'reflect-metadata';
import {
  Body,
  Controller,
  Module,
  Post,
  ValidationPipe,
  type CallHandler,
  type ExecutionContext,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { newApplication } from './new-application.ts';
import { insertUsually } from './insert-usually.ts';

class Beds {
  declare kind: string;
  declare count: number;
}
IsIn(['CARE', 'MEDICAL', 'HOSPICE'])(Beds.prototype, 'kind');
for (const rule of [IsInt(), Min(0), Max(10_000)]) rule(Beds.prototype, 'count');

class Submission {
  declare kind: string;
  declare name: string;
  declare creditCode: string;
  declare division: string;
  declare ownership: string;
  declare profitNature: string;
  declare beds: Beds[];
}
for (const field of ['kind', 'name', 'creditCode', 'division', 'ownership', 'profitNature']) {
  IsString()(Submission.prototype, field);
  Length(1, 100)(Submission.prototype, field);
}
for (const field of ['level', 'grade', 'hostId', 'investmentOrigin', 'note']) IsOptional()(Submission.prototype, field);
for (const rule of [ArrayMaxSize(20), ValidateNested({ each: true }), Type(() => Beds)])
  rule(Submission.prototype, 'beds');

class ApplicationController {
  async submit(body: Submission): Promise<unknown> {
    const { row, event, answer } = newApplication(body);
    await insertUsually(row, event);
    return answer;
  }
}
const { prototype } = ApplicationController;
Controller('v1/applications')(ApplicationController);
Post()(prototype, 'submit', Object.getOwnPropertyDescriptor(prototype, 'submit') as PropertyDescriptor);
Body()(prototype, 'submit', 0);
Reflect.defineMetadata('design:paramtypes', [Submission], prototype, 'submit');

class AppModule {}
Module({ controllers: [ApplicationController] })(AppModule);

const app = await NestFactory.create(AppModule, new FastifyAdapter(), { logger: false });
app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
app.useGlobalGuards({ canActivate: (_context: ExecutionContext) => true });
app.useGlobalInterceptors({ intercept: (_context: ExecutionContext, next: CallHandler) => next.handle() });
await app.listen(Number(process.env['PORT']), '127.0.0.1');
