import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FACT_TYPE_CODES, factType } from './domain/fact-types.js';
import type { FactRow } from './fact.entity.js';
import type { NewFact } from './fact.repository.js';

export class FactView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '事项类型 type', enum: FACT_TYPE_CODES }) type!: string;
  @ApiProperty({ description: '内容 value', type: 'object', additionalProperties: true }) value!: unknown;
  @ApiProperty({ description: '内容代码 coded content, as other services are told', type: [String] }) codes!: string[];
  @ApiProperty({ format: 'date' }) validFrom!: string;
  @ApiProperty({ format: 'date', type: 'string', nullable: true }) validTo!: string | null;
  @ApiProperty({ description: '填报主体 role of whoever stated it' }) statedBy!: string;
  @ApiProperty({ description: '填报时间 recorded at', format: 'date-time' }) recordedAt!: Date;
  @ApiProperty({ description: '已撤回 stated by mistake' }) retracted!: boolean;
  @ApiPropertyOptional({ description: '取代的事项 the fact that it took the place of', format: 'uuid' })
  replaces?: string;
  @ApiPropertyOptional({ description: '终止时间 when it was ended', format: 'date-time' }) endedAt?: Date;
  @ApiPropertyOptional({ description: '终止原因 why it was ended' }) endReason?: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class FactPage {
  @ApiProperty({ type: [FactView] }) items!: FactView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class FactFaultView {
  @ApiProperty() path!: string;
  @ApiProperty() rule!: string;
}

export class StatementResultView {
  @ApiProperty({ description: '序号 index in the request', type: 'integer' }) index!: number;
  @ApiProperty({ enum: ['STATED', 'REFUSED'] }) status!: string;
  @ApiPropertyOptional({ format: 'uuid' }) factId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) replaces?: string;
  @ApiPropertyOptional({ description: '拒绝代码 code of the refusal' }) code?: string;
  @ApiPropertyOptional({ description: '依据 rule' }) rule?: string;
  @ApiPropertyOptional({ type: [FactFaultView] }) fields?: FactFaultView[];
}

export class StatementResultsView {
  @ApiProperty({ type: 'integer' }) stated!: number;
  @ApiProperty({ type: 'integer' }) refused!: number;
  @ApiProperty({ type: [StatementResultView] }) items!: StatementResultView[];
}

export class FactFieldView {
  @ApiProperty() name!: string;
  @ApiProperty({ description: '要求 what it must be' }) rule!: string;
  @ApiProperty({ description: '可省略 may be left out' }) optional!: boolean;
}

export class FactTypeView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: '名称 name' }) zh!: string;
  @ApiProperty({ description: '依据 rows of the requirements' }) from!: string;
  @ApiProperty({ description: '适用机构 side of the institutions', enum: ['MEDICAL', 'CARE', 'ANY'] }) about!: string;
  @ApiProperty({ description: '填报主体 who states it', type: [String] }) statedBy!: string[];
  @ApiProperty({ description: '同日唯一性 which of them exclude each other on one day', type: [String] })
  live!: string[];
  @ApiProperty({ description: '当日事件 happened on one day' }) oneDay!: boolean;
  @ApiProperty({ description: '字段 fields of the value', type: [FactFieldView] }) fields!: FactFieldView[];
}

export class FactTypesView {
  @ApiProperty({ type: [FactTypeView] }) items!: FactTypeView[];
}

/** The answer about a fact; `replaces` is known only in the moment of stating. */
export function factView(row: FactRow | NewFact, replaces?: string | null): FactView {
  const { id, institutionId, division, type, value, codes, validFrom, validTo, recordedAt, version } = row;
  const { retracted = false, endedAt = null, endReason = null } = row as Partial<FactRow>;
  return {
    ...{ id, institutionId, division, type, value, codes, validFrom, validTo, recordedAt, version, retracted },
    statedBy: row.role,
    ...(replaces && { replaces }),
    ...(endedAt && { endedAt }),
    ...(endReason && { endReason }),
  };
}

/** The table of types as its users see it. */
export function factTypesView(): FactTypesView {
  const items = FACT_TYPE_CODES.map((code) => {
    const { zh, from, about, statedBy, live, oneDay = false, fields } = factType(code);
    return {
      ...{ code, zh, from, about, oneDay },
      statedBy: [...statedBy],
      live: typeof live === 'string' ? [live] : [...live],
      fields: Object.entries(fields).map(([name, { rule, optional = false }]) => ({ name, rule, optional })),
    };
  });
  return { items };
}
