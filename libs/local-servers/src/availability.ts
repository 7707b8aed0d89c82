import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether a server can be started here, and if not, why, in one sentence. */
export type Availability = { ok: true } | { ok: false; reason: string };

export function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Any reason means that we cannot run it.
    return false;
  }
}
