import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength, ValidateBy } from 'class-validator';
import { isKnownDivision, NATION } from '@yiyang/standards';
import { PERSON_TYPES, SCHEMES } from './domain/person.js';

const isPlace = (value: unknown): boolean => typeof value === 'string' && value !== NATION && isKnownDivision(value);

const DivisionField = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ description, pattern: '^\\d{6}$', example: '421202' }),
    ValidateBy({
      name: 'isPlace',
      validator: { validate: isPlace, defaultMessage: () => 'a known division code of GB/T 2260, six digits' },
    }),
  );

export class RegisterElderBody {
  @ApiProperty({ description: '居民身份证号 id number, 18 characters, or 15 in the form of 1985', maxLength: 32 })
  @IsString()
  @Length(1, 32)
  idNumber!: string;

  @ApiProperty({ description: '姓名 name', maxLength: 50 })
  @IsString()
  @Length(1, 50)
  @Matches(/^[\p{L}\p{M}][\p{L}\p{M} .'·•・‧-]*$/u, { message: 'name letters, spaces, dots and hyphens' })
  name!: string;

  @ApiPropertyOptional({ description: '联系电话 phone', maxLength: 20 })
  @IsOptional()
  @Matches(/^[0-9+() -]{5,20}$/, { message: 'phone 5 to 20 digits, spaces and +()-' })
  phone?: string;

  @ApiPropertyOptional({ description: '住址 address', maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  address?: string;

  @DivisionField('居住地行政区划 division where the elder lives')
  residenceRegion!: string;

  @DivisionField('参保地行政区划 division where the elder is insured')
  insuredRegion!: string;

  @ApiProperty({ description: '医保险种 insurance scheme', enum: SCHEMES })
  @IsIn(SCHEMES)
  scheme!: (typeof SCHEMES)[number];

  @ApiProperty({ description: '参保人员类别 kind of insured person', enum: PERSON_TYPES })
  @IsIn(PERSON_TYPES)
  personType!: (typeof PERSON_TYPES)[number];
}
