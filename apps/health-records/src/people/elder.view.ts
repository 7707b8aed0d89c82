import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { tellFromIdNumber } from './domain/read-id-number.js';
import { PERSON_TYPES, SCHEMES, type Elder, type PersonDetails } from './domain/person.js';

/** Answer of a registration. */
export class RegisteredElderView {
  @ApiProperty({ description: '老年人主索引标识 elder id', format: 'uuid' }) id!: string;
}

/** An elder; which fields are there depends on who asks. */
export class ElderView {
  @ApiProperty({ description: '老年人主索引标识 elder id', format: 'uuid' }) id!: string;
  @ApiPropertyOptional({ description: '姓名 name' }) name?: string;
  @ApiPropertyOptional({ description: '居民身份证号 id number' }) idNumber?: string;
  @ApiPropertyOptional({ description: '出生日期 birth date, from the id number', format: 'date' }) birthDate?: string;
  @ApiPropertyOptional({ description: '性别 1 male, 2 female (GB/T 2261.1)', enum: ['1', '2'] }) sex?: string;
  @ApiPropertyOptional({ description: '联系电话 phone' }) phone?: string;
  @ApiPropertyOptional({ description: '住址 address' }) address?: string;
  @ApiProperty({ description: '出生年份 year of birth', type: 'integer' }) birthYear!: number;
  @ApiProperty({ description: '居住地 division of residence' }) residenceRegion!: string;
  @ApiProperty({ description: '参保地 division of insurance' }) insuredRegion!: string;
  @ApiProperty({ description: '医保险种 scheme', enum: SCHEMES }) scheme!: string;
  @ApiProperty({ description: '参保人员类别 kind of insured person', enum: PERSON_TYPES }) personType!: string;
  @ApiPropertyOptional({
    description: '有效能力等级 ability level in force, null without one',
    type: 'integer',
    nullable: true,
  })
  abilityLevel?: number | null;
  @ApiProperty({ description: '版本 version', type: 'integer' }) version!: number;
}

export class ElderClientView {
  @ApiProperty({ description: '老年人主索引标识 elder id', format: 'uuid' }) elderId!: string;
  @ApiProperty({ description: '客户端 client id' }) clientId!: string;
  @ApiProperty({ description: '绑定时间 when it was bound', format: 'date-time' }) boundAt!: Date;
  @ApiProperty({ description: '老人信息版本 version of the elder', type: 'integer' }) version!: number;
}

export function elderView(elder: Elder, details: PersonDetails, abilityLevel: number | null): ElderView {
  const { id, version, birthYear, residenceRegion, insuredRegion, scheme, personType } = elder;
  const { birthDate, gender: sex } = tellFromIdNumber(details.idNumber);
  const facts = { id, version, birthYear, residenceRegion, insuredRegion, scheme, personType, abilityLevel };
  return { ...facts, ...details, birthDate, sex };
}
