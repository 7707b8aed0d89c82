import { EVENT, TOPIC, typesOf } from '@yiyang/contracts';
import { assertComplete, faultsOf, type ConsumerDefinition } from './consumer-definition.js';

const handler = () => undefined;

/** What of the topic it does not handle. */
const OTHERS = typesOf(TOPIC.agreement).filter(
  (type) => type !== EVENT.agreementSignedV1 && type !== EVENT.agreementEndedV1,
);

function aDefinition(changes: Partial<ConsumerDefinition> = {}): ConsumerDefinition {
  const handlers = new Map([
    [EVENT.agreementSignedV1, handler],
    [EVENT.agreementEndedV1, handler],
  ]);
  return {
    name: 'agreement-copy',
    kind: 'copy',
    topics: [TOPIC.agreement],
    tables: ['a'],
    ignore: OTHERS,
    handlers,
    ...changes,
  };
}

describe('a consumer definition', () => {
  it('is complete when every type is handled or ignored', () => {
    expect(OTHERS.length).toBeGreaterThan(0);
    expect(faultsOf(aDefinition())).toEqual([]);
  });

  it('must handle or ignore each type, not both and not neither', () => {
    expect(faultsOf(aDefinition({ ignore: OTHERS.filter((type) => type !== EVENT.agreementProposedV1) }))).toEqual([
      `agreement-copy must either handle or ignore ${EVENT.agreementProposedV1}`,
    ]);
    const both = aDefinition({ ignore: [...OTHERS, EVENT.agreementSignedV1] });
    expect(faultsOf(both)).toEqual([`agreement-copy must either handle or ignore ${EVENT.agreementSignedV1}`]);
  });

  it('names no type of another topic', () => {
    const foreign = aDefinition({ ignore: [...OTHERS, EVENT.elderRegisteredV1] });
    expect(faultsOf(foreign)).toEqual([
      `agreement-copy names ${EVENT.elderRegisteredV1}, which is in none of its topics or not the newest version`,
    ]);
  });

  it('lists tables exactly when it is a copy', () => {
    expect(faultsOf(aDefinition({ tables: [] }))).toEqual(['agreement-copy is a copy and lists no table']);
    expect(faultsOf(aDefinition({ kind: 'reaction' }))).toHaveLength(1);
    expect(faultsOf(aDefinition({ kind: 'reaction', tables: [] }))).toEqual([]);
  });

  it('stops the start when something is missing', () => {
    expect(() => assertComplete(aDefinition({ topics: [] }))).toThrow('reads no topic');
    expect(() => assertComplete(aDefinition())).not.toThrow();
  });
});
