import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusal } from '@yiyang/decisions';

/** Largest body of a route that takes JSON. */
export const MOST_BODY_BYTES = 1 << 20;

const UPLOADS: Readonly<Record<string, { readonly mediaTypes: readonly string[]; readonly mostBytes: number }>> = {
  '/v1/survey-imports': { mediaTypes: ['text/csv', 'application/x-ndjson'], mostBytes: 8 << 20 },
};

/** Routes whose `POST` takes a file; the gateway and the services both read this. */
export const UPLOAD_ROUTES = Object.keys(UPLOADS);

/** Largest file of an upload route, undefined for every other route. */
export function mostUploadBytes(method: string | readonly string[], url: string): number | undefined {
  return [method].flat().includes('POST') ? UPLOADS[url]?.mostBytes : undefined;
}

/** Media types of an upload route. */
export function uploadTypes(url: string): readonly string[] {
  return UPLOADS[url]?.mediaTypes ?? [];
}

/** A file as it arrived. */
export interface Upload {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** In lower case, where the caller names one. */
  readonly charset: string | undefined;
}

const unsupported = () =>
  refusal('MEDIA_TYPE_UNSUPPORTED', { fields: [{ path: 'Content-Type', rule: 'a media type of this route' }] });

/** Lets the upload routes, and only those, take their media types. */
export function acceptUploads(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const mostBytes = mostUploadBytes(route.method, route.url);
    if (mostBytes !== undefined) route.bodyLimit = mostBytes;
  });
  const mediaTypes = UPLOAD_ROUTES.flatMap(uploadTypes);
  fastify.addContentTypeParser(mediaTypes, { parseAs: 'buffer' }, (request, body, done) => {
    const { url = '' } = request.routeOptions;
    if (uploadTypes(url).includes(mediaTypeOf(request))) done(null, body);
    else done(unsupported());
  });
}

function mediaTypeOf(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The file of an upload route; anything else in its place is an unsupported media type. */
export const UploadParam = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (!Buffer.isBuffer(request.body)) throw unsupported();
  const charset = /;\s*charset="?([\w-]{1,20})"?/i.exec(request.headers['content-type'] ?? '')?.[1];
  return { bytes: request.body, mediaType: mediaTypeOf(request), charset: charset?.toLowerCase() };
});
