import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PURPOSES, IDENTIFIED_ROLES, type Purpose, type Role } from '@yiyang/access';

/** Farthest that the business clock moves, in milliseconds. */
export const TWENTY_YEARS = 20 * 366 * 86_400_000;

export class NewClientBody {
  @ApiPropertyOptional({ description: '客户端标识 client id; made when missing' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9._:-]{1,64}$/)
  clientId?: string;

  @ApiPropertyOptional({
    description: '角色 role; a department or an integrator also needs a region',
    enum: IDENTIFIED_ROLES,
  })
  @IsOptional()
  @IsIn(IDENTIFIED_ROLES)
  role?: Role;

  @ApiPropertyOptional({ description: '行政区划 division code', pattern: '^\\d{6}$' })
  @IsOptional()
  @Matches(/^\d{6}$/)
  region?: string;

  @ApiPropertyOptional({
    description: '使用目的 purposes; all of the role when missing',
    enum: Object.keys(PURPOSES),
    isArray: true,
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsIn(Object.keys(PURPOSES), { each: true })
  purposes?: Purpose[];
}

export class NewClientView {
  @ApiProperty() clientId!: string;
  @ApiProperty({ description: '密钥 shown once' }) clientSecret!: string;
  @ApiProperty({ description: '是否已绑定 false: a department binds it to an institution or an elder' })
  bound!: boolean;
}

export class TokenBody {
  @ApiPropertyOptional({ enum: ['client_credentials'] })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  grant_type?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(64)
  client_id?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  client_secret?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  scope?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  resource?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  audience?: string;
}

export class ClockBody {
  @ApiPropertyOptional({ description: '业务时间 the instant to move to', format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true })
  now?: string;

  @ApiPropertyOptional({ description: '偏移毫秒 milliseconds ahead of the system clock', type: 'integer' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(TWENTY_YEARS)
  offsetMilliseconds?: number;
}
