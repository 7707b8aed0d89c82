import { randomUUID } from 'node:crypto';

/** One answer of the platform, as its user sees it. */
export interface ApiAnswer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly text: string;
  readonly etag: string | null;
  readonly location: string | null;
  readonly headers: Headers;
  readonly milliseconds: number;
}

export interface ApiRequest {
  readonly body?: unknown;
  /** Instead of a body. */
  readonly file?: { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };
  /** ETag for If-Match. */
  readonly ifMatch?: string | null;
  /** Made up when left out. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Observe = (client: string, method: string, path: string, answer: ApiAnswer) => void;

/** A request as it is sent, as often as it is sent. */
export interface SentCall {
  /** Name of the client; empty for what a development platform answers to anybody. */
  readonly client: string;
  readonly method: string;
  readonly path: string;
  /** Idempotency-Key; only writes have one. */
  readonly key?: string;
  /** 1 for the first time. */
  readonly attempt: number;
}

/**
 * Told what became of every attempt; there is no answer when the connection broke. Resolves, after any pause, to whether
 * the same request is sent again. Without it the first answer is final and a broken connection is thrown.
 */
export type Repeat = (call: SentCall, answer: ApiAnswer | undefined) => Promise<boolean>;

/** A client of the gateway: its token, if it has one, and the headers every write needs. */
export class Api {
  readonly name: string;
  readonly clientId: string;
  private readonly base: string;
  private readonly token: string | undefined;
  private readonly observe: Observe;
  private readonly repeat: Repeat | undefined;

  constructor(of: {
    name: string;
    clientId: string;
    base: string;
    /** Left out for whoever calls without one. */
    token?: string;
    observe?: Observe;
    repeat?: Repeat | undefined;
  }) {
    this.name = of.name;
    this.clientId = of.clientId;
    this.base = of.base;
    this.token = of.token;
    this.observe = of.observe ?? (() => undefined);
    this.repeat = of.repeat;
  }

  /** The access token, for people who want to call by hand. */
  get bearer(): string {
    return this.token ?? '';
  }

  get<Body = Record<string, unknown>>(path: string, headers: Record<string, string> = {}): Promise<ApiAnswer<Body>> {
    return this.send('GET', path, { headers });
  }

  post<Body = Record<string, unknown>>(path: string, body: unknown, more: ApiRequest = {}): Promise<ApiAnswer<Body>> {
    return this.send('POST', path, { body, ...more });
  }

  put<Body = Record<string, unknown>>(path: string, body: unknown, more: ApiRequest = {}): Promise<ApiAnswer<Body>> {
    return this.send('PUT', path, { body, ...more });
  }

  /** Reads the object for its ETag, then acts on it. */
  async act<Body = Record<string, unknown>>(
    objectPath: string,
    action: string,
    body: unknown = {},
  ): Promise<ApiAnswer<Body>> {
    const seen = await this.send('GET', objectPath, {}, false);
    return this.post<Body>(`${objectPath}/${action}`, body, { ifMatch: seen.etag });
  }

  private async send<Body>(
    method: string,
    path: string,
    request: ApiRequest,
    visible = true,
  ): Promise<ApiAnswer<Body>> {
    const key = method === 'GET' ? undefined : (request.key ?? randomUUID());
    const init: RequestInit = {
      method,
      headers: {
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(key !== undefined && {
          'idempotency-key': key,
          'x-correlation-id': correlationOf(key),
          'content-type': request.file?.type ?? 'application/json',
        }),
        ...(request.ifMatch && { 'if-match': request.ifMatch }),
        ...request.headers,
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      ...(request.file && { body: request.file.bytes }),
    };
    const call = { client: this.name, method, path, ...(key !== undefined && { key }) };
    const answer = await persistently(call, () => exchange<Body>(`${this.base}${path}`, init), this.repeat);
    if (visible) this.observe(this.name, method, path, answer as ApiAnswer);
    return answer;
  }
}

/**
 * Under which correlation id events, log lines and audit entries of a call are found. Letters for digits, because the
 * platform replaces ids that look like a person's number.
 */
export function correlationOf(key: string): string {
  return key.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}

/** Sends once and reads the whole answer. */
async function exchange<Body>(url: string, init: RequestInit): Promise<ApiAnswer<Body>> {
  const started = performance.now();
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    body: parse(text) as Body,
    text,
    etag: response.headers.get('etag'),
    location: response.headers.get('location'),
    headers: response.headers,
    milliseconds: performance.now() - started,
  };
}

async function persistently<Body>(
  call: Omit<SentCall, 'attempt'>,
  send: () => Promise<ApiAnswer<Body>>,
  repeat: Repeat | undefined,
): Promise<ApiAnswer<Body>> {
  if (!repeat) return send();
  for (let attempt = 1; ; attempt++) {
    let answer: ApiAnswer<Body> | undefined;
    let failure: unknown;
    try {
      answer = await send();
    } catch (error) {
      failure = error;
    }
    if (await repeat({ ...call, attempt }, answer as ApiAnswer | undefined)) continue;
    if (answer === undefined) throw failure;
    return answer;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}

/** Answers of a development platform that are needed before any token: clients, tokens, the business clock. */
export class DevelopmentApi {
  private readonly base: string;
  private readonly repeat: Repeat | undefined;

  constructor(base: string, repeat?: Repeat) {
    this.base = base;
    this.repeat = repeat;
  }

  /** Makes a client (bound to a role, or to nothing yet) and a token for it. */
  async client(of: {
    name: string;
    role?: string;
    region?: string;
    clientId?: string;
    observe?: Observe;
  }): Promise<Api> {
    const { name, observe, ...wanted } = of;
    const made = await this.send<{ clientId: string; clientSecret: string }>('POST', '/dev/clients', wanted);
    const { access_token: token } = await this.send<{ access_token: string }>('POST', '/dev/token', {
      grant_type: 'client_credentials',
      client_id: made.clientId,
      client_secret: made.clientSecret,
    });
    return new Api({
      name,
      clientId: made.clientId,
      base: this.base,
      token,
      repeat: this.repeat,
      ...(observe && { observe }),
    });
  }

  /** Moves the business clock of all services forward. Said as an offset, which is the same when it has to be said again. */
  async moveClock(now: Date): Promise<{ now: string }> {
    const there = await this.clock();
    const offsetMilliseconds = there.offsetMilliseconds + now.getTime() - Date.parse(there.now);
    return this.send('PUT', '/dev/clock', { offsetMilliseconds });
  }

  clock(): Promise<{ now: string; offsetMilliseconds: number }> {
    return this.send('GET', '/dev/clock');
  }

  private async send<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const init: RequestInit = {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    };
    const call = { client: '', method, path };
    const answer = await persistently(call, () => exchange<Body>(`${this.base}${path}`, init), this.repeat);
    if (answer.status >= 400)
      throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
    return answer.body;
  }
}
