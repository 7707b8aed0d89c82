import { ValidateBy } from 'class-validator';
import { isKnownDivision, parseCreditCode } from '@yiyang/standards';

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

/** A known county, city or province of GB/T 2260. */
export const IsDivision = () =>
  ValidateBy({
    name: 'isDivision',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && /^\d{6}$/.test(value) && isKnownDivision(value),
      defaultMessage: () => 'a known division of GB/T 2260, 6 digits',
    },
  });
