import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';

/** Master keys by id, the current one first. They live outside the database. */
export interface MasterKey {
  readonly id: string;
  readonly key: Buffer;
}

const FORMAT = 1;
const IV_BYTES = 16;
const TAG_BYTES = 32;

const hmacSm3 = (key: KeyObject, ...parts: Buffer[]): Buffer => {
  const mac = createHmac('sm3', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
};

/** The two keys of a data key. Deriving them costs as much as sealing, so who seals often keeps them. */
class SealingKeys {
  readonly encrypt: KeyObject;
  readonly authenticate: KeyObject;

  constructor(dataKey: Buffer) {
    const key = createSecretKey(dataKey);
    this.encrypt = createSecretKey(hmacSm3(key, Buffer.from('encrypt')).subarray(0, 16));
    this.authenticate = createSecretKey(hmacSm3(key, Buffer.from('authenticate')));
  }

  seal(plaintext: Buffer, context: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('sm4-ctr', this.encrypt, iv);
    const body = Buffer.concat([Buffer.from([FORMAT]), iv, cipher.update(plaintext), cipher.final()]);
    return Buffer.concat([body, hmacSm3(this.authenticate, body, Buffer.from(context))]);
  }

  open(envelope: Buffer, context: string): Buffer {
    const body = envelope.subarray(0, -TAG_BYTES);
    const tag = hmacSm3(this.authenticate, body, Buffer.from(context));
    if (
      envelope.length < 1 + IV_BYTES + TAG_BYTES ||
      body[0] !== FORMAT ||
      !timingSafeEqual(tag, envelope.subarray(-TAG_BYTES))
    )
      throw new Error('the sealed value does not open: wrong key, wrong place or altered');
    const decipher = createDecipheriv('sm4-ctr', this.encrypt, body.subarray(1, 1 + IV_BYTES));
    return Buffer.concat([decipher.update(body.subarray(1 + IV_BYTES)), decipher.final()]);
  }
}

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
  return new SealingKeys(dataKey).seal(plaintext, context);
}

/** Opens what `seal` made; throws when key, context or any bit differs. */
export function open(dataKey: Buffer, envelope: Buffer, context: string): Buffer {
  return new SealingKeys(dataKey).open(envelope, context);
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
  private readonly sealingKeys = new Map<string, SealingKeys>();
  private readonly indexKeys = new Map<string, KeyObject>();

  constructor(private readonly keys: readonly MasterKey[]) {
    const [current] = keys;
    if (!current) throw new Error('at least one master key is needed');
    this.current = current;
  }

  /** [key id length, key id, sealed value] under the current master key. */
  platformSeal(purpose: string, plaintext: Buffer, context: string): Buffer {
    const id = Buffer.from(this.current.id);
    return Buffer.concat([Buffer.from([id.length]), id, this.sealing(this.current, purpose).seal(plaintext, context)]);
  }

  platformOpen(purpose: string, sealed: Buffer, context: string): Buffer {
    const length = sealed[0] ?? 0;
    const master = this.master(sealed.subarray(1, 1 + length).toString());
    return this.sealing(master, purpose).open(sealed.subarray(1 + length), context);
  }

  /** A new random key for one person, in clear for this use and wrapped for storage. */
  newPersonKey(personId: string): { key: Buffer; stored: WrappedKey } {
    const key = randomBytes(32);
    return {
      key,
      stored: { keyId: this.current.id, wrapped: this.sealing(this.current, 'person').seal(key, personId) },
    };
  }

  personKey(personId: string, stored: WrappedKey): Buffer {
    return this.sealing(this.master(stored.keyId), 'person').open(stored.wrapped, personId);
  }

  /** Keyed index of a normalised value, for equality search only; one per master key, the current first. */
  blindIndexes(purpose: string, normalised: string): { keyId: string; value: string }[] {
    return this.keys.map((master) => ({
      keyId: master.id,
      value: hmacSm3(this.indexing(master, purpose), Buffer.from(normalised)).toString('hex'),
    }));
  }

  private master(id: string): MasterKey {
    const found = this.keys.find((key) => key.id === id);
    if (!found) throw new Error(`master key ${id} is not configured`);
    return found;
  }

  private derive(master: MasterKey, purpose: string): Buffer {
    return hmacSm3(createSecretKey(master.key), Buffer.from(`yiyang:${purpose}`));
  }

  private sealing(master: MasterKey, purpose: string): SealingKeys {
    return keptIn(this.sealingKeys, `${master.id} ${purpose}`, () => new SealingKeys(this.derive(master, purpose)));
  }

  private indexing(master: MasterKey, purpose: string): KeyObject {
    const make = () => createSecretKey(this.derive(master, `index:${purpose}`));
    return keptIn(this.indexKeys, `${master.id} ${purpose}`, make);
  }
}

/** HMAC-SM3 in hexadecimal; standards §14. */
export function blindIndex(key: Buffer, normalised: string): string {
  return hmacSm3(createSecretKey(key), Buffer.from(normalised)).toString('hex');
}

/** What was made before under this name; purposes and master keys are few. */
function keptIn<Made>(made: Map<string, Made>, name: string, make: () => Made): Made {
  const known = made.get(name) ?? make();
  made.set(name, known);
  return known;
}
