/** Something that a department has to look at before it decides; it never blocks. */
export interface Flag {
  readonly rule: string;
  readonly code: string;
  readonly severity: 'MAJOR' | 'MINOR';
  readonly clause: string;
  readonly source: string;
  readonly policyVersion: string;
}
