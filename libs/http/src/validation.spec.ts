import { IsInt, IsOptional } from 'class-validator';
import { Refusal } from '@yiyang/decisions';
import { EachPart, OnePart } from './parts.decorator.js';
import { strictValidation } from './validation.js';

class Line {
  @IsInt()
  quantity!: number;
}

class Bill {
  @EachPart(() => Line)
  lines!: Line[];

  @IsOptional()
  @OnePart(() => Line)
  total?: Line;
}

const pathsOf = async (body: object): Promise<string[]> => {
  try {
    await strictValidation().transform(body, { type: 'body', metatype: Bill });
    return [];
  } catch (error) {
    return ((error as Refusal).detail.fields ?? []).map(({ path, rule }) => `${path}: ${rule}`);
  }
};

describe('strictValidation', () => {
  it('accepts what the class describes', async () => {
    expect(await pathsOf({ lines: [{ quantity: 1 }] })).toEqual([]);
  });

  it('names nested fields by their path', async () => {
    expect(await pathsOf({ lines: [{ quantity: 1 }, { quantity: 'x' }] })).toEqual([
      'lines[1].quantity: must be an integer number',
    ]);
  });

  it.each([[[[]]], [[[{ quantity: 1 }]]], [[null]], [['x']]])(
    'refuses what is no object in a list: %j',
    async (lines) => {
      expect(await pathsOf({ lines })).not.toEqual([]);
    },
  );

  it('refuses a list in the place of an object', async () => {
    expect(await pathsOf({ lines: [], total: { quantity: 1 } })).toEqual([]);
    expect(await pathsOf({ lines: [], total: [{ quantity: 1 }] })).toEqual(['total: must be an object']);
  });

  it('refuses unknown fields by name', async () => {
    expect(await pathsOf({ lines: [], approvedBy: 'me' })).toEqual(['approvedBy: unknown field']);
  });

  it.each(['11010519491231002X', '桂兰芳示范', 'a b', 'x'.repeat(41)])(
    'does not echo a key that may be a value: %s',
    async (key) => {
      expect(await pathsOf({ lines: [], [key]: 1 })).toEqual(['?: unknown field']);
    },
  );
});
