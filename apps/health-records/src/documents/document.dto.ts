import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches, ValidateBy } from 'class-validator';
import { IsId } from '@yiyang/http';
import { codesOf, RECORD_DOCUMENT_TYPES, type RecordDocumentType } from '@yiyang/standards';

const MOST_SECTIONS = 20;
const LONGEST_SECTION = 20_000;

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_SECTION;

const isSections = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const texts: unknown[] = Object.values(value);
  return texts.length <= MOST_SECTIONS && texts.every(isText);
};

export class AddDocumentBody {
  @ApiProperty({ description: '文书类型 type', enum: codesOf(RECORD_DOCUMENT_TYPES) })
  @IsIn(codesOf(RECORD_DOCUMENT_TYPES))
  type!: RecordDocumentType;

  @ApiPropertyOptional({ description: '所属转诊 referral it belongs to', format: 'uuid' })
  @IsOptional()
  @IsId()
  referralId?: string;

  @ApiProperty({
    description: '章节 text by section code of the type',
    type: 'object',
    additionalProperties: { type: 'string', maxLength: LONGEST_SECTION },
    example: { DISCHARGE_DIAGNOSIS: '…', TREATMENT_PLAN: '…' },
  })
  @ValidateBy({
    name: 'isSections',
    validator: {
      validate: isSections,
      defaultMessage: () => `at most ${MOST_SECTIONS} sections, each a text of 1 to ${LONGEST_SECTION} characters`,
    },
  })
  sections!: Record<string, string>;

  @ApiProperty({ description: '来源编号 the institution’s own number of the document; a repeat is stored once' })
  @Matches(/^[A-Za-z0-9._:/-]{1,64}$/, { message: 'sourceId 1 to 64 letters, digits and ._:/-' })
  sourceId!: string;
}
