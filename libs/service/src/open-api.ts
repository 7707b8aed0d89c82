import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { PROBLEM_MODELS } from '@yiyang/http';
import type { ServiceDefinition } from './service-definition.js';

/** Serves the service's OpenAPI 3.1 document at `/openapi.json`; the gateway merges those of all services. */
export function serveOpenApi(app: NestFastifyApplication, definition: ServiceDefinition): void {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`${definition.title.zh} ${definition.title.en}`)
    .setVersion('1')
    .addOAuth2({ type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/dev/token', scopes: {} } } }, 'oauth2')
    .build();
  let document: OpenAPIObject | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get(
      '/openapi.json',
      () => (document ??= SwaggerModule.createDocument(app, config, { extraModels: PROBLEM_MODELS })),
    );
}
