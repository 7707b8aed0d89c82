// Prints deploy/.env.example with fresh secrets:  node deploy/make-env.mjs > deploy/.env
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

const hex = (bytes) => randomBytes(bytes).toString('hex');
const secrets = {
  POSTGRES_PASSWORD: hex(24),
  DATABASE_ROLE_SECRET: hex(32),
  MASTER_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  INTERNAL_TOKEN_SECRET: hex(32),
  AUDIT_SECRET: hex(32),
};

const example = readFileSync(new URL('.env.example', import.meta.url), 'utf8');
process.stdout.write(example.replace(/^([A-Z_]+)=$/gm, (line, name) => `${name}=${secrets[name] ?? ''}`));
