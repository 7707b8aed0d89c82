import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateBy, type ValidationOptions } from 'class-validator';
import { parseCivilDate } from '@yiyang/standards';

const EARLIEST = '1880-01-01';
const LATEST = '2149-12-31';

const isCivilDate = (value: unknown): boolean =>
  typeof value === 'string' && value >= EARLIEST && value <= LATEST && parseCivilDate(value) !== undefined;

/** A civil date, or with `each` a list of them, that is documented elsewhere. */
export const IsCivilDate = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isCivilDate',
      validator: {
        validate: isCivilDate,
        defaultMessage: () => `a real date between ${EARLIEST} and ${LATEST}, as YYYY-MM-DD`,
      },
    },
    options,
  );

/** A civil date in Asia/Shanghai, `YYYY-MM-DD`; `description` begins with the Chinese term. */
export const CivilDateField = (description: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ description, format: 'date', example: '2026-01-05' }), IsCivilDate());

/** A civil date that may be left out. */
export const OptionalCivilDateField = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description, format: 'date', example: '2026-01-05' }),
    IsOptional(),
    IsCivilDate(),
  );
