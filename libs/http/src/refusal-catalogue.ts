/** Whose fault a refusal is: the caller can mend it, the receiving institution can, or the platform's operators must. */
export type FaultOwner = 'caller' | 'receiver' | 'platform';

/** How a refusal code is answered: status, owner of the fault and titles. */
export interface RefusalEntry {
  readonly status: number;
  readonly owner: FaultOwner;
  readonly zh: string;
  readonly en: string;
  /** Seconds for `Retry-After`, where trying again helps. */
  readonly retryAfter?: number;
  /** Database constraint that stands for the same rule. */
  readonly constraint?: string;
}

export type RefusalCatalogue = Readonly<Record<string, RefusalEntry>>;

/** Refusals that every service can answer. */
export const SHARED_REFUSALS = {
  MALFORMED_REQUEST: { status: 400, owner: 'caller', zh: '请求格式错误', en: 'Malformed request' },
  MALFORMED_CURSOR: { status: 400, owner: 'caller', zh: '分页游标无效', en: 'Malformed cursor' },
  IDEMPOTENCY_KEY_MISSING: { status: 400, owner: 'caller', zh: '缺少幂等键', en: 'Idempotency-Key is missing' },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    owner: 'caller',
    zh: '幂等键已用于其他内容',
    en: 'Idempotency-Key was used with another body',
  },
  CALL_IN_FLIGHT: {
    status: 409,
    owner: 'caller',
    zh: '相同请求正在处理',
    en: 'The same call is in flight',
    retryAfter: 1,
  },
  NOT_AUTHENTICATED: { status: 401, owner: 'caller', zh: '未通过身份认证', en: 'No valid token' },
  NOT_ALLOWED: { status: 403, owner: 'caller', zh: '无权执行此操作', en: 'Not allowed' },
  NOT_FOUND: { status: 404, owner: 'caller', zh: '未找到', en: 'Not found' },
  VERSION_MISSING: { status: 428, owner: 'caller', zh: '缺少 If-Match 版本', en: 'If-Match is missing' },
  VERSION_CHANGED: { status: 412, owner: 'caller', zh: '版本已变化', en: 'The object has changed' },
  BODY_TOO_LARGE: { status: 413, owner: 'caller', zh: '请求体过大', en: 'Body too large' },
  MEDIA_TYPE_UNSUPPORTED: { status: 415, owner: 'caller', zh: '不支持的内容类型', en: 'Unsupported media type' },
  UNKNOWN_REFERENCE: { status: 422, owner: 'caller', zh: '引用的对象未知', en: 'A referenced object is not known' },
  POLICY_NOT_PUBLISHED: {
    status: 503,
    owner: 'platform',
    zh: '地区政策尚未发布',
    en: 'The regional policy value is not published',
    retryAfter: 5,
  },
  DATE_IN_FUTURE: { status: 422, owner: 'caller', zh: '日期在将来', en: 'The date lies in the future' },
  TOO_MANY_REQUESTS: { status: 429, owner: 'caller', zh: '请求过于频繁', en: 'Too many requests', retryAfter: 1 },
  UNAVAILABLE: { status: 503, owner: 'platform', zh: '服务暂不可用', en: 'Temporarily unavailable', retryAfter: 2 },
  UNEXPECTED: { status: 500, owner: 'platform', zh: '内部错误', en: 'Unexpected failure' },
} as const satisfies RefusalCatalogue;

/** The shared refusals and those of one service. */
export class Refusals {
  private readonly entries: RefusalCatalogue;
  private readonly byConstraint: ReadonlyMap<string, string>;

  constructor(own: RefusalCatalogue) {
    this.entries = { ...SHARED_REFUSALS, ...own };
    const constrained = Object.entries(this.entries).filter(([, entry]) => entry.constraint);
    this.byConstraint = new Map(constrained.map(([code, entry]) => [entry.constraint as string, code]));
  }

  find(code: string): RefusalEntry | undefined {
    return this.entries[code];
  }

  /** Code of the rule that a database constraint stands for. */
  codeOfConstraint(constraint: string): string | undefined {
    return this.byConstraint.get(constraint);
  }
}
