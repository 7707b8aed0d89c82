import { CONTRACTS, isEventType, topicsOf, typesOf } from './contracts.js';
import type { Contract } from './contract.js';
import { EVENT } from './event.js';
import { TOPIC } from './topic.js';

const contracts = Object.entries<Contract>(CONTRACTS);

describe('contracts', () => {
  it('has one contract for every event constant and no other', () => {
    expect(Object.keys(CONTRACTS).sort()).toEqual(Object.values(EVENT).sort());
  });

  it.each(Object.entries(EVENT))('names the constant %s after aggregate, fact and version', (name, type) => {
    const words = type.replace('yiyang.', '').split(/[.-]/);
    const camel = words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
    expect(name).toBe(camel);
  });

  it.each(contracts)('%s carries its own type, says when it is said, and holds its aggregate id', (type, contract) => {
    expect(contract.type).toBe(type);
    expect(type.endsWith(`.v${contract.version}`)).toBe(true);
    expect(contract.description.en).toMatch(/^[A-Z][ -~’]+$/);
    expect(contract.description.zh).toMatch(/\p{Script=Han}/u);
    expect(contract.schema.safeParse({}).error?.issues.map(({ path }) => path.join('.'))).toContain(contract.aggregate);
  });

  it('gives every topic at least one type, and every type one topic', () => {
    const types = Object.values(TOPIC).map((topic) => typesOf(topic));
    expect(types.every((ofTopic) => ofTopic.length > 0)).toBe(true);
    expect(types.flat().sort()).toEqual(Object.values(EVENT).sort());
  });

  it('knows the topics of a producer, with the one that every service writes', () => {
    expect(topicsOf('settlement')).toEqual([TOPIC.designation, TOPIC.claim, TOPIC.access]);
    expect(topicsOf('health-records')).toEqual([TOPIC.elder, TOPIC.record, TOPIC.access]);
  });

  it('knows its types and takes no inherited property for one', () => {
    expect(isEventType(EVENT.referralAcceptedV1)).toBe(true);
    expect(isEventType('yiyang.referral.accepted.v2')).toBe(false);
    expect(isEventType('constructor')).toBe(false);
  });
});
