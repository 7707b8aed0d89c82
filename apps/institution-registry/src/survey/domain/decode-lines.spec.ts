import { countLines, decodeLines } from './decode-lines.js';

const utf8 = (text: string) => Buffer.from(text);
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** 示范, 养老院 and 联通 as a spreadsheet in China saves them. */
const GB = {
  示范: Buffer.from('cabeb7b6', 'hex'),
  养老院: Buffer.from('d1f8c0cfd4ba', 'hex'),
  联通: Buffer.from('c1aacda8', 'hex'),
};
const lines = (...parts: Buffer[]) =>
  Buffer.concat(parts.flatMap((part, i) => (i === 0 ? [part] : [utf8('\n'), part])));

describe('the lines of a file', () => {
  it('REG-52 reads UTF-8 with and without a mark, and both ends of lines', () => {
    const expected = { encoding: 'UTF-8', lines: ['name', '示范', ''] };
    expect(decodeLines(utf8('name\n示范\n'))).toEqual(expected);
    expect(decodeLines(Buffer.concat([MARK, utf8('name\r\n示范\r\n')]))).toEqual(expected);
  });

  it('REG-52 reads GB18030 without being told', () => {
    const file = lines(utf8('name'), GB.示范, GB.养老院);
    expect(decodeLines(file)).toEqual({ encoding: 'GB18030', lines: ['name', '示范', '养老院'] });
  });

  it('REG-52 tells the lines of another encoding, whichever is the rarer', () => {
    const mostlyUtf8 = lines(utf8('name'), utf8('示范'), utf8('养老院'), GB.示范);
    expect(decodeLines(mostlyUtf8)).toEqual({ encoding: 'UTF-8', lines: ['name', '示范', '养老院', undefined] });
    const mostlyGb = lines(utf8('name'), GB.示范, GB.养老院, utf8('示范'));
    expect(decodeLines(mostlyGb)).toEqual({ encoding: 'GB18030', lines: ['name', '示范', '养老院', undefined] });
  });

  it('believes a mark and a declaration more than the bytes', () => {
    const marked = Buffer.concat([MARK, lines(utf8('name'), GB.示范, GB.养老院, utf8('示范'))]);
    expect(decodeLines(marked)).toEqual({ encoding: 'UTF-8', lines: ['name', undefined, undefined, '示范'] });
    // The bytes of 联通 are also sound UTF-8, which is why an undeclared file of them reads as something else.
    const file = lines(utf8('name'), GB.联通, GB.示范);
    expect(decodeLines(file, 'GB18030').lines).toEqual(['name', '联通', '示范']);
    expect(decodeLines(lines(utf8('name'), utf8('示范')), 'UTF-8').encoding).toBe('UTF-8');
    expect(decodeLines(file, 'UTF-8').lines[2]).toBeUndefined();
  });

  it('has one line where there is nothing, and counts before it reads', () => {
    expect(decodeLines(Buffer.alloc(0)).lines).toEqual(['']);
    expect([countLines(Buffer.alloc(0)), countLines(utf8('a\nb\n'))]).toEqual([1, 3]);
  });
});
