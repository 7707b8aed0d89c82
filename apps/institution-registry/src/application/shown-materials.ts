import type { ShownMaterialsBody } from './application.dto.js';
import type { ApplicationRow } from './application.entity.js';
import type { ApplicationPolicy } from './application-policies.js';
import { opensElderCare, type Side } from './domain/application.js';
import { careAreaFlags } from './domain/care-area.js';
import type { Flag } from './domain/flag.js';
import { filingMaterials } from './domain/filing-materials.js';

export type ShownColumns = Pick<ApplicationRow, 'certificates' | 'careAreaSeparated' | 'materials'> & {
  readonly flags: Flag[];
};

/** What the applicant shows and what follows from it for a medical institution that opens elder care. */
export function shownMaterials(
  of: { readonly side: Side; readonly hostSide: Side | null; readonly hostKind: string | undefined },
  {
    certificates = [],
    careAreaSeparated = null,
  }: { [Name in keyof ShownMaterialsBody]: ShownMaterialsBody[Name] | null },
  policy: ApplicationPolicy,
  on: string,
): ShownColumns {
  const shown = { certificates: certificates ?? [], careAreaSeparated };
  if (!opensElderCare(of) || of.hostKind === undefined) return { ...shown, materials: null, flags: [] };
  return {
    ...shown,
    materials: filingMaterials({ hostKind: of.hostKind, certificates: shown.certificates, on }, policy.materials),
    flags: careAreaFlags(careAreaSeparated, policy.careAreaSeparated),
  };
}
