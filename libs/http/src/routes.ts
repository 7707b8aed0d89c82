import { applyDecorators, Delete, Get, HttpCode, Post, Put, type Type } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse, ApiSecurity } from '@nestjs/swagger';
import { Allow, policyRow } from '@yiyang/access';
import { ProblemView } from './problem.view.js';
import { uploadTypes } from './upload.js';

export interface RouteText {
  /** Chinese first, then English: `接收转诊 Accept a referral`. */
  readonly summary: string;
  readonly returns: Type<unknown>;
  readonly body?: Type<unknown>;
}

const problem = (status: number, description: string) =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
  });

// An empty requirement beside the token says that it may be left out.
const security = (action: string) =>
  policyRow(action)?.roles.PUBLIC ? [ApiSecurity({}), ApiSecurity('oauth2')] : [ApiSecurity('oauth2')];

const everyRoute = (action: string, text: RouteText) =>
  applyDecorators(
    Allow(action),
    ApiOperation({ summary: text.summary, operationId: action, ...({ 'x-action': action } as object) }),
    ...security(action),
    problem(400, '请求格式错误 malformed request, unknown field or code'),
    problem(401, '未认证 no valid token'),
    problem(403, '无权 not allowed'),
    problem(404, '未找到 not there, or not yours'),
    problem(422, '规则拒绝 a rule refused'),
    problem(429, '过于频繁 too many requests'),
    problem(503, '暂不可用 try again after Retry-After'),
  );

const everyCommand = (action: string, text: RouteText) =>
  applyDecorators(
    everyRoute(action, text),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: '幂等键 1-128 printable characters; a repeat gets the same answer',
    }),
    ...(text.body ? [ApiBody({ type: text.body })] : []),
    problem(409, '状态、容量冲突或正在处理 state, capacity or in flight'),
    problem(413, '请求体过大 body too large'),
    problem(415, '内容类型不支持 unsupported media type'),
  );

const everyChange = (action: string, text: RouteText) =>
  applyDecorators(
    everyCommand(action, text),
    HttpCode(200),
    ApiHeader({ name: 'If-Match', required: true, description: '版本 the ETag last seen' }),
    ApiResponse({ status: 200, type: text.returns }),
    problem(412, '版本已变化 the object has changed'),
    problem(428, '缺少版本 If-Match is missing'),
  );

/** `GET` of one object or a list. */
export const Read = (path: string, action: string, text: RouteText) =>
  applyDecorators(Get(path), everyRoute(action, text), ApiResponse({ status: 200, type: text.returns }));

/** `POST` that creates; answers 201 with Location and ETag. */
export const Create = (path: string, action: string, text: RouteText) =>
  applyDecorators(
    Post(path),
    everyCommand(action, text),
    HttpCode(201),
    ApiResponse({ status: 201, type: text.returns }),
  );

/** `POST` of a file at the root of an upload route's controller; answers 201 with Location and ETag. */
export const CreateFromFile = (route: string, action: string, text: Omit<RouteText, 'body'>) =>
  applyDecorators(
    Create('', action, text),
    ApiConsumes(...uploadTypes(`/${route}`)),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );

/** `POST` that acts on an existing object; needs `If-Match`. */
export const Act = (path: string, action: string, text: RouteText) =>
  applyDecorators(Post(path), everyChange(action, text));

/** `PUT` of a part of an existing object; needs the object's `If-Match`. */
export const Replace = (path: string, action: string, text: RouteText) =>
  applyDecorators(Put(path), everyChange(action, text));

/** `DELETE` of a part of an existing object; needs the object's `If-Match`. */
export const Remove = (path: string, action: string, text: RouteText) =>
  applyDecorators(Delete(path), everyChange(action, text));

/** `POST` that computes and changes nothing. */
export const Compute = (path: string, action: string, text: RouteText) =>
  applyDecorators(
    Post(path),
    everyRoute(action, text),
    HttpCode(200),
    ...(text.body ? [ApiBody({ type: text.body })] : []),
    ApiResponse({ status: 200, type: text.returns }),
    problem(409, '状态冲突 state conflict'),
    problem(413, '请求体过大 body too large'),
    problem(415, '内容类型不支持 unsupported media type'),
  );

/** The problem schema that every route refers to. */
export const PROBLEM_MODELS = [ProblemView];
