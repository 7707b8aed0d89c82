import { EVENT, validateForProduction } from '@yiyang/contracts';
import { codesOf, CONSENT_PURPOSES, DATA_CLASSES } from '@yiyang/standards';
import { MOST_PURPOSES, MOST_RECIPIENTS } from './consent.dto.js';

const ID = '01900000-0000-7000-8000-000000000001';
const LONGEST_FIRST = codesOf(CONSENT_PURPOSES).sort((one, other) => other.length - one.length);

const say = (recipients: number, purposes: number) =>
  validateForProduction(EVENT.elderConsentGivenV1, {
    ...{ elderId: ID, consentId: ID, giverKind: 'GUARDIAN', consentVersion: 999_999 },
    recipients: Array.from({ length: recipients }, () => ID),
    purposes: LONGEST_FIRST.slice(0, purposes),
    dataClasses: codesOf(DATA_CLASSES),
    ...{ validFrom: '2026-03-01', validTo: '2036-03-01' },
  });

it('fits the largest consent that may be given into an event, and not a larger one', () => {
  expect(() => say(MOST_RECIPIENTS, MOST_PURPOSES)).not.toThrow();
  expect(() => say(MOST_RECIPIENTS + 1, MOST_PURPOSES)).toThrow('larger than an event may be');
});
