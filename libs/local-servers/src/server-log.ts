import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';

/** A server's log file and what was written to it since `mark()`. */
export class ServerLog {
  readonly fd: number;
  private markedAt = 0;

  constructor(private readonly file: string) {
    this.fd = openSync(file, 'a', 0o600);
    this.mark();
  }

  mark(): void {
    this.markedAt = fstatSync(this.fd).size;
  }

  sinceMark(): string {
    return readFileSync(this.file).subarray(this.markedAt).toString('utf8');
  }

  /** The last complaint since the mark, or else the last line, for a person to read. */
  reason(): string {
    const lines = this.sinceMark().trim().split('\n');
    const complaint = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '';
    return `${complaint.replace(/^.*?(FATAL|PANIC|error):\s*/, '') || 'it said nothing'} (${this.file})`;
  }

  close(): void {
    closeSync(this.fd);
  }
}
