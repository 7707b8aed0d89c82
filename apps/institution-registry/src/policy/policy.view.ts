import { ApiProperty } from '@nestjs/swagger';
import { ANY_POLICY_VALUE, PolicySourceView } from '@yiyang/service';

export class PolicyParameterView {
  @ApiProperty({ description: '参数名 key' }) key!: string;
  @ApiProperty({ description: '参数编号 row that it stands for', example: 'P-10' }) row!: string;
  @ApiProperty({ description: '中文名 Chinese term' }) zh!: string;
}

export class PolicyParametersView {
  @ApiProperty({ type: [PolicyParameterView] }) items!: PolicyParameterView[];
}

export class PolicySetValueView {
  @ApiProperty({ description: '参数名 key' }) key!: string;
  @ApiProperty({ description: '参数编号 row', example: 'P-10' }) row!: string;
  @ApiProperty({ description: '取值 value', nullable: true, oneOf: ANY_POLICY_VALUE }) value!: unknown;
  @ApiProperty({ description: '有效期起 first day', format: 'date' }) validFrom!: string;
  @ApiProperty({ description: '有效期止 last day', type: 'string', format: 'date', nullable: true }) validTo!:
    string | null;
  @ApiProperty({ description: '来源 source', type: PolicySourceView }) source!: PolicySourceView;
  @ApiProperty({ description: '版本 version that stated it', type: 'integer', required: false }) version?: number;
}

export class PolicySetSummaryView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '名称 name' }) name!: string;
  @ApiProperty({ description: '行政区划 division, null for a template', type: 'string', nullable: true }) division!:
    string | null;
  @ApiProperty({ description: '版本 latest version', type: 'integer' }) version!: number;
}

export class PolicySetPage {
  @ApiProperty({ type: [PolicySetSummaryView] }) items!: PolicySetSummaryView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class PolicyVersionView {
  @ApiProperty({ description: '版本 version', type: 'integer' }) version!: number;
  @ApiProperty({ description: '发布时间 published', format: 'date-time' }) publishedAt!: Date;
  @ApiProperty({ description: '发布部门 role; null for what ships with the project', type: 'string', nullable: true })
  role!: string | null;
  @ApiProperty({ description: '草案 draft', type: 'string', format: 'uuid', nullable: true }) draftId!: string | null;
  @ApiProperty({ description: '模板 template', type: 'string', format: 'uuid', nullable: true }) templateId!:
    string | null;
}

export class PolicySetView extends PolicySetSummaryView {
  @ApiProperty({ description: '截至版本 as of this version', type: 'integer' }) asOfVersion!: number;
  @ApiProperty({ description: '取值 values, the latest of each key', type: [PolicySetValueView] })
  values!: PolicySetValueView[];
  @ApiProperty({ description: '历次版本 versions', type: [PolicyVersionView] }) versions!: PolicyVersionView[];
}

export class PolicyDraftView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '起草时版本 version of the set it was made on', type: 'integer' }) baseVersion!: number;
  @ApiProperty({ description: '状态 status', enum: ['DRAFT', 'PUBLISHED', 'DISCARDED'] }) status!: string;
  @ApiProperty({ description: '取值 values', type: [PolicySetValueView] }) values!: PolicySetValueView[];
  @ApiProperty({ description: '发布为版本 published as', type: 'integer', nullable: true }) publishedVersion!:
    number | null;
  @ApiProperty({ description: '起草时间 drafted', format: 'date-time' }) createdAt!: Date;
  @ApiProperty({ description: '版本 version of the draft', type: 'integer' }) version!: number;
}

export class PolicyDraftPage {
  @ApiProperty({ type: [PolicyDraftView] }) items!: PolicyDraftView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class PolicyDocumentView {
  @ApiProperty({ description: '文件 document' }) document!: string;
  @ApiProperty({ description: '取值 values that the document gives', type: [PolicySetValueView] })
  values!: PolicySetValueView[];
  @ApiProperty({ description: '行政区划 division whose set cites it' }) division!: string;
}

export class PolicyDocumentsView {
  @ApiProperty({ type: [PolicyDocumentView] }) items!: PolicyDocumentView[];
}
