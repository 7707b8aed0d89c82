import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CivilDate } from '@yiyang/standards';
import { overdueClocks } from './domain/designation-clocks.js';
import { ALLOWED, DESIGNATION_SCHEMES, type Designation, type DesignationStatus } from './domain/designation.js';

export class DesignationView {
  @ApiProperty({ description: '定点编号 id', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '机构 institution', format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '状态 status', enum: Object.keys(ALLOWED) }) status!: DesignationStatus;
  @ApiProperty({ description: '险种 schemes', enum: DESIGNATION_SCHEMES, isArray: true }) schemes!: readonly string[];
  @ApiProperty({ description: '申请日期 applied on', format: 'date' }) appliedOn!: string;
  @ApiPropertyOptional({ description: '受理日期 accepted on', format: 'date' }) acceptedOn?: string;
  @ApiPropertyOptional({ description: '评估时限 evaluation due on', format: 'date', nullable: true }) evaluationDueOn?:
    string | null;
  @ApiPropertyOptional({ description: '签约开通时限 agreement and system due on', format: 'date', nullable: true })
  agreementDueOn?: string | null;
  @ApiPropertyOptional({ description: '评估日期 evaluated on', format: 'date' }) evaluatedOn?: string;
  @ApiPropertyOptional({ description: '签订日期 agreement signed on', format: 'date' }) signedOn?: string;
  @ApiPropertyOptional({ description: '开通日期 system opened on', format: 'date' }) openedOn?: string;
  @ApiPropertyOptional({ description: '中止或终止生效日期 suspended or ended from', format: 'date' })
  effectiveOn?: string;
  @ApiPropertyOptional({ description: '原因 reason' }) reasonCode?: string;
  @ApiProperty({ description: '超时环节 clocks that ran out', enum: ['EVALUATION', 'AGREEMENT'], isArray: true })
  overdue!: string[];
  @ApiProperty({ description: '版本 version', type: 'integer' }) version!: number;
}

export class DesignationPage {
  @ApiProperty({ type: [DesignationView] }) items!: DesignationView[];
  @ApiProperty({ description: '下一页游标 cursor of the next page', nullable: true, type: 'string' }) nextCursor!:
    string | null;
}

/** What is shown of a designation; being overdue is computed for `today`. */
export function designationView(designation: Designation, today: CivilDate): DesignationView {
  const { activePeriods: _, ...shown } = { activePeriods: undefined, ...designation };
  const steps = Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== null));
  return { ...(steps as unknown as DesignationView), overdue: overdueClocks(designation, today) };
}
