/** One part of the page. */
export interface Section {
  readonly title: string;
  /** Markdown lines. */
  readonly lines: readonly string[];
  /** Why it shows less than it should. */
  readonly incomplete?: string;
}

/** A Markdown table; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return ['', line(head), line(head.map(() => '---')), ...body.map(line), ''];
}
