import { ApiProperty } from '@nestjs/swagger';
import type { AllianceVisitRow } from './alliance.entity.js';
import { visitState } from './domain/alliance-visit.js';
import { leadOf } from './domain/alliance.js';
import type { WholeAlliance } from './alliance.repository.js';

export class AllianceMemberView {
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
  @ApiProperty({ enum: ['LEAD', 'MEMBER'] }) role!: string;
  @ApiProperty({ enum: ['JOINED', 'LEFT'] }) state!: string;
  @ApiProperty({ format: 'date' }) joinedOn!: string;
  @ApiProperty({ format: 'date', type: 'string', nullable: true }) leftOn!: string | null;
}

export class AllianceView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '联盟名称 name' }) name!: string;
  @ApiProperty({ description: '联盟类型 kind' }) allianceType!: string;
  @ApiProperty({ description: '行政区划 division of the founder' }) division!: string;
  @ApiProperty({ enum: ['FORMING', 'ACTIVE'] }) status!: string;
  @ApiProperty({ description: '牵头单位 lead', type: 'string', nullable: true }) leadId!: string | null;
  @ApiProperty({ description: '章程文号 charter', type: 'string', nullable: true }) charterNo!: string | null;
  @ApiProperty({ format: 'date', type: 'string', nullable: true }) charterAdoptedOn!: string | null;
  @ApiProperty({ description: '牵头单位权利和义务', type: 'string', nullable: true }) leadDuties!: string | null;
  @ApiProperty({ description: '成员单位权利和义务', type: 'string', nullable: true }) memberDuties!: string | null;
  @ApiProperty({ description: '成员 members, also those that left', type: [AllianceMemberView] })
  members!: readonly AllianceMemberView[];
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class AlliancePage {
  @ApiProperty({ type: [AllianceView] }) items!: AllianceView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class AllianceVisitView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) allianceId!: string;
  @ApiProperty({ description: '派出机构 visitor', format: 'uuid' }) visitorId!: string;
  @ApiProperty({ description: '接受机构 host', format: 'uuid' }) hostId!: string;
  @ApiProperty({ description: '服务方式 kind' }) kind!: string;
  @ApiProperty({ description: '计划日期 planned day', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '最迟日期 last day in time', format: 'date' }) latestOn!: string;
  @ApiProperty({ description: '实际日期 done on', format: 'date', type: 'string', nullable: true }) doneOn!:
    string | null;
  @ApiProperty({ enum: ['PLANNED', 'DONE', 'DONE_LATE', 'MISSED'] }) state!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class AllianceVisits {
  @ApiProperty({ type: [AllianceVisitView] }) items!: AllianceVisitView[];
}

export class AllianceVisitPage extends AllianceVisits {
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class SupportLineView {
  @ApiProperty({ description: '派出机构 visitor', format: 'uuid' }) visitorId!: string;
  @ApiProperty({ description: '服务方式 kind' }) kind!: string;
  @ApiProperty({ description: '计划次数 planned', type: 'integer' }) planned!: number;
  @ApiProperty({ description: '完成次数 done', type: 'integer' }) done!: number;
  @ApiProperty({ description: '完成率(%) share done', type: 'number', nullable: true }) donePercent!: number | null;
}

export class SupportReport {
  @ApiProperty({ type: [SupportLineView] }) items!: SupportLineView[];
}

export function allianceView(alliance: WholeAlliance): AllianceView {
  return { ...alliance, leadId: leadOf(alliance)?.institutionId ?? null };
}

export function allianceVisitView(visit: AllianceVisitRow, today: string): AllianceVisitView {
  return { ...visit, state: visitState(visit, today) };
}
