import { IDENTIFIED_ROLES } from '../roles.js';
import { cell, forRoles, TO_ANYBODY, type PolicyRow } from './row.js';

const about = { resource: 'complaint', personal: true } as const;

const byInstitutions = {
  CARE_INST: cell('PARTY', 'COMPLAINT', 'ADMINISTRATION'),
  MED_INST: cell('PARTY', 'COMPLAINT', 'ADMINISTRATION'),
};
const byEverySide = {
  HEALTH: cell('SERVICE_REGION', 'COMPLAINT', 'SUPERVISION', 'ADMINISTRATION'),
  CIVIL_AFFAIRS: cell('SERVICE_REGION', 'COMPLAINT', 'SUPERVISION', 'ADMINISTRATION'),
  ...byInstitutions,
  ELDER: cell('SELF', 'COMPLAINT', 'SELF'),
};

/** A complaint is the parties' and the responsible department's; how many there are and were answered is public. Source: REG-46. */
export const REGISTRY_COMPLAINT_POLICY = [
  { action: 'complaint.file', zh: '投诉机构', ...about, roles: byEverySide },
  { action: 'complaint.read', zh: '查看投诉', ...about, roles: byEverySide },
  { action: 'complaint.reply', zh: '答复投诉', ...about, roles: byInstitutions },
  {
    action: 'complaint.count',
    zh: '查看机构投诉答复情况',
    resource: 'complaint-figures',
    personal: false,
    roles: { ...forRoles(IDENTIFIED_ROLES, 'ALL'), ...TO_ANYBODY },
  },
] as const satisfies readonly PolicyRow[];
