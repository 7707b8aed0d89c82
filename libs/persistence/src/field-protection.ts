import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Master keys by id, the current one first. They live outside the database. */
export interface MasterKey {
  readonly id: string;
  readonly key: Buffer;
}

const FORMAT = 1;
const IV_BYTES = 16;
const TAG_BYTES = 32;

const hmacSm3 = (key: Buffer, ...parts: Buffer[]): Buffer => {
  const mac = createHmac('sm3', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
};

/** Reads `id:base64,id:base64`; each key is 32 bytes. */
export function parseMasterKeys(text: string): MasterKey[] {
  const keys = text.split(',').map((entry) => {
    const [id = '', encoded = ''] = entry.trim().split(':');
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  if (keys.some(({ id, key }) => !/^[\w-]{1,16}$/.test(id) || key.length !== 32))
    throw new Error('each master key is written as id:base64 of 32 bytes');
  return keys;
}

/** Encrypts with SM4-CTR, then authenticates with HMAC-SM3 over format, IV, ciphertext and `context` (where it belongs). */
export function seal(dataKey: Buffer, plaintext: Buffer, context: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('sm4-ctr', hmacSm3(dataKey, Buffer.from('encrypt')).subarray(0, 16), iv);
  const body = Buffer.concat([Buffer.from([FORMAT]), iv, cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([body, hmacSm3(hmacSm3(dataKey, Buffer.from('authenticate')), body, Buffer.from(context))]);
}

/** Opens what `seal` made; throws when key, context or any bit differs. */
export function open(dataKey: Buffer, envelope: Buffer, context: string): Buffer {
  const body = envelope.subarray(0, -TAG_BYTES);
  const tag = hmacSm3(hmacSm3(dataKey, Buffer.from('authenticate')), body, Buffer.from(context));
  if (
    envelope.length < 1 + IV_BYTES + TAG_BYTES ||
    body[0] !== FORMAT ||
    !timingSafeEqual(tag, envelope.subarray(-TAG_BYTES))
  )
    throw new Error('the sealed value does not open: wrong key, wrong place or altered');
  const key = hmacSm3(dataKey, Buffer.from('encrypt')).subarray(0, 16);
  const decipher = createDecipheriv('sm4-ctr', key, body.subarray(1, 1 + IV_BYTES));
  return Buffer.concat([decipher.update(body.subarray(1 + IV_BYTES)), decipher.final()]);
}

/** A key of one person, wrapped by a master key; destroying the wrapped key erases what it sealed. */
export interface WrappedKey {
  readonly keyId: string;
  readonly wrapped: Buffer;
}

/**
 * Protection of stored values. Platform values (idempotent answers, raw dead letters) are sealed under a key derived
 * per purpose; a person's fields under a random key of that person. Software keys alone do not pass a 密评 assessment.
 */
export class FieldProtection {
  private readonly current: MasterKey;

  constructor(private readonly keys: readonly MasterKey[]) {
    const [current] = keys;
    if (!current) throw new Error('at least one master key is needed');
    this.current = current;
  }

  /** [key id length, key id, sealed value] under the current master key. */
  platformSeal(purpose: string, plaintext: Buffer, context: string): Buffer {
    const id = Buffer.from(this.current.id);
    return Buffer.concat([Buffer.from([id.length]), id, seal(this.derive(this.current, purpose), plaintext, context)]);
  }

  platformOpen(purpose: string, sealed: Buffer, context: string): Buffer {
    const length = sealed[0] ?? 0;
    const master = this.master(sealed.subarray(1, 1 + length).toString());
    return open(this.derive(master, purpose), sealed.subarray(1 + length), context);
  }

  /** A new random key for one person, in clear for this use and wrapped for storage. */
  newPersonKey(personId: string): { key: Buffer; stored: WrappedKey } {
    const key = randomBytes(32);
    return {
      key,
      stored: { keyId: this.current.id, wrapped: seal(this.derive(this.current, 'person'), key, personId) },
    };
  }

  personKey(personId: string, stored: WrappedKey): Buffer {
    return open(this.derive(this.master(stored.keyId), 'person'), stored.wrapped, personId);
  }

  /** Keyed index of a normalised value, for equality search only; one per master key, the current first. */
  blindIndexes(purpose: string, normalised: string): { keyId: string; value: string }[] {
    return this.keys.map((master) => ({
      keyId: master.id,
      value: blindIndex(this.derive(master, `index:${purpose}`), normalised),
    }));
  }

  private master(id: string): MasterKey {
    const found = this.keys.find((key) => key.id === id);
    if (!found) throw new Error(`master key ${id} is not configured`);
    return found;
  }

  private derive(master: MasterKey, purpose: string): Buffer {
    return hmacSm3(master.key, Buffer.from(`yiyang:${purpose}`));
  }
}

/** HMAC-SM3 in hexadecimal; standards §14. */
export function blindIndex(key: Buffer, normalised: string): string {
  return hmacSm3(key, Buffer.from(normalised)).toString('hex');
}
