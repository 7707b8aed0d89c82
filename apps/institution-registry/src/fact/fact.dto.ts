import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, IsOptional, Matches } from 'class-validator';
import { CivilDateField, EachPart, IsId, OptionalCivilDateField, PageQuery } from '@yiyang/http';
import { IsDivision, IsInstant } from '../registry-fields.js';
import { FACT_TYPE_CODES, type FactTypeCode } from './domain/fact-types.js';

const MOST_STATEMENTS = 300;

const ReasonCodeField = () => (target: object, property: string) => {
  ApiProperty({ description: '理由代码 reason code', example: 'STATED_WRONGLY' })(target, property);
  Matches(/^[A-Z][A-Z0-9_]{0,47}$/)(target, property);
};

export class FactValueBody {
  @ApiProperty({
    description: '内容 value, with the fields of the type: GET /v1/fact-types',
    type: 'object',
    additionalProperties: true,
    example: { capability: 'GREEN_CHANNEL' },
  })
  @IsObject()
  value!: Record<string, unknown>;

  @CivilDateField('起始日 first day')
  validFrom!: string;

  @OptionalCivilDateField('截止日 last day, inclusive')
  validTo?: string;
}

export class StateFactBody extends FactValueBody {
  @ApiProperty({ description: '事项类型 type of fact', enum: FACT_TYPE_CODES, example: 'CAPABILITY' })
  @IsIn(FACT_TYPE_CODES)
  type!: FactTypeCode;
}

export class StatementItem extends StateFactBody {
  @ApiProperty({ description: '机构 institution', format: 'uuid' })
  @IsId()
  institutionId!: string;
}

export class StateFactsBody {
  @ApiProperty({ description: '多项事项 statements', type: [StatementItem], maxItems: MOST_STATEMENTS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_STATEMENTS)
  @EachPart(() => StatementItem)
  items!: StatementItem[];
}

export class EndFactBody {
  @CivilDateField('最后有效日 last day on which it holds')
  endsOn!: string;

  @ReasonCodeField()
  reasonCode!: string;
}

export class RetractFactBody {
  @ReasonCodeField()
  reasonCode!: string;
}

export class CorrectFactBody extends FactValueBody {
  @ReasonCodeField()
  reasonCode!: string;
}

export class InstitutionFactQuery extends PageQuery {
  @ApiPropertyOptional({ description: '事项类型 type of fact', enum: FACT_TYPE_CODES })
  @IsOptional()
  @IsIn(FACT_TYPE_CODES)
  type?: FactTypeCode;

  @ApiPropertyOptional({ description: '内容代码 a code of its content', example: 'GREEN_CHANNEL' })
  @IsOptional()
  @Matches(/^[A-Z][A-Z0-9_-]{0,47}$/)
  code?: string;

  @OptionalCivilDateField('日期 day on which the facts hold; today when left out')
  on?: string;

  @ApiPropertyOptional({ description: '知悉时间 as it was known then', format: 'date-time' })
  @IsOptional()
  @IsInstant()
  knownAt?: string;
}

export class FactQuery extends InstitutionFactQuery {
  @ApiPropertyOptional({ description: '行政区划 division, with everything below it', example: '421200' })
  @IsOptional()
  @IsDivision()
  division?: string;
}
