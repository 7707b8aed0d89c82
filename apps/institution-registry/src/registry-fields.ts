import { ValidateBy } from 'class-validator';
import { parseCreditCode } from '@yiyang/standards';

export { IsDivision } from '@yiyang/http';

/** 统一社会信用代码; the message says which check failed. */
export const IsCreditCode = () =>
  ValidateBy({
    name: 'isCreditCode',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && parseCreditCode(value).ok,
      defaultMessage: (args) => {
        const parsed = typeof args?.value === 'string' ? parseCreditCode(args.value) : undefined;
        return `a credit code of GB 32100; failed check: ${parsed && !parsed.ok ? parsed.check : 'FORMAT'}`;
      },
    },
  });
