import { ValidateBy } from 'class-validator';
import { isKnownDivision } from '@yiyang/standards';

/** A known county, city or province of GB/T 2260. */
export const IsDivision = () =>
  ValidateBy({
    name: 'isDivision',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && /^\d{6}$/.test(value) && isKnownDivision(value),
      defaultMessage: () => 'a known division of GB/T 2260, 6 digits',
    },
  });
