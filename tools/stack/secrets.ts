import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets of one local stack, as the environment variables that the services read. */
export type Secrets = Readonly<
  Record<'DATABASE_ROLE_SECRET' | 'MASTER_KEYS' | 'INTERNAL_TOKEN_SECRET' | 'AUDIT_SECRET', string>
>;

const secret = (): string => randomBytes(32).toString('base64url');

/** Fresh secrets for a stack that keeps nothing. */
export function newSecrets(): Secrets {
  return {
    DATABASE_ROLE_SECRET: secret(),
    MASTER_KEYS: `local-1:${randomBytes(32).toString('base64')}`,
    INTERNAL_TOKEN_SECRET: secret(),
    AUDIT_SECRET: secret(),
  };
}

/** The secrets kept beside the data; made at the first start, readable by their owner only. */
export function keptSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(newSecrets(), null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}
