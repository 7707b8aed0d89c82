import { refusal } from '@yiyang/decisions';

const MOST_NESTING = 32;

const malformed = (rule: string) => refusal('MALFORMED_REQUEST', { fields: [{ path: '', rule }] });

/** Refuses nesting that recursive validation could not survive; counts brackets outside strings. */
function assertShallow(text: string): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 92) i++;
      else if (c === 34) inString = false;
    } else if (c === 34) inString = true;
    else if (c === 123 || c === 91) {
      if (++depth > MOST_NESTING) throw malformed(`at most ${MOST_NESTING} levels of nesting`);
    } else if (c === 125 || c === 93) depth--;
  }
}

/**
 * Parses a JSON body. Refuses what PostgreSQL cannot store (U+0000, lone surrogates) here, where the caller still
 * learns why, and keys that would reach an object's prototype.
 */
export function parseJsonBody(text: string): unknown {
  if (text.trim() === '') return undefined;
  assertShallow(text);
  const suspicious = text.includes('\\u') || text.includes('__proto__') || text.includes('\0');
  try {
    return JSON.parse(text, suspicious ? refuseUnstorable : undefined);
  } catch (error) {
    if (error instanceof SyntaxError) throw malformed('valid JSON');
    throw error;
  }
}

function refuseUnstorable(key: string, value: unknown): unknown {
  const texts = typeof value === 'string' ? [key, value] : [key];
  if (texts.some((text) => text.includes('\0') || !text.isWellFormed()))
    throw malformed('text without U+0000 and lone surrogates');
  if (key === '__proto__') throw malformed('no key named __proto__');
  return value;
}
