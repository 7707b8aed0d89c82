import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsOptional,
  ValidateBy,
} from 'class-validator';
import { isRole } from '@yiyang/access';
import { OnePart, OptionalCivilDateField } from '@yiyang/http';
import {
  codesOf,
  CONSENT_GIVERS,
  CONSENT_PURPOSES,
  DATA_CLASSES,
  GUARDIAN_PROOFS,
  type ConsentGiver,
  type ConsentPurpose,
  type DataClass,
  type GuardianProof,
} from '@yiyang/standards';
import type { Giver } from './domain/consent.js';

const RELATIONS = codesOf(CONSENT_GIVERS).filter((code): code is Exclude<ConsentGiver, 'SELF'> => code !== 'SELF');
/** An event holds 1 KB, and with these the largest consent fits; consent-event-size.spec.ts proves it. */
export const MOST_RECIPIENTS = 4;
export const MOST_PURPOSES = 5;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isRecipient = (value: unknown): boolean =>
  typeof value === 'string' && (UUID.test(value) || (isRole(value) && value !== 'ELDER' && value !== 'INTEGRATOR'));

export class GiverBody {
  @ApiProperty({ description: '同意人 the elder, or a guardian with relation and proof', enum: ['ELDER', 'GUARDIAN'] })
  @IsIn(['ELDER', 'GUARDIAN'])
  kind!: Giver['kind'];

  @ApiPropertyOptional({ description: '与老人关系 relation of the guardian', enum: RELATIONS })
  @IsOptional()
  @IsIn(RELATIONS)
  relation?: Exclude<ConsentGiver, 'SELF'>;

  @ApiPropertyOptional({ description: '监护证明 proof of the guardian', enum: codesOf(GUARDIAN_PROOFS) })
  @IsOptional()
  @IsIn(codesOf(GUARDIAN_PROOFS))
  proof?: GuardianProof;
}

export class GiveConsentBody {
  @ApiProperty({ type: GiverBody })
  @IsDefined()
  @OnePart(() => GiverBody)
  giver!: GiverBody;

  @ApiProperty({ description: '接收方 roles or institution ids', type: [String], maxItems: MOST_RECIPIENTS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_RECIPIENTS)
  @ArrayUnique()
  @ValidateBy(
    { name: 'isRecipient', validator: { validate: isRecipient, defaultMessage: () => 'a role or an institution id' } },
    { each: true },
  )
  recipients!: string[];

  @ApiProperty({
    description: '使用目的 purposes',
    enum: codesOf(CONSENT_PURPOSES),
    isArray: true,
    maxItems: MOST_PURPOSES,
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PURPOSES)
  @ArrayUnique()
  @IsIn(codesOf(CONSENT_PURPOSES), { each: true })
  purposes!: ConsentPurpose[];

  @ApiProperty({ description: '数据类别 classes of data', enum: codesOf(DATA_CLASSES), isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DATA_CLASSES.length)
  @ArrayUnique()
  @IsIn(codesOf(DATA_CLASSES), { each: true })
  dataClasses!: DataClass[];

  @OptionalCivilDateField('有效期止 last day; without it until withdrawn')
  validTo?: string;
}
