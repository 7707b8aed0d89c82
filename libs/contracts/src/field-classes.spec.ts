import { z } from 'zod';
import { contractsOf } from './contract.js';
import { EVENT } from './event.js';
import { exampleOf } from './examples.js';
import { eventFields, fieldClasses, redact } from './field-classes.js';
import { fact, FIELD_CLASSES, id, type FieldClass } from './field.js';
import { TOPIC } from './topic.js';

const types = Object.values(EVENT);
const only = (...classes: FieldClass[]): ReadonlySet<FieldClass> => new Set(classes);

/** Parts of a field name that would announce personal data or free text. */
const SMELLS =
  /name|idnumber|idcard|certno|phone|mobile|address|diagnos|text|note|remark|comment|birthdate|birthday|gender|email|photo|signature|password/i;

describe('field classes', () => {
  it.each(types)('%s classes every field and explains it in English and Chinese', (type) => {
    const fields = eventFields(type);
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) {
      expect(FIELD_CLASSES).toContain(field.fieldClass);
      expect(field.description).toMatch(/^[ -~’]+$/);
      expect(field.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(types)('%s has no field that smells of personal data or free text', (type) => {
    expect(eventFields(type).filter(({ path }) => SMELLS.test(path))).toEqual([]);
  });

  it.each(types)('%s ends every id field in Id, and no other field', (type) => {
    const wrong = eventFields(type).filter(({ path, fieldClass }) => /Id$/.test(path) !== (fieldClass === 'id'));
    // A rule id is a public code of the requirements, no key of anybody.
    expect(wrong.map(({ path }) => path).filter((path) => path !== 'ruleId')).toEqual([]);
  });

  it('classes care state, stage and assessment level as health, and nothing else', () => {
    const health = types.flatMap((type) =>
      eventFields(type).flatMap(({ path, fieldClass }) => (fieldClass === 'health' ? [`${type} ${path}`] : [])),
    );
    expect(health).toEqual([
      `${EVENT.recordAssessmentCompletedV1} level`,
      `${EVENT.referralRequestedV1} stage`,
      `${EVENT.careStateChangedV1} from`,
      `${EVENT.careStateChangedV1} to`,
      `${EVENT.careStateChangedV1} stage`,
    ]);
  });

  it('gives the fields inside a list by the path of the list', () => {
    expect(fieldClasses(EVENT.accessRecordedV1)).toMatchObject({ 'entries.entryId': 'id', 'entries.at': 'fact' });
  });

  it('shows a field without a class as such', () => {
    const bare = contractsOf(
      { producer: 'referral', topic: TOPIC.referral, aggregate: 'referralId' },
      { 'yiyang.test.happened.v1': z.object({ referralId: id('Referral', '转诊标识'), loose: z.string() }) },
    );
    expect(fieldClasses('yiyang.test.happened.v1', bare)).toEqual({ referralId: 'id', loose: undefined });
  });
});

describe('redaction', () => {
  const careState = exampleOf(EVENT.careStateChangedV1).data;

  it('takes health fields from a reader who may not see them and leaves the rest as it is', () => {
    const { elderId, since, institutionId, referralId } = careState;
    const seen = redact(EVENT.careStateChangedV1, careState, only('id', 'fact'));
    expect(seen).toEqual({ elderId, since, institutionId, referralId });
  });

  it('takes a health field also when it is null', () => {
    expect(redact(EVENT.careStateChangedV1, { ...careState, from: null }, only('id', 'fact'))).not.toHaveProperty(
      'from',
    );
    expect(redact(EVENT.careStateChangedV1, { ...careState, from: null }, only('health'))).toHaveProperty('from', null);
  });

  it.each(types)('%s stays whole for a reader of all classes, and is empty for a reader of none', (type) => {
    const { data } = exampleOf(type);
    expect(redact(type, data, new Set(FIELD_CLASSES))).toEqual(data);
    expect(JSON.stringify(redact(type, data, only()))).not.toMatch(/"[^"]+":(?!\[)/);
  });

  it('redacts inside lists', () => {
    const { entries } = redact(EVENT.accessRecordedV1, exampleOf(EVENT.accessRecordedV1).data, only('id'));
    const [first] = entries as object[];
    expect(Object.keys(first ?? {}).sort()).toEqual(['entryId', 'organisationId']);
  });

  it('never lets out a field that the contract does not know, at any depth', () => {
    const all = new Set(FIELD_CLASSES);
    expect(redact(EVENT.careStateChangedV1, { ...careState, elderName: 'x' }, all)).not.toHaveProperty('elderName');
    const entries = [{ emergency: true, reader: 'x' }];
    expect(redact(EVENT.accessRecordedV1, { entries }, all)).toEqual({ entries: [{ emergency: true }] });
  });

  it('never lets out a field without a class', () => {
    const bare = contractsOf(
      { producer: 'referral', topic: TOPIC.referral, aggregate: 'a' },
      { 'yiyang.test.happened.v1': z.object({ a: fact('A', '甲', z.string()), loose: z.string() }) },
    );
    expect(redact('yiyang.test.happened.v1', { a: 'x', loose: 'y' }, new Set(FIELD_CLASSES), bare)).toEqual({ a: 'x' });
  });
});
