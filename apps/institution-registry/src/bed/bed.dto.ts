import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import { CivilDateField, OptionalCivilDateField } from '@yiyang/http';
import { BED_KINDS, codesOf, type BedKind } from '@yiyang/standards';
import { BedCountField } from '../registry-fields.js';
import { BED_GENDERS, type BedGender } from './bed.repository.js';

const REASON = /^[A-Z][A-Z0-9_]{0,47}$/;

class BedChangeBody {
  @CivilDateField('生效日期 first day on which it holds, today or later')
  effectiveOn!: string;

  @ApiPropertyOptional({ description: '理由代码 reason code', example: 'RENOVATION' })
  @IsOptional()
  @Matches(REASON)
  reasonCode?: string;
}

export class ApproveBedsBody extends BedChangeBody {
  @BedCountField('核定床位 approved')
  approved!: number;

  @BedCountField('特困兜底床位 operating beds kept for the extremely poor; stays when left out', { isOptional: true })
  reserved?: number;
}

export class OperateBedsBody extends BedChangeBody {
  @BedCountField('开放床位 in operation')
  operating!: number;

  @BedCountField('停用床位 operating beds out of use')
  blocked!: number;
}

export class ConvertBedsBody extends BedChangeBody {
  @ApiProperty({ description: '原床位类型 kind that becomes fewer', enum: codesOf(BED_KINDS) })
  @IsIn(codesOf(BED_KINDS))
  from!: BedKind;

  @ApiProperty({ description: '新床位类型 kind that becomes more', enum: codesOf(BED_KINDS) })
  @IsIn(codesOf(BED_KINDS))
  to!: BedKind;

  @BedCountField('转换床位数 beds converted', { least: 1 })
  count!: number;
}

export class OfferBedsBody {
  @ApiProperty({ description: '性别 whom the beds take', enum: BED_GENDERS })
  @IsIn(BED_GENDERS)
  gender!: BedGender;

  @ApiProperty({ description: '须先评估 an assessment comes before the admission' })
  @IsBoolean()
  needsAssessment!: boolean;

  @ApiProperty({ description: '可轮候 a waiting list is kept when all are in use' })
  @IsBoolean()
  hasWaitlist!: boolean;
}

export class LocateBody {
  @ApiProperty({ description: '纬度 latitude, WGS 84 degrees', example: 29.8413, minimum: -90, maximum: 90 })
  @IsNumber({ maxDecimalPlaces: 6 })
  @Min(-90)
  @Max(90)
  latitude!: number;

  @ApiProperty({ description: '经度 longitude, WGS 84 degrees', example: 114.3225, minimum: -180, maximum: 180 })
  @IsNumber({ maxDecimalPlaces: 6 })
  @Min(-180)
  @Max(180)
  longitude!: number;
}

export class BedQuery {
  @OptionalCivilDateField('日期 day to read, past or planned; today when left out')
  on?: string;
}
