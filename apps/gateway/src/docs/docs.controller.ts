import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Public, type Role } from '@yiyang/access';
import { renderAsyncApiPage, type AsyncApiDocument } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { AUDIENCES, isAudience, type Audience } from '../feed/audience.js';
import { ApiDocuments, roleOfView } from './api-documents.js';
import { asyncApiView } from './async-api-view.js';
import type { ApiDocument } from './document.js';
import { docsPage, PAGE_POLICY, START_SCRIPT } from './docs-page.js';

export class DepartmentQuery {
  @IsOptional()
  @IsString()
  @MaxLength(40)
  department?: string;
}

/** What the interfaces are; says nothing about anybody, so it is open. */
@ApiExcludeController()
@Controller()
export class DocsController {
  constructor(private readonly documents: ApiDocuments) {}

  @Public()
  @Get('openapi.json')
  openApi(@Query() query: DepartmentQuery): ApiDocument {
    return this.documents.document(roleOf(query.department));
  }

  @Public()
  @Get('asyncapi.json')
  asyncApi(@Query() query: DepartmentQuery): AsyncApiDocument {
    return asyncApiView(audienceOf(query.department));
  }

  @Public()
  @Get('asyncapi')
  @Header('content-type', 'text/html; charset=utf-8')
  asyncApiPage(@Query() query: DepartmentQuery): string {
    return renderAsyncApiPage(asyncApiView(audienceOf(query.department)));
  }

  @Public()
  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PAGE_POLICY)
  all(): string {
    return docsPage(undefined);
  }

  @Public()
  @Get('docs/start.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(): string {
    return START_SCRIPT;
  }

  @Public()
  @Get('docs/:view')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PAGE_POLICY)
  view(@Param('view') view: string): string {
    return docsPage(roleOf(view));
  }
}

function roleOf(view: string | undefined): Role | undefined {
  if (view === undefined) return undefined;
  const role = roleOfView(view);
  if (!role) throw refusal('NOT_FOUND');
  return role;
}

/** Without a department: what integrators get, the least that anybody gets. */
function audienceOf(view: string | undefined): Audience {
  const role = roleOf(view) ?? AUDIENCES[3];
  if (!isAudience(role)) throw refusal('NOT_FOUND');
  return role;
}
