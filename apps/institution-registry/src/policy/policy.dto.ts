import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CivilDateField, EachPart, IsDivision, OptionalCivilDateField, PageQuery } from '@yiyang/http';
import { ANY_POLICY_VALUE } from '@yiyang/service';

const KEY = /^[A-Za-z][A-Za-z0-9.-]{0,63}$/;

export class ProposedValueBody {
  @ApiProperty({ description: '参数名 key', example: 'designation.minOperatingMonths' })
  @Matches(KEY)
  key!: string;

  @ApiProperty({ description: '取值 value, of the shape that the key has', nullable: true, oneOf: ANY_POLICY_VALUE })
  @Allow()
  value!: unknown;

  @CivilDateField('有效期起 first day')
  validFrom!: string;

  @OptionalCivilDateField('有效期止 last day; open when left out')
  validTo?: string | null;

  @ApiPropertyOptional({ description: '来源文件 document; a value without one is refused', maxLength: 80 })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  document?: string;

  @ApiPropertyOptional({ description: '条款 clause of the document', maxLength: 40 })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  clause?: string;
}

export class ProposedValuesBody {
  @ApiProperty({ description: '政策取值 values', type: [ProposedValueBody], minItems: 1, maxItems: 200 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @EachPart(() => ProposedValueBody)
  values!: ProposedValueBody[];
}

export class DraftPolicyBody extends ProposedValuesBody {
  @ApiProperty({ description: '行政区划 division whose set gets the values', example: '421202' })
  @IsDivision()
  division!: string;
}

export class BindTemplateBody {
  @ApiProperty({ description: '行政区划 division to bind the template to', example: '500101' })
  @IsDivision()
  division!: string;

  @CivilDateField('有效期起 first day')
  validFrom!: string;
}

export class EndValueBody {
  @ApiProperty({ description: '参数名 key', example: 'designation.minOperatingMonths' })
  @Matches(KEY)
  key!: string;

  @CivilDateField('有效期止 last day')
  lastDay!: string;
}

export class PolicySetQuery extends PageQuery {
  @ApiPropertyOptional({ description: '行政区划 division', example: '421200' })
  @IsOptional()
  @IsDivision()
  division?: string;
}

export class PolicySetVersionQuery {
  @ApiPropertyOptional({
    description: '版本 as of this version; the latest when left out',
    type: 'integer',
    minimum: 1,
  })
  @IsOptional()
  @Matches(/^[1-9]\d{0,8}$/)
  version?: string;
}

export class PolicyDivisionQuery {
  @ApiProperty({ description: '行政区划 division; what it inherits counts', example: '421202' })
  @IsDivision()
  division!: string;

  @CivilDateField('适用日期 on')
  on!: string;
}
