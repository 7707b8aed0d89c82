import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ASSETS } from './docs-page.js';

/** Serves the files of Swagger UI, which comes with `@nestjs/swagger`. */
export function serveDocsAssets(fastify: FastifyInstance): void {
  const swagger = createRequire(require.resolve('@nestjs/swagger'));
  const root = dirname(swagger.resolve('swagger-ui-dist/package.json'));
  void fastify.register(fastifyStatic, { root, prefix: ASSETS, index: false, maxAge: '1d', decorateReply: false });
}
