import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { ROLE_NAMES, ROLES, type Role } from '@yiyang/access';
import { PROBLEM_MODELS } from '@yiyang/http';
import type { GatewayConfig } from '../config.js';
import type { DocumentRefresh } from '../proxy/document-refresh.js';
import type { ApiDocument } from './document.js';
import { mergeDocuments } from './merge-documents.js';
import { roleView } from './role-view.js';

const ABOUT =
  '医养数据交换平台开放接口。所有写操作需要 Idempotency-Key，修改需要 If-Match；错误均为 application/problem+json。\n\n' +
  'Every command needs an Idempotency-Key and every change an If-Match; every error is a problem document.';

/** The OpenAPI document of the whole platform and its views by role. */
export class ApiDocuments {
  private own: ApiDocument | undefined;
  private readonly made = new Map<Role | undefined, { readonly generation: number; readonly document: ApiDocument }>();

  constructor(
    private readonly services: DocumentRefresh,
    private readonly config: GatewayConfig,
  ) {}

  /** Reads the gateway's own operations; once, when all controllers are there. */
  describe(app: INestApplication): void {
    const settings = new DocumentBuilder().setOpenAPIVersion('3.1.0').build();
    this.own = SwaggerModule.createDocument(app, settings, { extraModels: PROBLEM_MODELS }) as unknown as ApiDocument;
  }

  /** Everything, or what the role may call and see; made again only when a service has shown another document. */
  document(role?: Role): ApiDocument {
    const { generation } = this.services;
    const known = this.made.get(role);
    if (known?.generation === generation) return known.document;
    const document = this.make(role);
    this.made.set(role, { generation, document });
    return document;
  }

  private make(role?: Role): ApiDocument {
    if (!this.own) throw new Error('the documents are asked for before the application is made');
    const whole = mergeDocuments({ service: 'gateway', document: this.own }, this.services.documents, {
      openapi: '3.1.0',
      info: { title: titleFor(role), version: '1', description: ABOUT },
      servers: [{ url: this.config.publicUrl }],
      components: { securitySchemes: { oauth2: this.securityScheme() } },
    });
    return role === undefined ? whole : roleView(whole, role);
  }

  private securityScheme(): object {
    const { development, oidc, publicUrl } = this.config;
    if (development)
      return { type: 'oauth2', flows: { clientCredentials: { tokenUrl: `${publicUrl}/dev/token`, scopes: {} } } };
    return { type: 'openIdConnect', openIdConnectUrl: `${oidc?.issuer ?? ''}/.well-known/openid-configuration` };
  }
}

function titleFor(role: Role | undefined): string {
  const view = role === undefined ? '' : `：${ROLES[role].zh}视图 (${role})`;
  return `医养数据交换平台 Yiyang Exchange${view}`;
}

/** The role of a view's name in a URL: `civil-affairs` or `CIVIL_AFFAIRS`. */
export function roleOfView(view: string): Role | undefined {
  const name = view.toUpperCase().replaceAll('-', '_');
  return ROLE_NAMES.find((role) => role === name);
}

/** `CIVIL_AFFAIRS` → `civil-affairs`. */
export function viewOfRole(role: Role): string {
  return role.toLowerCase().replaceAll('_', '-');
}
