import { Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Read, UuidParam, type Answer } from '@yiyang/http';
import { CoverageQuery, FindingQuery, FindingsOfInstitutionQuery, UncoveredQuery } from './compliance.dto.js';
import { ComplianceService } from './compliance.service.js';
import { ComplianceView, CoverageView, FindingPage, UncoveredPage } from './compliance.view.js';

@Controller('v1')
export class ComplianceController {
  constructor(private readonly compliance: ComplianceService) {}

  @Read('findings', 'finding.list', { summary: '查询合规问题 List findings', returns: FindingPage })
  list(@CallerParam() caller: Caller, @Query() query: FindingQuery): Promise<Answer> {
    return this.compliance.list(caller, 'finding.list', query);
  }

  @Read('institutions/:id/findings', 'institution.findings', {
    summary: '查看机构合规问题 Findings of an institution',
    returns: FindingPage,
  })
  ofInstitution(
    @CallerParam() caller: Caller,
    @UuidParam('id') institutionId: string,
    @Query() query: FindingsOfInstitutionQuery,
  ): Promise<Answer> {
    return this.compliance.list(caller, 'institution.findings', { ...query, institutionId });
  }

  @Read('institutions/:id/compliance', 'institution.compliance', {
    summary: '查看机构合规情况 Every rule about an institution, computed now',
    returns: ComplianceView,
  })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.compliance.compliance(caller, id);
  }

  @Read('compliance/agreement-coverage', 'agreement.coverage', {
    summary: '统计签约覆盖率 Share of care institutions with an agreement',
    returns: CoverageView,
  })
  coverage(@CallerParam() caller: Caller, @Query() query: CoverageQuery): Promise<Answer> {
    return this.compliance.coverage(caller, query);
  }

  @Read('compliance/homes-without-agreement', 'agreement.uncovered', {
    summary: '查询未签约养老机构 Homes without a medical institution and without an agreement in force',
    returns: UncoveredPage,
  })
  uncovered(@CallerParam() caller: Caller, @Query() query: UncoveredQuery): Promise<Answer> {
    return this.compliance.uncovered(caller, query);
  }
}
