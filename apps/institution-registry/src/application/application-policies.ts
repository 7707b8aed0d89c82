import { Injectable } from '@nestjs/common';
import { sourceOf, type Sourced } from '@yiyang/region-policy';
import { Policies, valueOf } from '@yiyang/service';
import type { HospitalGrade, ReusableQualification } from '@yiyang/standards';
import type { AnswerLimit } from './domain/answer-clock.js';
import type { PathPolicy } from './domain/application-path.js';
import type { MaterialsPolicy } from './domain/filing-materials.js';

const KEYS = [
  'internalFilingTypes',
  'twoInOneExcludedTypes',
  'twoInOneMaxLevel',
  'elderCareCertificates',
  'reusableQualifications',
  'eligibleHolderTypes',
  'rules.REG-38',
  'rules.REG-58',
  'tcmElderWard.minGrade',
] as const;

const LIMIT_KEYS = ['greenChannel.limitWorkingDays', 'greenChannel.warningWorkingDays'] as const;

/** What a region says about applications. */
export interface ApplicationPolicy {
  readonly path: PathPolicy;
  readonly materials: MaterialsPolicy;
  readonly careAreaSeparated: Sourced<boolean> | undefined;
  /** Least grade of a hospital that sets up an elder ward; undefined where the rule does not apply. */
  readonly wardMinGrade: Sourced<HospitalGrade> | undefined;
}

/** Reads the regional policy of applications, by one statement each. */
@Injectable()
export class ApplicationPolicies {
  constructor(private readonly policies: Policies) {}

  async of(division: string, on: string): Promise<ApplicationPolicy> {
    const found = await this.policies.findAll(division, KEYS, on);
    const of = <Value>(key: (typeof KEYS)[number]): Sourced<Value> => valueOf<Value>(found, key);
    const switched = (rule: 'rules.REG-38' | 'rules.REG-58') => found.get(rule)?.value === true;
    return {
      path: {
        internalFilingTypes: of('internalFilingTypes'),
        twoInOneExcludedTypes: of('twoInOneExcludedTypes'),
        twoInOneMaxLevel: of('twoInOneMaxLevel'),
      },
      materials: {
        elderCareCertificates: of<readonly ReusableQualification[]>('elderCareCertificates'),
        reusableQualifications: of<readonly ReusableQualification[]>('reusableQualifications'),
        eligibleHolderTypes: of<readonly string[] | null>('eligibleHolderTypes'),
      },
      careAreaSeparated: switched('rules.REG-38') ? of<boolean>('rules.REG-38') : undefined,
      wardMinGrade:
        switched('rules.REG-58') && found.has('tcmElderWard.minGrade')
          ? of<HospitalGrade>('tcmElderWard.minGrade')
          : undefined,
    };
  }

  /** The set time for an answer; undefined where none is set. Source: REG-13. */
  async answerLimit(division: string, on: string): Promise<Sourced<AnswerLimit> | undefined> {
    const found = await this.policies.findAll(division, LIMIT_KEYS, on);
    if (!found.has('greenChannel.limitWorkingDays')) return undefined;
    const limit = valueOf<number>(found, 'greenChannel.limitWorkingDays');
    const { value: nearWorkingDays } = valueOf<number>(found, 'greenChannel.warningWorkingDays');
    return { ...sourceOf(limit), value: { workingDays: limit.value, nearWorkingDays } };
  }
}
