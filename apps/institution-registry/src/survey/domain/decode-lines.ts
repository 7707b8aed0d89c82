export type Encoding = 'UTF-8' | 'GB18030';

export interface DecodedLines {
  readonly encoding: Encoding;
  /** The lines without their ends; undefined where a line is not in the encoding of the file. */
  readonly lines: readonly (string | undefined)[];
}

const BOM = [0xef, 0xbb, 0xbf];
const LINE_FEED = 0x0a;

/**
 * The lines of a file that comes from who knows which spreadsheet: UTF-8 with or without a mark, or GB18030, and perhaps
 * pasted together of both. What most lines with Chinese in them are written in is the encoding of the file; a caller who
 * knows better declares it. Source: REG-52.
 */
export function decodeLines(file: Uint8Array, declared?: Encoding): DecodedLines {
  const marked = BOM.every((byte, i) => file[i] === byte);
  const bytes = marked ? file.subarray(BOM.length) : file;
  const named = marked ? 'UTF-8' : declared;
  const whole = decoded(bytes, named ?? 'UTF-8');
  if (whole !== undefined) return { encoding: named ?? 'UTF-8', lines: whole.split('\n').map(withoutReturn) };

  const raw = splitLines(bytes);
  const encoding = named ?? majority(raw);
  // GB18030 reads nearly every text in UTF-8 as other Chinese, so such a line is told by being sound UTF-8.
  const isForeign = (line: Uint8Array) =>
    named === undefined && encoding === 'GB18030' && !isAscii(line) && decoded(line, 'UTF-8') !== undefined;
  const lines = raw.map((line) => (isForeign(line) ? undefined : decoded(line, encoding)));
  return { encoding, lines: lines.map((line) => line && withoutReturn(line)) };
}

/** How many lines there are at most, before anything is decoded. */
export function countLines(file: Uint8Array): number {
  let count = 1;
  for (let at = file.indexOf(LINE_FEED); at >= 0; at = file.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}

function majority(lines: readonly Uint8Array[]): Encoding {
  const chinese = lines.filter((line) => !isAscii(line));
  const utf8 = chinese.filter((line) => decoded(line, 'UTF-8') !== undefined).length;
  return utf8 * 2 >= chinese.length ? 'UTF-8' : 'GB18030';
}

/** No byte of a character of either encoding is a line feed. */
function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...lines, bytes.subarray(start)];
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const isAscii = (line: Uint8Array) => line.every((byte) => byte < 0x80);
const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);
