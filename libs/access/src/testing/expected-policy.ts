import type { Purpose } from '../purposes.js';
import type { Role } from '../roles.js';

/** Written from the department rules (requirements §5, standards §14, the list of routes), not from the policy files. */
const ROLE_OF: Readonly<Record<string, Role>> = {
  H: 'HEALTH',
  C: 'CIVIL_AFFAIRS',
  I: 'INSURANCE',
  CI: 'CARE_INST',
  MI: 'MED_INST',
  E: 'ELDER',
  N: 'INTEGRATOR',
  P: 'PUBLIC',
};

const PURPOSE_OF: Readonly<Record<string, Purpose>> = {
  tre: 'TREATMENT',
  car: 'CARE',
  ref: 'REFERRAL',
  sup: 'SUPERVISION',
  adm: 'ADMINISTRATION',
  set: 'SETTLEMENT',
  ass: 'ASSESSMENT',
  sel: 'SELF',
  int: 'INTEGRATION',
  pub: 'PUBLIC_INFORMATION',
};

/** `role:scope:view:purposes`; `*` is every purpose that tokens of the role hold. */
const HELD: Readonly<Record<string, string>> = {
  H: 'sup adm',
  C: 'sup adm ass',
  I: 'sup adm set',
  CI: 'car ref adm',
  MI: 'tre ref set adm',
  E: 'sel',
  N: 'int',
  P: 'pub',
};

const EVERYBODY = ['H', 'C', 'I', 'CI', 'MI', 'E', 'N'].map((role) => `${role}:ALL:OPEN:*`).join(' ; ');
const ANYBODY = 'P:ALL:LISTING:pub';
const REGISTRARS = 'H:SERVICE_REGION:OPEN:* ; C:SERVICE_REGION:OPEN:*';
const DEPARTMENTS = `${REGISTRARS} ; I:SERVICE_REGION:OPEN:*`;
const OPERATORS = 'H:ALL:OPEN:* ; C:ALL:OPEN:* ; I:ALL:OPEN:*';
const OWN = 'CI:OWN:OPEN:* ; MI:OWN:OPEN:*';
const STATERS = 'H:SERVICE_REGION:IDENTITY:* ; C:SERVICE_REGION:IDENTITY:* ; CI:OWN:IDENTITY:* ; MI:OWN:IDENTITY:*';
const PARTIES = 'CI:PARTY:OPEN:* ; MI:PARTY:OPEN:*';
const CONTACT_PARTIES = 'CI:PARTY:CARE:* ; MI:PARTY:CARE:*';
const REPLIERS = 'CI:PARTY:COMPLAINT:adm ; MI:PARTY:COMPLAINT:adm';
const CARERS = 'CI:RELATION:CARE:car ref ; MI:RELATION:CARE:tre ref';
const SELF = 'E:SELF:SELF:sel';
const REFERRER = 'CI:OWN:CARE:ref car ; MI:OWN:CARE:ref tre';
const SIDES = 'CI:PARTY:CARE:ref car ; MI:PARTY:CARE:ref tre';
const WATCHERS =
  'H:ANY_OF_REGIONS:REFERENCES:sup ; C:ANY_OF_REGIONS:REFERENCES:sup ; I:INSURED_REGION:REFERENCES:sup set';
const PAYER = 'I:INSURED_REGION:CLAIM:set sup';

