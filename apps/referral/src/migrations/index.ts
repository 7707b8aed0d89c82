import type { Migration } from '@yiyang/persistence';
import { CreateCopies1764000001200 } from './1764000001200-create-copies.js';
import { CreateReferrals1764000001210 } from './1764000001210-create-referrals.js';
import { WithholdBeds1764000001240 } from './1764000001240-withhold-beds.js';
import { CreateBedsAndStates1764000001220 } from './1764000001220-create-beds-and-states.js';
import { AddAgreementSuspension1764000001590 } from './1764000001590-add-agreement-suspension.js';

export const referralMigrations: readonly Migration[] = [
  CreateCopies1764000001200,
  CreateReferrals1764000001210,
  CreateBedsAndStates1764000001220,
  AddAgreementSuspension1764000001590,
  WithholdBeds1764000001240,
];
