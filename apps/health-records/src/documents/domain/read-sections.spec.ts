import { Refusal } from '@yiyang/decisions';
import { codesOf, RECORD_DOCUMENT_TYPES } from '@yiyang/standards';
import { isSameText, readSections, sectionsOf } from './read-sections.js';

it('knows the eight sections of a discharge summary and the twelve of a nursing summary', () => {
  expect(sectionsOf('DISCHARGE_SUMMARY')).toHaveLength(8);
  expect(sectionsOf('NURSING_SUMMARY')).toHaveLength(12);
});

it.each(codesOf(RECORD_DOCUMENT_TYPES))('takes every section of %s', (type) => {
  const sections = Object.fromEntries(sectionsOf(type).map((code) => [code, 'x']));
  expect(readSections(type, sections)).toBe(sections);
});

it.each([
  ['none', {}],
  ['one of another type', { DISCHARGE_DIAGNOSIS: 'x', SLEEP: 'x' }],
  ['a diagnosis as the code', { 阿尔茨海默病: 'x' }],
])('refuses %s without repeating it', (_, sections) => {
  try {
    readSections('DISCHARGE_SUMMARY', sections);
    expect('a refusal').toBe('thrown');
  } catch (error) {
    const { code, detail } = error as Refusal;
    expect(code).toBe('MALFORMED_REQUEST');
    expect(detail.fields).toEqual([
      { path: 'sections', rule: expect.stringContaining('DISCHARGE_DIAGNOSIS') as string },
    ]);
    expect(JSON.stringify(detail)).not.toMatch(/SLEEP|阿尔茨海默病/);
  }
});

it('compares texts, not the order of their sections', () => {
  expect(isSameText({ A: '1', B: '2' }, { B: '2', A: '1' })).toBe(true);
  expect(isSameText({ A: '1' }, { A: '1', B: '2' })).toBe(false);
  expect(isSameText({ A: '1' }, { A: '2' })).toBe(false);
});
