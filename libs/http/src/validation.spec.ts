import { IsInt, IsOptional } from 'class-validator';
import { Refusal } from '@yiyang/decisions';
import { EachPart, OnePart } from './parts.decorator.js';
import { IsId } from './id.decorator.js';
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

class Visit {
  @IsId()
  elderId!: string;
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

  it('takes an id in capitals as the id that it is', async () => {
    const elderId = '0198F0A2-1B2C-7D3E-8F40-5061728394A5';
    const visit: unknown = await strictValidation().transform({ elderId }, { type: 'body', metatype: Visit });
    expect(visit).toEqual({ elderId: elderId.toLowerCase() });
    const refused = strictValidation().transform({ elderId: 7 }, { type: 'body', metatype: Visit });
    await expect(refused).rejects.toMatchObject({ code: 'MALFORMED_REQUEST' });
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
