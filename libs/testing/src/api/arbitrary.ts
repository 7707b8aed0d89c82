import fc from 'fast-check';
import { resolved, type OpenApi, type Operation, type Schema } from './operations.js';

/** What has broken other systems: SQL, formulas, scripts, odd numbers, far dates, long and strange text. */
const NASTY = [
  "'; drop table institution; --",
  '=cmd|/C calc!A1',
  '＝1+1',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%00',
  '\u202e\u200b',
  '9999-12-31',
  '2026-02-30',
  '0000-00-00',
  '11010519491231002Y',
  '999999',
  'NaN',
  'x'.repeat(5000),
  '{{7*7}}',
  '𠮷'.repeat(50),
] as const;

const garbage = fc.oneof(
  fc.constantFrom<unknown>(...NASTY),
  fc.constantFrom<unknown>(null, true, -1, 0, 1.5, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 31, [], {}, [[[]]], ''),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.jsonValue({ maxDepth: 3 }),
);

function sound(document: OpenApi, raw: Schema, depth: number): fc.Arbitrary<unknown> {
  const schema = resolved(document, raw);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const type = Array.isArray(schema.type) ? (schema.type as string[])[0] : (schema.type as string | undefined);
  switch (type) {
    case 'integer':
      return fc.integer({ min: 0, max: 300 });
    case 'number':
      return fc.constantFrom(0, 0.1, 0.5, 1);
    case 'boolean':
      return fc.boolean();
    case 'array':
      return depth > 4 || !schema.items
        ? fc.constant([])
        : fc.array(value(document, schema.items, depth + 1), { maxLength: 3 });
    case 'object':
      return depth > 4 ? fc.constant({}) : objectOf(document, schema, depth + 1);
    default:
      return text(schema.format);
  }
}

function text(format: string | undefined): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') return fc.constantFrom('2026-01-05', '2024-02-29', '2026-11-01');
  if (format === 'date-time') return fc.constantFrom('2026-01-05T01:00:00Z', '2026-01-05T09:00:00+08:00');
  return fc.oneof(fc.constantFrom('421202', 'ABC', '示范', 'A1', '2026-Q1', '2026'), fc.string({ maxLength: 20 }));
}

/** A value of the schema, seldom something else. */
function value(document: OpenApi, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: sound(document, schema, depth) }, { weight: 1, arbitrary: garbage });
}

function objectOf(document: OpenApi, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const model = Object.fromEntries(properties.map(([name, property]) => [name, value(document, property, depth)]));
  const object = fc.record(model, { requiredKeys: [...(schema.required ?? [])].filter((key) => key in model) });
  const unknownField = fc
    .tuple(object, fc.string({ maxLength: 12 }), garbage)
    .map(([known, name, extra]) => ({ ...known, [`x${name}`]: extra }));
  return fc.oneof({ weight: 9, arbitrary: object }, { weight: 1, arbitrary: unknownField });
}

/** One request of an operation: path, query and body, mostly of the documented shape. */
export function requestOf(
  document: OpenApi,
  operation: Operation,
): fc.Arbitrary<{ url: string; body: object | undefined }> {
  const places = operation.parameters.filter((parameter) => parameter.in !== 'header');
  const filled = fc.record(
    Object.fromEntries(places.map((parameter) => [parameter.name, value(document, parameter.schema ?? {}, 0)])),
  );
  const body = operation.body === undefined ? fc.constant(undefined) : value(document, operation.body, 0);
  return fc
    .tuple(filled, fc.array(fc.boolean(), { minLength: places.length, maxLength: places.length }), body)
    .map(([values, used, payload]) => {
      let url = operation.path;
      const query = new URLSearchParams();
      for (const [i, parameter] of places.entries()) {
        const given = values[parameter.name];
        const asText = typeof given === 'string' ? given.toWellFormed() : JSON.stringify(given);
        if (parameter.in === 'path') url = url.replace(`{${parameter.name}}`, encodeURIComponent(asText || 'x'));
        else if (parameter.required || used[i]) query.set(parameter.name, asText);
      }
      const search = query.size > 0 ? `?${query.toString()}` : '';
      return { url: `${url}${search}`, body: typeof payload === 'object' && payload !== null ? payload : undefined };
    });
}
