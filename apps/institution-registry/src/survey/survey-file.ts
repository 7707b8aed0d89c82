import { parse } from 'csv-parse/sync';
import { refusal } from '@yiyang/decisions';
import { checkRow, COLUMN_NAMES, SURVEY_COLUMNS, type CheckedRow, type SurveyCells } from './domain/check-row.js';
import { countLines, decodeLines, type Encoding } from './domain/decode-lines.js';

export type SurveyFormat = 'CSV' | 'NDJSON';

export const MOST_LINES = 100_001;

export interface FileRow {
  readonly line: number;
  readonly checked: CheckedRow;
}

const rejected = (field: string, rule: string): CheckedRow => ({ faults: [{ field, rule }] });

/** A survey file, read and checked from its beginning in parts. The same bytes always give the same rows. */
export class SurveyFile {
  readonly encoding: Encoding;
  /** Lines with something on them, the line of the column names not counted. */
  readonly rows: number;
  private readonly pending: { readonly line: number; readonly text: string | undefined }[];
  private readonly read: (texts: readonly string[]) => (SurveyCells | CheckedRow)[];
  private readonly firstLineOf = new Map<string, number>();
  private at = 0;

  /** Throws a refusal when the whole file cannot be read as a survey. `scope` is the division of who asks. */
  constructor(
    bytes: Buffer,
    private readonly scope: string,
    of: { readonly format: SurveyFormat; readonly encoding?: Encoding | undefined },
  ) {
    if (countLines(bytes) > MOST_LINES) throw malformed('', `at most ${MOST_LINES} lines`);
    const { encoding, lines } = decodeLines(bytes, of.encoding);
    this.encoding = encoding;
    const written = lines.map((text, i) => ({ line: i + 1, text })).filter(({ text }) => text?.trim() !== '');
    const positions = of.format === 'CSV' ? columnPositions(written.shift()?.text ?? '') : undefined;
    this.read = positions ? (texts) => readRecords(texts).map((cells) => cellsOf(cells, positions)) : readObjects;
    this.pending = written;
    this.rows = written.length;
  }

  /** The next rows, at most `count`. A row of an institution that an earlier one named is at fault. */
  next(count: number): FileRow[] {
    const part = this.pending.slice(this.at, this.at + count);
    this.at += part.length;
    const legible = this.read(part.flatMap(({ text }) => (text === undefined ? [] : [text])));
    const next = legible.values();
    return part.map(({ line, text }) => {
      if (text === undefined)
        return { line, checked: rejected('row', `text in ${this.encoding}, as the rest of the file`) };
      const cells = next.next().value as SurveyCells | CheckedRow;
      return { line, checked: this.once('faults' in cells ? cells : checkRow(cells as SurveyCells, this.scope), line) };
    });
  }

  private once(checked: CheckedRow, line: number): CheckedRow {
    if (!checked.answer) return checked;
    const { key, creditCode } = checked.answer;
    const first = this.firstLineOf.get(key);
    if (first !== undefined)
      return rejected(creditCode ? 'creditCode' : 'name', `the institution of line ${first} only once`);
    this.firstLineOf.set(key, line);
    return checked;
  }
}

function malformed(path: string, rule: string) {
  return refusal('MALFORMED_REQUEST', { rule: 'REG-52', fields: [{ path, rule }] });
}

/** Where each column stands; the whole file is refused when one is missing, named twice or not known. */
function columnPositions(header: string): readonly number[] {
  const names = (readRecords([header])[0] ?? []).map((name) => name.trim());
  const positionsOf = (column: (typeof COLUMN_NAMES)[number]) =>
    names.flatMap((name, i) => (name === column || name === SURVEY_COLUMNS[column] ? [i] : []));
  const faults = COLUMN_NAMES.filter((column) => positionsOf(column).length !== 1);
  if (faults.length > 0)
    throw refusal('MALFORMED_REQUEST', {
      rule: 'REG-52',
      fields: faults.map((column) => ({ path: column, rule: `a column ${column} or ${SURVEY_COLUMNS[column]}, once` })),
    });
  const positions = COLUMN_NAMES.map((column) => positionsOf(column)[0] as number);
  const unknown = names.findIndex((_, i) => !positions.includes(i));
  if (unknown >= 0) throw malformed(`column ${unknown + 1}`, 'unknown field');
  return positions;
}

function cellsOf(record: readonly string[] | undefined, positions: readonly number[]): SurveyCells | CheckedRow {
  if (!record) return rejected('row', 'cells divided by commas, quotations closed on their line');
  if (record.length !== positions.length) return rejected('row', `${positions.length} cells, as the first line has`);
  return Object.fromEntries(COLUMN_NAMES.map((column, i) => [column, record[positions[i] as number]])) as SurveyCells;
}

/**
 * One record of each line; undefined for a line that is none. A quotation that is not closed would swallow the lines
 * below it, so lines that do not come out one to one are read one by one.
 */
function readRecords(lines: readonly string[]): (string[] | undefined)[] {
  return recordsOf(lines) ?? lines.map((line) => recordsOf([line])?.[0]);
}

function recordsOf(lines: readonly string[]): string[][] | undefined {
  if (lines.length === 0) return [];
  try {
    const records = parse(lines.join('\n'), { record_delimiter: '\n', relax_column_count: true });
    return records.length === lines.length ? records : undefined;
  } catch {
    return undefined;
  }
}

function readObjects(lines: readonly string[]): (SurveyCells | CheckedRow)[] {
  return lines.map((line) => {
    const object = objectOf(line);
    if (!object) return rejected('row', 'one JSON object on one line');
    const unknown = Object.keys(object).find((key) => !Object.hasOwn(SURVEY_COLUMNS, key));
    if (unknown !== undefined) return rejected('row', `only ${COLUMN_NAMES.join(', ')}`);
    const odd = COLUMN_NAMES.find((column) => !['string', 'undefined'].includes(typeof (object[column] ?? undefined)));
    if (odd) return rejected(odd, 'text');
    return Object.fromEntries(COLUMN_NAMES.map((column) => [column, object[column] ?? ''])) as SurveyCells;
  });
}

function objectOf(line: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
