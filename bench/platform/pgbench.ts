import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** PostgreSQL's own load generator: statements as prepared ones over the server's protocol, with nothing in between. */
export class PgBench {
  private readonly program: string;
  private readonly scripts: readonly string[];
  private readonly url: string;

  private constructor(program: string, scripts: readonly string[], url: string) {
    this.program = program;
    this.scripts = scripts;
    this.url = url;
  }

  /** Each statement as a script of its own, chosen at random; undefined where the program is not installed. */
  static of(statements: readonly string[], url: string, folder: string): PgBench | undefined {
    const program = installed();
    if (program === undefined) return undefined;
    const place = join(folder, 'pgbench');
    mkdirSync(place, { recursive: true });
    const scripts = statements.map((sql, i) => {
      const file = join(place, `${i}.sql`);
      writeFileSync(file, `${sql.replace(/\s+/g, ' ').trim()};\n`);
      return file;
    });
    return new PgBench(program, scripts, url);
  }

  /** Statements per second. */
  async rate(seconds: number, clients: number): Promise<number> {
    const files = this.scripts.flatMap((script) => ['-f', script]);
    const pace = ['-T', String(seconds), '-c', String(clients), '-j', '1'];
    const { stdout } = await run(this.program, ['-n', '-M', 'prepared', ...pace, ...files, this.url]);
    const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (rate === undefined || !/number of failed transactions: 0 /.test(stdout)) throw new Error(`pgbench: ${stdout}`);
    return Number(rate);
  }
}

function installed(): string | undefined {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...globSync('/usr/lib/postgresql/*/bin').sort().reverse(),
  ];
  return folders.map((folder) => join(folder, 'pgbench')).find((program) => existsSync(program));
}
