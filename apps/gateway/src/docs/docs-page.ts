import { ROLE_NAMES, ROLES, type Role } from '@yiyang/access';
import { viewOfRole } from './api-documents.js';

/** Where the page's scripts and styles are served. */
export const ASSETS = '/docs/assets/';

/** Swagger UI on one view of the document; everything it loads comes from this server. */
export function docsPage(role: Role | undefined): string {
  const document = role === undefined ? '/openapi.json' : `/openapi.json?department=${viewOfRole(role)}`;
  const title = role === undefined ? '全部 All' : `${ROLES[role].zh} ${role}`;
  const views = ROLE_NAMES.map((name) => `<a href="/docs/${viewOfRole(name)}">${ROLES[name].zh}</a>`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>医养数据交换平台接口 · ${title}</title>
<link rel="stylesheet" href="${ASSETS}swagger-ui.css">
</head>
<body>
<nav style="padding:8px 20px;font-family:sans-serif"><a href="/docs">全部 All</a> · ${views.join(' · ')} · <a href="/asyncapi">事件 Events</a></nav>
<div id="swagger-ui" data-document="${document}"></div>
<script src="${ASSETS}swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;
}

/** A script of its own, because the page allows no inline script. */
export const START_SCRIPT = `'use strict';
const place = document.getElementById('swagger-ui');
SwaggerUIBundle({ url: place.dataset.document, dom_id: '#swagger-ui', deepLinking: true, persistAuthorization: false });
`;

export const PAGE_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'";
