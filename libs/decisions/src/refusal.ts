/** Values a rule looked at when it decided; shown to the caller, so never personal data. */
export type RuleInputs = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One field of the request that is at fault, as a path such as `lines[2].quantity`. */
export interface FieldFault {
  readonly path: string;
  readonly rule: string;
}

export interface RefusalDetail {
  /** Requirement id, such as `REF-05`. */
  readonly rule?: string;
  /** Clause of the source document, such as `003篇六(十五)`. */
  readonly clause?: string;
  /** Document the clause stands in. */
  readonly source?: string;
  /** Policy set and version that supplied the values. */
  readonly policyVersion?: string;
  readonly inputs?: RuleInputs;
  readonly fields?: readonly FieldFault[];
  /** What the caller may do instead, such as free beds elsewhere; never personal data. */
  readonly alternatives?: readonly Readonly<Record<string, string | number>>[];
}

/** A business answer "no": stable code, the rule that said it and what it looked at. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly detail: RefusalDetail = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** Builds a refusal to throw: `throw refusal('REFERRAL_NOT_OPEN', { rule: 'REF-05' })`. */
export function refusal(code: string, detail: RefusalDetail = {}): Refusal {
  return new Refusal(code, detail);
}
