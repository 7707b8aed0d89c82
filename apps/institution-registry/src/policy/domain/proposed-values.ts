import { refusal, type FieldFault } from '@yiyang/decisions';
import { parsePolicyEntry, type PolicyEntryProblem, type PolicyKey } from '@yiyang/region-policy';
import type { CivilDate } from '@yiyang/standards';

/** A value as a department states it; nothing of it is known to be sound. */
export interface ProposedValue {
  readonly key: string;
  readonly value: unknown;
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate | null | undefined;
  readonly document?: string | undefined;
  readonly clause?: string | undefined;
}

/** One value of a set: of its key's shape, with a period and a source. */
export interface SoundValue {
  readonly key: PolicyKey;
  readonly value: unknown;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly document: string;
  readonly clause: string;
}

const RULE = { rule: 'GOV-15', source: '003篇十五' };

type Fault = Exclude<PolicyEntryProblem, 'UNKNOWN_DIVISION'> | 'TWICE' | 'TOO_LONG';

/** An event of a policy value has 16 KB, its envelope and source included. */
const MOST_CHARACTERS = 12_000;

const FAULTS: Readonly<Record<Fault, { code: string; field: string; asked: string }>> = {
  UNKNOWN_KEY: { code: 'POLICY_KEY_UNKNOWN', field: 'key', asked: 'a parameter or a rule of this platform' },
  TWICE: { code: 'POLICY_KEY_TWICE', field: 'key', asked: 'once in a version' },
  INVALID_VALUE: { code: 'POLICY_VALUE_INVALID', field: 'value', asked: 'of the shape that its key has' },
  TOO_LONG: { code: 'POLICY_VALUE_TOO_LONG', field: 'value', asked: `of at most ${MOST_CHARACTERS} characters` },
  INVALID_PERIOD: { code: 'POLICY_PERIOD', field: 'validTo', asked: 'not before validFrom' },
  MISSING_SOURCE: { code: 'POLICY_SOURCE_MISSING', field: 'document', asked: 'given, with its clause' },
};

/**
 * Every value has a known key, its shape, a period and the document and clause it comes from. One kind of fault is told at
 * a time, with every value that has it. Sources: GOV-15; requirements §2; architecture §5.
 */
export function checkProposal(division: string, values: readonly ProposedValue[]): SoundValue[] {
  const checked = values.map((value, index) => check(division, value, values.slice(0, index)));
  for (const [fault, { code, field, asked }] of Object.entries(FAULTS)) {
    const fields = checked.flatMap((one, index): FieldFault[] =>
      one === fault ? [{ path: `values[${index}].${field}`, rule: asked }] : [],
    );
    const keys = values.filter((_, index) => checked[index] === fault).map(({ key }) => key);
    if (fields.length > 0) throw refusal(code, { ...RULE, fields, inputs: { keys } });
  }
  return checked.filter((one) => typeof one !== 'string');
}

function check(division: string, proposed: ProposedValue, before: readonly ProposedValue[]): SoundValue | Fault {
  const { key, validFrom, validTo = null, document = '', clause = '' } = proposed;
  // No key has this shape; JSON itself has no undefined.
  const value = proposed.value === undefined ? {} : proposed.value;
  const place = { policySetId: '', recordedAt: '', version: 1, division, source: { document, clause } };
  const parsed = parsePolicyEntry({ ...place, key, value, validFrom, validTo });
  if (!parsed.ok) {
    if (parsed.problem === 'UNKNOWN_DIVISION') throw new RangeError('a division that nobody has checked');
    return parsed.problem;
  }
  if (before.some((other) => other.key === key)) return 'TWICE';
  if (JSON.stringify(value).length > MOST_CHARACTERS) return 'TOO_LONG';
  return { key: parsed.entry.key, value, validFrom, validTo, document: document.trim(), clause: clause.trim() };
}
