/** One entry of a code list. Codes are the glossary's terms in UPPER_SNAKE; `zh` is the term of the source documents. */
export interface CodeTerm {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** The codes of a list as a type. */
export type CodeOf<L extends readonly CodeTerm[]> = L[number]['code'];

/** All codes, in the list's order: for class-validator's IsIn and for OpenAPI enums. */
export function codesOf<const L extends readonly CodeTerm[]>(list: L): CodeOf<L>[] {
  return list.map((term): CodeOf<L> => term.code);
}

/** Is this text one of the list's codes? Codes are compared exactly. */
export function isCodeOf<const L extends readonly CodeTerm[]>(list: L, code: unknown): code is CodeOf<L> {
  return list.some((term) => term.code === code);
}

/** The entry of a code; undefined when the list has no such code. */
export function findTerm<const L extends readonly CodeTerm[]>(list: L, code: string): L[number] | undefined {
  return list.find((term) => term.code === code);
}

/** The entry of a code that the list is known to have. Throws RangeError otherwise. */
export function getTerm<const L extends readonly CodeTerm[]>(list: L, code: CodeOf<L>): L[number] {
  const term = findTerm(list, code);
  if (!term) throw new RangeError('no such code in this list');
  return term;
}
