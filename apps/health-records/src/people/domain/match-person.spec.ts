import { comparable, matchPerson } from './match-person.js';

const STORED = { elderId: 'stored', name: '王桂芳', isPrimary: true };
const APART = { elderId: 'apart', name: '王桂芬', isPrimary: false };

it('finds nobody under an unknown number', () => {
  expect(matchPerson([], '王桂芳')).toEqual({ outcome: 'NEW' });
});

it('REC-37 knows the same number and name as one person', () => {
  expect(matchPerson([STORED], '王桂芳')).toEqual({ outcome: 'KNOWN', elderId: 'stored' });
});

it('REC-37 does not merge the same number under a different name', () => {
  expect(matchPerson([STORED], '王桂芬')).toEqual({ outcome: 'NAME_DIFFERS', candidateId: 'stored' });
});

it('recognises a person who waits for a decision, and compares a third name with the first', () => {
  expect(matchPerson([APART, STORED], '王桂芬')).toEqual({ outcome: 'KNOWN', elderId: 'apart' });
  expect(matchPerson([APART, STORED], '王贵芳')).toEqual({ outcome: 'NAME_DIFFERS', candidateId: 'stored' });
});

it.each([
  ['阿依古丽·买买提', '阿依古丽•买买提'],
  ['王 桂芳', '王桂芳'],
  ['Ａnna Li', 'anna li'],
])('takes %s and %s for one name', (one, other) => {
  expect(comparable(one)).toBe(comparable(other));
});
