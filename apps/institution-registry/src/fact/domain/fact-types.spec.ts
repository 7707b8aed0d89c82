import { fieldClassesOf } from '@yiyang/access';
import { FACT_TYPE_CODES, factType } from './fact-types.js';

describe('the table of fact types', () => {
  it.each(FACT_TYPE_CODES)(
    '%s has a Chinese name, its rows, and fields that are classed where answers are made',
    (code) => {
      const { zh, from, fields } = factType(code);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(from).toMatch(/^(REG|CON)-\d\d(, (REG|CON)-\d\d)*$/);
      const classes = fieldClassesOf('fact');
      for (const [name, { identifies, rule }] of Object.entries(fields)) {
        expect(rule).not.toBe('');
        const kind = name === 'partnerId' ? 'ID' : identifies ? 'IDENTITY' : 'FACT';
        expect(`${name} ${classes.get(`value.${name}`)}`).toBe(`${name} ${kind}`);
      }
    },
  );

  it.each(FACT_TYPE_CODES)(
    '%s tells facts apart, and tells others, only by fields that it has and that name nobody',
    (code) => {
      const { fields, live, said = [], partner } = factType(code);
      for (const name of [...(typeof live === 'string' ? [] : live), ...said])
        expect(Object.keys(fields)).toContain(name);
      expect(said.filter((name) => fields[name]?.identifies || name === 'partnerId')).toEqual([]);
      expect('partnerId' in fields).toBe(partner !== undefined);
    },
  );
});
