import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { parseCivilDate } from '@yiyang/standards';
import { Transform } from 'class-transformer';
import { IsDate, IsOptional, MaxDate, MinDate } from 'class-validator';

const RFC_3339 = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const EARLIEST = new Date('1880-01-01T00:00:00Z');
const LATEST = new Date('2149-12-31T23:59:59Z');

// `new Date` alone would take numbers, and read 31 February as a day in March.
function toInstant(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const day = RFC_3339.exec(value)?.[1];
  return day !== undefined && parseCivilDate(day) ? new Date(value) : value;
}

/** An instant that may be left out, `2026-03-01T09:30:00+08:00`; `description` begins with the Chinese term. */
export const OptionalInstantField = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description, format: 'date-time', type: String, example: '2026-03-01T09:30:00+08:00' }),
    IsOptional(),
    Transform(({ value }) => toInstant(value)),
    IsDate({ message: 'a real instant with offset, as YYYY-MM-DDThh:mm:ss+08:00' }),
    MinDate(EARLIEST),
    MaxDate(LATEST),
  );
