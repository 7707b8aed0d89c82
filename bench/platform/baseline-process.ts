import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, superviseChild, waitForPort, type SupervisedChild } from '@yiyang/local-servers';

/** One baseline server as a process of its own, on the same Node as ours. */
export class BaselineProcess {
  readonly origin: string;
  private readonly child: SupervisedChild;

  private constructor(child: SupervisedChild, port: number) {
    this.child = child;
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** `name`: a file of bench/baselines without its ending; `settings` become its environment. */
  static async start(
    name: string,
    folder: string,
    settings: Readonly<Record<string, string>>,
  ): Promise<BaselineProcess> {
    const port = await freePort();
    const log = openSync(join(folder, `${name}.log`), 'a');
    const env = { ...process.env, ...settings, PORT: String(port), NODE_ENV: 'production' };
    const file = join(import.meta.dirname, '../baselines', `${name}.ts`);
    const child = superviseChild(process.execPath, [file], { env, stdout: log, stderr: log });
    closeSync(log);
    await waitForPort(port);
    return new BaselineProcess(child, port);
  }

  get pid(): number {
    return this.child.pid;
  }

  async stop(): Promise<void> {
    await this.child.stop();
  }
}
