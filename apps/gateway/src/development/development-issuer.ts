import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import { newId, type Database, type FieldProtection } from '@yiyang/persistence';
import { AUDIENCE } from '../tokens/token-verifier.js';
import type { TokenIssuer } from '../tokens/token-issuer.js';

const ALGORITHM = 'ES256';
const LIFETIME_SECONDS = 3600;
/** Purpose and place of the sealed key. */
const SEALED_AS = ['development-issuer', 'development_key'] as const;

/** The answer of a token endpoint; RFC 6749 §5.1. */
export interface IssuedToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

/** Issues tokens to clients that it makes itself. Development only: whoever asks gets a client. */
export class DevelopmentIssuer {
  private constructor(
    private readonly database: Database,
    readonly issuer: string,
    private readonly privateKey: CryptoKey,
    readonly publicJwk: JWK,
  ) {}

  /** With the key of earlier runs, so that their tokens stay good. */
  static async load(database: Database, protection: FieldProtection, issuer: string): Promise<DevelopmentIssuer> {
    const jwk = await storedKey(database, protection);
    const { d: _private, ...publicJwk } = jwk;
    return new DevelopmentIssuer(database, issuer, (await importJWK(jwk, ALGORITHM)) as CryptoKey, publicJwk);
  }

  /** As the token verifier knows it. */
  asTokenIssuer(): TokenIssuer {
    return { issuer: this.issuer, algorithms: [ALGORITHM], keys: createLocalJWKSet({ keys: [this.publicJwk] }) };
  }

  /** A new secret of the client; earlier ones are void. */
  async putClient(clientId: string): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    await this.database.transaction(async (tx) => {
      tx.write(
        `insert into development_client (client_id, secret_sha256) values ($1, $2)
         on conflict (client_id) do update set secret_sha256 = excluded.secret_sha256`,
        [clientId, sha256(secret)],
      );
    });
    return secret;
  }

  /** A token for client credentials, or undefined when they are wrong. */
  async issue(clientId: string, secret: string): Promise<IssuedToken | undefined> {
    const row = await this.database.find<{ secretSha256: Buffer }>(
      'select secret_sha256 from development_client where client_id = $1',
      [clientId],
    );
    if (!row || !timingSafeEqual(row.secretSha256, sha256(secret))) return undefined;
    const token = await new SignJWT({ client_id: clientId })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: this.publicJwk.kid })
      .setIssuer(this.issuer)
      .setAudience(AUDIENCE)
      .setSubject(clientId)
      .setJti(newId())
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(this.privateKey);
    return { access_token: token, token_type: 'Bearer', expires_in: LIFETIME_SECONDS };
  }
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

async function storedKey(database: Database, protection: FieldProtection): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const made: JWK = { ...(await exportJWK(privateKey)), kid: newId(), alg: ALGORITHM, use: 'sig' };
  // Of several replicas that start at once one makes the key.
  const sealed = await database.transaction(async (tx) => {
    tx.write('insert into development_key (sealed) values ($1) on conflict do nothing', [
      protection.platformSeal(SEALED_AS[0], Buffer.from(JSON.stringify(made)), SEALED_AS[1]),
    ]);
    return (await tx.one<{ sealed: Buffer }>('select sealed from development_key')).sealed;
  });
  return JSON.parse(protection.platformOpen(SEALED_AS[0], sealed, SEALED_AS[1]).toString()) as JWK;
}
