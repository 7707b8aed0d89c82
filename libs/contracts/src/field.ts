import { z } from 'zod';

/**
 * What a payload field may disclose: `id` is an opaque key, `fact` says nothing about anybody's health,
 * `health` does and leaves the platform only towards a caller who could read it.
 */
export type FieldClass = 'id' | 'fact' | 'health';

export const FIELD_CLASSES: readonly FieldClass[] = ['id', 'fact', 'health'];

/** A coded value of an open list: adding a value to the list is no change of the contract. */
export const CODE = z.string().regex(/^[A-Z][A-Z0-9_-]{0,47}$/);

const REGION = z.string().regex(/^\d{6}$/);

function classed<S extends z.ZodType>(fieldClass: FieldClass, description: string, zh: string, schema: S): S {
  return schema.meta({ fieldClass, description, zh });
}

/** What a field or an event says about itself; empty texts where it says nothing. */
export function metaOf(schema: z.ZodType): { fieldClass: FieldClass | undefined; description: string; zh: string } {
  const { fieldClass, description = '', zh } = schema.meta() ?? {};
  return {
    fieldClass: FIELD_CLASSES.find((known) => known === fieldClass),
    description,
    zh: typeof zh === 'string' ? zh : '',
  };
}

/** An opaque key, a UUID unless another schema is given. */
export function id(description: string, zh: string): z.ZodUUID;
export function id<S extends z.ZodType>(description: string, zh: string, schema: S): S;
export function id(description: string, zh: string, schema: z.ZodType = z.uuid()): z.ZodType {
  return classed('id', description, zh, schema);
}

export function fact<S extends z.ZodType>(description: string, zh: string, schema: S): S {
  return classed('fact', description, zh, schema);
}

export function health<S extends z.ZodType>(description: string, zh: string, schema: S): S {
  return classed('health', description, zh, schema);
}

/** Calendar date in Asia/Shanghai, `2026-03-01`. */
export function civilDate(description: string, zh: string): z.ZodISODate {
  return fact(description, zh, z.iso.date());
}

/** Instant in UTC, `2026-03-01T01:30:00.000Z`. */
export function instant(description: string, zh: string): z.ZodISODateTime {
  return fact(description, zh, z.iso.datetime());
}

/** Code in UPPER_SNAKE of a list that may grow. */
export function code(description: string, zh: string): typeof CODE {
  return fact(description, zh, CODE);
}

/** At least one code. */
export function codes(description: string, zh: string): z.ZodArray<typeof CODE> {
  return fact(description, zh, z.array(CODE).min(1));
}

/** Six digits of GB/T 2260. */
export function region(description: string, zh: string): typeof REGION {
  return fact(description, zh, REGION);
}

/** Money in fen, 0 or more. */
export function fen(description: string, zh: string): z.ZodInt {
  return fact(description, zh, z.int().min(0));
}

/** A number of things, 0 or more. */
export function count(description: string, zh: string): z.ZodInt {
  return fact(description, zh, z.int().min(0));
}
