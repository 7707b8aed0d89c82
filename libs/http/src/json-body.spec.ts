import { Refusal } from '@yiyang/decisions';
import { parseJsonBody } from './json-body.js';

const ruleOf = (text: string): string | undefined => {
  try {
    parseJsonBody(text);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'MALFORMED_REQUEST') return error.detail.fields?.[0]?.rule;
    throw error;
  }
};

describe('parseJsonBody', () => {
  it('parses what is sound, escapes and all', () => {
    expect(parseJsonBody('{"a":["\\u4e2d\\ud83d\\ude00","}]"],"b":{"c":1}}')).toEqual({
      a: ['中😀', '}]'],
      b: { c: 1 },
    });
  });

  it('takes nothing for nothing', () => {
    expect(parseJsonBody('  ')).toBeUndefined();
  });

  it('allows 32 levels of nesting and refuses 33', () => {
    expect(ruleOf('['.repeat(32) + ']'.repeat(32))).toBeUndefined();
    expect(ruleOf('['.repeat(33) + ']'.repeat(33))).toBe('at most 32 levels of nesting');
  });

  it('survives half a million brackets', () => {
    expect(ruleOf('['.repeat(500_000))).toBe('at most 32 levels of nesting');
  });

  it('does not count brackets inside strings', () => {
    expect(ruleOf(`"${'['.repeat(100)}"`)).toBeUndefined();
  });

  it.each(['{', '{"a":}', 'nul', '{"a":1}}', "{'a':1}", '\u0001'])('refuses %s', (text) => {
    expect(ruleOf(text)).toBe('valid JSON');
  });

  it.each(['"a\\u0000"', '{"\\u0000":1}', '["\\ud800"]', '["\\udc00x"]'])(
    'refuses %s, which the database cannot hold',
    (text) => {
      expect(ruleOf(text)).toBe('text without U+0000 and lone surrogates');
    },
  );

  it('refuses keys that reach an object’s prototype', () => {
    expect(ruleOf('{"a":{"__proto__":{"isAdmin":true}}}')).toBe('no key named __proto__');
  });
});
