import { IsInt, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { Refusal } from '@yiyang/decisions';
import { strictValidation } from './validation.js';

class Line {
  @IsInt()
  quantity!: number;
}

class Bill {
  @ValidateNested({ each: true })
  @Type(() => Line)
  lines!: Line[];
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
