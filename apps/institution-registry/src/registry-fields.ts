import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min, ValidateBy } from 'class-validator';
import { refusal } from '@yiyang/decisions';
import { BED_KINDS, codesOf, isCodeOf, parseCreditCode, type BedKind } from '@yiyang/standards';

export { IsDivision } from '@yiyang/http';

/** 统一社会信用代码; the message says which check failed. */
export const IsCreditCode = () =>
  ValidateBy({
    name: 'isCreditCode',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && parseCreditCode(value).ok,
      defaultMessage: (args) => {
        const parsed = typeof args?.value === 'string' ? parseCreditCode(args.value) : undefined;
        return `a credit code of GB 32100; failed check: ${parsed && !parsed.ok ? parsed.check : 'FORMAT'}`;
      },
    },
  });

/** More than any institution has; a slip of the pen otherwise. */
export const MOST_BEDS = 100_000;

/** A number of beds; `description` begins with the Chinese term. */
export const BedCountField = (description: string, of: { least?: number; isOptional?: boolean } = {}) => {
  const { least = 0, isOptional = false } = of;
  const api = { description, type: 'integer', minimum: least, maximum: MOST_BEDS, required: !isOptional } as const;
  return applyDecorators(ApiProperty(api), ...(isOptional ? [IsOptional()] : []), IsInt(), Min(least), Max(MOST_BEDS));
};

/** The kind of bed that a path names. */
export function bedKindOf(text: string): BedKind {
  if (isCodeOf(BED_KINDS, text)) return text;
  throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'kind', rule: `one of ${codesOf(BED_KINDS).join(', ')}` }] });
}

const INSTANT = /^(18[89]|19\d|20\d|21[0-4])\d-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant with its offset from UTC. */
export const IsInstant = () =>
  ValidateBy({
    name: 'isInstant',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
      defaultMessage: () => 'an instant with offset, such as 2026-01-05T09:00:00+08:00',
    },
  });