const TEXT: Readonly<Record<string, string>> = {
  'application.submit': `${REGISTRARS} ; ${OWN}`,
  'application.read': `${REGISTRARS} ; ${OWN}`,
  'application.list': `${REGISTRARS} ; ${OWN}`,
  'application.revise': `${REGISTRARS} ; ${OWN}`,
  'application.submit-draft': `${REGISTRARS} ; ${OWN}`,
  'application.ask-more': REGISTRARS,
  'application.resubmit': `${REGISTRARS} ; ${OWN}`,
  'application.record-scope-change': REGISTRARS,
  'application.withdraw': `${REGISTRARS} ; ${OWN}`,
  'application.timeliness': REGISTRARS,
  'guide.publish': REGISTRARS,
  'guide.list': `${EVERYBODY} ; ${ANYBODY}`,
  'guide.read': `${EVERYBODY} ; ${ANYBODY}`,
  'institution.rectify': REGISTRARS,
  'institution.suspend': REGISTRARS,
  'institution.restore': REGISTRARS,
  'institution.close': REGISTRARS,
  'institution.force-exit': REGISTRARS,
  'institution.change-registration': REGISTRARS,
  'institution.history': `${DEPARTMENTS} ; ${OWN}`,
  'qualification.suspend': REGISTRARS,
  'qualification.restore': REGISTRARS,
  'qualification.renew': REGISTRARS,
  'qualification.revoke': REGISTRARS,
  'penalty.record': REGISTRARS,
  'penalty.list': `${EVERYBODY} ; ${ANYBODY}`,
  'application.accept': REGISTRARS,
  'application.file': REGISTRARS,
  'application.approve-establishment': REGISTRARS,
  'application.approve': REGISTRARS,
  'application.refuse': REGISTRARS,
  'institution.list': EVERYBODY,
  'institution.read': EVERYBODY,
  'institution.start-operation': REGISTRARS,
  'institution.bind-client': REGISTRARS,
  'institution.unbind-client': REGISTRARS,
  'qualification.cancel': REGISTRARS,
  'bed.read': EVERYBODY,
  'bed.approve': REGISTRARS,
  'bed.convert': REGISTRARS,
  'bed.operate': OWN,
  'bed.offer': OWN,
  'bed-change.withdraw': `${REGISTRARS} ; ${OWN}`,
  'bed-change.read': `${DEPARTMENTS} ; ${OWN}`,
  'institution.locate': `${REGISTRARS} ; ${OWN}`,
  'capacity.search': EVERYBODY,
  'free-beds.list': `${EVERYBODY} ; ${ANYBODY}`,
  'assessor.register': 'C:SERVICE_REGION:IDENTITY:sup adm ass',
  'assessor.set-validity': 'C:SERVICE_REGION:IDENTITY:sup adm ass',
  'assessor.read': 'C:SERVICE_REGION:IDENTITY:sup adm ass ; H:SERVICE_REGION:OPEN:sup',
  'agreement.propose': PARTIES,
  'agreement.revise': PARTIES,
  'agreement.propose-draft': PARTIES,
  'agreement.sign': PARTIES,
  'agreement.withdraw': PARTIES,
  'agreement.suspend': `${REGISTRARS} ; ${PARTIES}`,
  'agreement.cure': `${REGISTRARS} ; ${PARTIES}`,
  'agreement.terminate': `${REGISTRARS} ; ${PARTIES}`,
  'agreement.record-check': `${REGISTRARS} ; ${PARTIES}`,
  'agreement.list-checks': `${DEPARTMENTS} ; ${PARTIES}`,
  'agreement.read': `${DEPARTMENTS} ; ${PARTIES}`,
  'finding.list': `${REGISTRARS} ; ${OWN}`,
  'institution.findings': `${REGISTRARS} ; ${OWN}`,
  'institution.compliance': `${REGISTRARS} ; ${OWN}`,
  'agreement.coverage': REGISTRARS,
  'agreement.uncovered': REGISTRARS,
  'price-list.publish': `${REGISTRARS} ; ${OWN}`,
  'price-list.read': `${EVERYBODY} ; ${ANYBODY}`,
  'liaison.fill': CONTACT_PARTIES,
  'liaison.replace': CONTACT_PARTIES,
  'liaison.end': CONTACT_PARTIES,
  'liaison.read': `${DEPARTMENTS} ; ${CONTACT_PARTIES}`,
  'liaison.list-contacts': `${EVERYBODY} ; ${ANYBODY}`,
  'alliance.found': OWN,
  'alliance.revise': OWN,
  'alliance.activate': OWN,
  'alliance.join': OWN,
  'alliance.leave': OWN,
  'alliance.read': EVERYBODY,
  'alliance.plan-visits': OWN,
  'alliance.record-visit': OWN,
  'alliance.read-visits': 'H:ALL:OPEN:* ; C:ALL:OPEN:* ; I:ALL:OPEN:* ; CI:ALL:OPEN:* ; MI:ALL:OPEN:*',
  'complaint.file': `H:SERVICE_REGION:COMPLAINT:sup adm ; C:SERVICE_REGION:COMPLAINT:sup adm ; ${REPLIERS} ; E:SELF:COMPLAINT:sel`,
  'complaint.read': `H:SERVICE_REGION:COMPLAINT:sup adm ; C:SERVICE_REGION:COMPLAINT:sup adm ; ${REPLIERS} ; E:SELF:COMPLAINT:sel`,
  'complaint.reply': REPLIERS,
  'complaint.count': `${EVERYBODY} ; ${ANYBODY}`,
  'survey.import': REGISTRARS,
  'survey.read-import': REGISTRARS,
  'survey.read': REGISTRARS,
  'policy.resolve': `${EVERYBODY} ; ${ANYBODY}`,
  'fact.state': STATERS,
  'fact.end': STATERS,
  'fact.correct': STATERS,
  'fact.retract': STATERS,
  'fact.read': `${STATERS} ; I:SERVICE_REGION:OPEN:*`,
  'report.read': DEPARTMENTS,
  'fact-type.read': `${EVERYBODY} ; ${ANYBODY}`,
  'policy-set.list': `${EVERYBODY} ; ${ANYBODY}`,
  'policy-set.read': `${EVERYBODY} ; ${ANYBODY}`,
  'policy-document.list': `${EVERYBODY} ; ${ANYBODY}`,
  'policy-parameter.list': `${EVERYBODY} ; ${ANYBODY}`,
  'policy-set.bind': DEPARTMENTS,
  'policy-set.end-value': DEPARTMENTS,
  'policy-draft.create': DEPARTMENTS,
  'policy-draft.read': DEPARTMENTS,
  'policy-draft.replace': DEPARTMENTS,
  'policy-draft.publish': DEPARTMENTS,
  'policy-draft.discard': DEPARTMENTS,
  'policy.dry-run': DEPARTMENTS,
  'elder.register': 'CI:OWN:REFERENCES:car ref ; MI:OWN:REFERENCES:tre ref',
  'elder.read': `${CARERS} ; ${SELF} ; H:RESIDENCE_REGION:IDENTITY_AND_HEALTH:sup ; C:RESIDENCE_REGION:IDENTITY_AND_HEALTH:sup ass ; I:INSURED_REGION:IDENTITY:set sup`,
  'elder.bind-client': 'C:RESIDENCE_REGION:REFERENCES:adm sup',
  'consent.give': `${CARERS} ; ${SELF}`,
  'consent.withdraw': `${CARERS} ; ${SELF}`,
  'consent.read': `${CARERS} ; ${SELF}`,
  'assessment.record': 'C:RESIDENCE_REGION:HEALTH:ass',
  'assessment.read': `${CARERS} ; ${SELF} ; H:RESIDENCE_REGION:HEALTH:sup ; C:RESIDENCE_REGION:HEALTH:sup ass`,
  'document.add': CARERS,
  'record.read': `${CARERS} ; ${SELF} ; H:RESIDENCE_REGION:HEALTH:sup`,
  'access-log.read': SELF,
  'stay.admit-resident': 'CI:OWN:CARE:car ref',
  'care-state.read': `${CARERS} ; ${SELF} ; H:RESIDENCE_REGION:HEALTH:sup ; C:RESIDENCE_REGION:HEALTH:sup ass ; I:INSURED_REGION:REFERENCES:sup set`,
  'referral.request': REFERRER,
  'referral.list': `${SIDES} ; ${WATCHERS}`,
  'referral.read': `${SIDES} ; ${WATCHERS} ; ${SELF}`,
  'referral.accept': SIDES,
  'referral.reject': SIDES,
  'referral.cancel': SIDES,
  'referral.dispatch': SIDES,
  'referral.receive': SIDES,
  'referral.admit': SIDES,
  'referral.complete': SIDES,
  'ledger.list': `${REFERRER} ; H:SERVICE_REGION:REFERENCES:sup ; C:SERVICE_REGION:REFERENCES:sup ; I:SERVICE_REGION:REFERENCES:sup set`,
  'bed-use.list': REFERRER,
  'bed-use.summary': EVERYBODY,
  'designation.apply': 'MI:OWN:OPEN:*',
  'designation.accept': 'I:SERVICE_REGION:OPEN:*',
  'designation.evaluate': 'I:SERVICE_REGION:OPEN:*',
  'designation.sign-agreement': 'I:SERVICE_REGION:OPEN:*',
  'designation.open-system': 'I:SERVICE_REGION:OPEN:*',
  'designation.suspend': 'I:SERVICE_REGION:OPEN:*',
  'designation.restore': 'I:SERVICE_REGION:OPEN:*',
  'designation.terminate': 'I:SERVICE_REGION:OPEN:*',
  'designation.read': `${DEPARTMENTS} ; ${OWN}`,
  'claim.pre-settle': 'MI:OWN:CLAIM:set',
  'claim.settle': 'MI:OWN:CLAIM:set',
  'claim.read': `MI:OWN:CLAIM:set ; ${PAYER} ; ${SELF}`,
  'claim.cancel': `MI:OWN:CLAIM:set ; ${PAYER}`,
  'accumulation.read': `MI:RELATION:CLAIM:set ; ${PAYER} ; ${SELF}`,
  'indicator.read': DEPARTMENTS,
  'operation.read': ['H', 'C', 'I', 'CI', 'MI', 'E'].map((role) => `${role}:CLIENT:OPEN:*`).join(' ; '),
  'audit.verify': OPERATORS,
  'deadline.list': DEPARTMENTS,
  'dead-letter.list': OPERATORS,
  'dead-letter.redrive': OPERATORS,
  'event.read': ['H', 'C', 'I', 'N'].map((role) => `${role}:SERVICE_REGION:REFERENCES:*`).join(' ; '),
};

/** `action|role|purpose` -> `scope|view`; what is missing is refused. */
export const EXPECTED: ReadonlyMap<string, string> = new Map(
  Object.entries(TEXT).flatMap(([action, cells]) =>
    cells.split(' ; ').flatMap((cell) => {
      const [role = '', scope, view, purposes = ''] = cell.split(':');
      const held = purposes === '*' ? (HELD[role] as string) : purposes;
      return held
        .split(' ')
        .map((purpose): [string, string] => [`${action}|${ROLE_OF[role]}|${PURPOSE_OF[purpose]}`, `${scope}|${view}`]);
    }),
  ),
);

export const EXPECTED_ACTIONS = Object.keys(TEXT);
