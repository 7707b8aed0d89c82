import { z } from 'zod';
import { contractsOf } from './contract.js';
import { MOST_EVENT_BYTES } from './envelope.js';
import { EVENT, type EventType } from './event.js';
import { exampleOf } from './examples.js';
import { fact, id } from './field.js';
import { validateForProduction } from './produce.js';
import { TOPIC } from './topic.js';

const type = EVENT.recordAssessmentCompletedV1;
const data = exampleOf(type).data;
const message = (change: object, of: EventType = type) => {
  try {
    validateForProduction(of, change);
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : 'no Error';
  }
};

const frame = exampleOf(type);
const PADDED = contractsOf(
  { producer: 'referral', topic: TOPIC.referral, aggregate: 'visitId' },
  { 'yiyang.visit.paid.v1': z.object({ visitId: id('Visit', '探访标识'), pad: fact('Padding', '填充', z.string()) }) },
);

describe('validateForProduction', () => {
  it('returns what it was given where that is right', () => {
    expect(validateForProduction(type, data)).toEqual(data);
  });

  it('refuses an unknown field and names it', () => {
    expect(message({ ...data, elderName: '张三' })).toContain('elderName: unknown');
  });

  it('refuses a wrong value and names the path, never the value', () => {
    const planted = '421202194910012467';
    for (const field of Object.keys(data)) {
      const refused = message({ ...data, [field]: { planted } });
      expect(refused).toContain(`${field}: `);
      expect(refused).not.toContain(planted);
    }
  });

  it('refuses null where a field may only be absent', () => {
    const added = exampleOf(EVENT.recordDocumentAddedV1).data;
    expect(message({ ...added, referralId: undefined }, EVENT.recordDocumentAddedV1)).toBe('accepted');
    expect(message({ ...added, referralId: null }, EVENT.recordDocumentAddedV1)).toContain('referralId: ');
  });

  it('refuses an unknown field inside a list', () => {
    const access = exampleOf(EVENT.accessRecordedV1).data;
    const [entry] = access['entries'] as object[];
    const entries = [{ ...entry, reader: 'x' }];
    expect(message({ ...access, entries }, EVENT.accessRecordedV1)).toContain('entries.0.reader: unknown');
  });

  it('has room for a linked claim that is adjusted, with sums up to a million yuan', () => {
    const adjusted = {
      ...exampleOf(EVENT.claimAdjustedV1).data,
      totalFen: 99_999_999,
      poolFen: 89_999_999,
      personFen: 10_000_000,
      cashFen: 10_000_000,
      previousPoolFen: 89_999_999,
      reasonCode: 'EARLIER_CLAIM_CANCELLED',
      policyVersion: `${frame.subject}@99`,
    };
    expect(message(adjusted, EVENT.claimAdjustedV1)).toBe('accepted');
  });

  it('throws on a type that is in no contract', () => {
    expect(() => validateForProduction('yiyang.record.burnt.v1', {})).toThrow('not in the contracts');
  });

  it('lets no envelope pass that would be larger than an event may be', () => {
    const envelopeOf = (pad: string) => ({
      ...frame,
      source: '/yiyang/institution-registry',
      type: 'yiyang.visit.paid.v1',
      sequence: 99_999,
      causationid: frame.correlationid,
      data: { visitId: frame.subject, pad },
    });
    const bytes = (pad: string) => Buffer.byteLength(JSON.stringify(envelopeOf(pad)));
    const accepted = (length: number) => {
      try {
        validateForProduction('yiyang.visit.paid.v1', envelopeOf('x'.repeat(length)).data, PADDED);
        return true;
      } catch {
        return false;
      }
    };
    const longest = [...Array(MOST_EVENT_BYTES).keys()].filter(accepted).at(-1) ?? 0;
    expect(bytes('x'.repeat(longest))).toBeLessThanOrEqual(MOST_EVENT_BYTES);
    expect(bytes('x'.repeat(longest))).toBeGreaterThan(MOST_EVENT_BYTES - 40);
  });
});
