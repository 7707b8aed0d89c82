import fc from 'fast-check';
import { EVENT } from './event.js';
import { exampleOf } from './examples.js';
import { parseEnvelope } from './parse-envelope.js';

const example = exampleOf(EVENT.recordAssessmentCompletedV1);
const text = (change: object) => JSON.stringify({ ...example, ...change });

describe('parseEnvelope', () => {
  it.each([
    ['text', JSON.stringify(example)],
    ['bytes', Buffer.from(JSON.stringify(example))],
    ['an object', example],
  ])('reads an event given as %s', (_, message) => {
    expect(parseEnvelope(message)).toEqual({ kind: 'event', envelope: example, data: example.data });
  });

  it('drops payload fields that a newer producer added', () => {
    const parsed = parseEnvelope(text({ data: { ...example.data, addedLater: 1 } }));
    expect(parsed).toMatchObject({ kind: 'event', data: example.data });
    expect(parsed).not.toHaveProperty('data.addedLater');
  });

  it('keeps envelope members that a newer producer added', () => {
    expect(parseEnvelope(text({ traceparent: '00-1' }))).toMatchObject({
      kind: 'event',
      envelope: { traceparent: '00-1' },
    });
  });

  it('tells a newer version from an unknown type', () => {
    expect(parseEnvelope(text({ type: 'yiyang.record.assessment-completed.v2' })).kind).toBe('newer-version');
    expect(parseEnvelope(text({ type: 'yiyang.record.burnt.v1' })).kind).toBe('unknown-type');
  });

  it('hands out the payload of what it does not know, so that it can be parked', () => {
    const parsed = parseEnvelope(text({ type: 'yiyang.record.burnt.v1', data: { later: 1 } }));
    expect(parsed).toMatchObject({ envelope: { subject: example.subject, data: { later: 1 } } });
  });

  it.each([
    ['no JSON', '{"specversion":', 'the message'],
    ['a list', '[]', 'the message'],
    ['nothing', undefined, 'the message'],
    ['an envelope without sequence', text({ sequence: undefined }), 'sequence'],
    ['sequence 0', text({ sequence: 0 }), 'sequence'],
    ['a region of 5 digits', text({ regioncode: '42120' }), 'regioncode'],
    ['a time without zone', text({ time: '2026-03-02T01:30:00' }), 'time'],
    ['a type of somebody else', text({ type: 'com.example.happened' }), 'type'],
    ['a payload without a required field', text({ data: { ...example.data, scale: undefined } }), 'data.scale'],
    ['a subject that is not the aggregate', text({ subject: example.id }), 'data.elderId'],
  ])('calls %s unreadable and names the path', (_, message, path) => {
    const parsed = parseEnvelope(message);
    expect(parsed).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining(`${path}: `) });
  });

  it('names the aggregate where it can still be read, so that only that one waits', () => {
    expect(parseEnvelope(text({ sequence: 0 }))).toMatchObject({ aggregateId: example.subject });
    expect(parseEnvelope(text({ data: {} }))).toMatchObject({ aggregateId: example.subject });
    expect(parseEnvelope('no JSON')).not.toHaveProperty('aggregateId');
    expect(parseEnvelope(text({ subject: '421202194910012467' }))).not.toHaveProperty('aggregateId');
  });

  it('never repeats a value in its reason', () => {
    const planted = '421202194910012467';
    const fields = [...Object.keys(example), ...Object.keys(example.data)];
    for (const field of fields) {
      const inData = field in example.data;
      const message = inData ? text({ data: { ...example.data, [field]: planted } }) : text({ [field]: planted });
      expect(JSON.stringify(parseEnvelope(message), ['reason'])).not.toContain(planted);
    }
    expect(JSON.stringify(parseEnvelope(`{"name": ${planted}x`))).not.toContain(planted);
  });

  it('never throws, whatever arrives', () => {
    fc.assert(fc.property(fc.anything(), (message) => parseEnvelope(message).kind === 'unreadable'));
    fc.assert(fc.property(fc.jsonValue(), (data) => typeof parseEnvelope(text({ data })).kind === 'string'));
    fc.assert(fc.property(fc.uint8Array(), (bytes) => parseEnvelope(Buffer.from(bytes)).kind === 'unreadable'));
  });
});
