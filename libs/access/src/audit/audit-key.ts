import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** Keys of one service's access log. They live outside the database, so that its administrator cannot forge an entry. */
export interface AuditKey {
  readonly leaf: KeyObject;
  readonly chain: KeyObject;
}

const MIN_SECRET_LENGTH = 32;

/** Derives a service's keys from the platform's secret of at least 32 characters. */
export function auditKey(secret: string, service: string): AuditKey {
  if (secret.length < MIN_SECRET_LENGTH)
    throw new Error(`the audit secret has less than ${MIN_SECRET_LENGTH} characters`);
  const derive = (use: string) =>
    createSecretKey(createHmac('sm3', secret).update(`yiyang:audit:${use}:${service}`).digest());
  return { leaf: derive('leaf'), chain: derive('chain') };
}

/** HMAC-SM3 over the parts, one after another. */
export function macOf(key: KeyObject, ...parts: readonly (string | Buffer)[]): Buffer {
  const mac = createHmac('sm3', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}
