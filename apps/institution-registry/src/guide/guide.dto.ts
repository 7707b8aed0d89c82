import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { EachPart, OnePart } from '@yiyang/http';
import { codesOf, INSTITUTION_KINDS } from '@yiyang/standards';
import type { ApplicationPath } from '../application/domain/application-path.js';
import { IsDivision } from '../registry-fields.js';

const PATHS = ['FILING', 'TWO_IN_ONE', 'APPROVAL'];

export class GuideStepBody {
  @ApiProperty({ description: '内容 text', maxLength: 500 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  text!: string;

  @ApiPropertyOptional({ description: '法律法规依据 legal basis: document and clause', maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  legalBasis?: string;
}

export class GuideTimeLimitBody {
  @ApiProperty({ description: '办理时限(工作日) working days', type: 'integer', minimum: 1, maximum: 365 })
  @IsInt()
  @Min(1)
  @Max(365)
  workingDays!: number;

  @ApiPropertyOptional({ description: '法律法规依据 legal basis: document and clause', maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  legalBasis?: string;
}

const partOf = (description: string) => [
  ApiPropertyOptional({ description, type: [GuideStepBody], maxItems: 100 }),
  IsOptional(),
  IsArray(),
  ArrayMaxSize(100),
  EachPart(() => GuideStepBody),
];
const GuidePart =
  (description: string): PropertyDecorator =>
  (target, key) => {
    for (const decorate of partOf(description)) decorate(target, key);
  };

export class PublishGuideBody {
  @ApiProperty({ description: '行政区划 division', example: '421200' })
  @IsDivision()
  division!: string;

  @ApiProperty({ description: '管理条线 side', enum: ['MEDICAL', 'CARE'] })
  @IsIn(['MEDICAL', 'CARE'])
  side!: 'MEDICAL' | 'CARE';

  @ApiPropertyOptional({
    description: '机构类别 kind; every kind of the side when left out',
    enum: codesOf(INSTITUTION_KINDS),
  })
  @IsOptional()
  @IsIn(codesOf(INSTITUTION_KINDS))
  kind?: string;

  @ApiProperty({ description: '办理途径 path', enum: PATHS })
  @IsIn(PATHS)
  path!: ApplicationPath;

  @GuidePart('审批事项及流程 items and flow')
  flow?: GuideStepBody[];

  @GuidePart('受理条件 conditions')
  conditions?: GuideStepBody[];

  @GuidePart('材料清单 materials')
  materials?: GuideStepBody[];

  @ApiPropertyOptional({ description: '办理时限 time limit', type: GuideTimeLimitBody })
  @IsOptional()
  @OnePart(() => GuideTimeLimitBody)
  timeLimit?: GuideTimeLimitBody;
}

export class GuideQuery {
  @ApiProperty({ description: '机构类别 kind', enum: codesOf(INSTITUTION_KINDS) })
  @IsIn(codesOf(INSTITUTION_KINDS))
  kind!: string;

  @ApiProperty({ description: '行政区划 division', example: '421202' })
  @IsDivision()
  division!: string;
}

export class GuideView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '发布地 division that published it' }) division!: string;
  @ApiProperty({ enum: ['MEDICAL', 'CARE'] }) side!: string;
  @ApiProperty({ description: '机构类别 kind; null for every kind', type: 'string', nullable: true }) kind!:
    string | null;
  @ApiProperty({ description: '办理途径 path', enum: PATHS }) path!: string;
  @ApiProperty({ description: '审批事项及流程 items and flow', type: [GuideStepBody] }) flow!: GuideStepBody[];
  @ApiProperty({ description: '受理条件 conditions', type: [GuideStepBody] }) conditions!: GuideStepBody[];
  @ApiProperty({ description: '材料清单 materials', type: [GuideStepBody] }) materials!: GuideStepBody[];
  @ApiProperty({ description: '办理时限 time limit', type: GuideTimeLimitBody }) timeLimit!: GuideTimeLimitBody;
  @ApiProperty({ description: '发布时间 published at', format: 'date-time' }) publishedAt!: Date;
  @ApiProperty({ description: '版本 version of the guide', type: 'integer' }) version!: number;
}

export class GuideList {
  @ApiProperty({ type: [GuideView] }) items!: GuideView[];
}
