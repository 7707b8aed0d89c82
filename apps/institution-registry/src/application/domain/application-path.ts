import { explained, refusal, type Explained } from '@yiyang/decisions';
import { sourceOf, type Sourced } from '@yiyang/region-policy';
import type { Flag } from './flag.js';

export type ApplicationPath = 'FILING' | 'TWO_IN_ONE' | 'APPROVAL';

export interface PathQuestion {
  readonly kind: string;
  readonly side: 'MEDICAL' | 'CARE';
  /** Hospital level 1-3; undefined for kinds without one. */
  readonly level?: number;
  readonly investmentOrigin: string;
  /** Side of the institution this one belongs to, if it is a unit. */
  readonly hostSide?: 'MEDICAL' | 'CARE';
  readonly requestedPath?: ApplicationPath;
}

export interface PathPolicy {
  /** P-21: kinds that file when they are units of a care institution. */
  readonly internalFilingTypes: Sourced<readonly string[]>;
  /** P-22: kinds and capital origins that take the normal path. */
  readonly twoInOneExcludedTypes: Sourced<readonly string[]>;
  readonly twoInOneMaxLevel: Sourced<number>;
}

const CARE_FILING = { rule: 'REG-04', clause: '一(二)', source: '004 渝卫函〔2021〕299号' };

/**
 * Which way an application takes: a care institution only files (REG-04); clinic, clinic room, infirmary and nursing
 * station inside a care institution file (REG-05); a medical institution of level 2 or lower run by a care institution
 * gets establishment approval and practice registration in one step (REG-06) unless its type is excluded (REG-07).
 * Refuses a requested path that the law does not have.
 */
export function applicationPath(question: PathQuestion, policy: PathPolicy): Explained<ApplicationPath> {
  const path = lawfulPath(question, policy);
  const { requestedPath } = question;
  if (requestedPath === undefined || requestedPath === path.value) return path;
  throw refusal(refusalCode(question, path.value, requestedPath), {
    ...path.because,
    fields: [{ path: 'requestedPath', rule: `the path is ${path.value}` }],
  });
}

function lawfulPath(question: PathQuestion, policy: PathPolicy): Explained<ApplicationPath> {
  const { kind, side, level = 0, investmentOrigin, hostSide } = question;
  const inputs = { kind, level, investmentOrigin, hostSide: hostSide ?? null };
  if (side === 'CARE') return explained('FILING', { ...CARE_FILING, inputs: { kind } });
  if (hostSide !== 'CARE') return explained('APPROVAL', { rule: 'REG-06', inputs });
  const because = (rule: string, policy: Sourced<unknown>) => ({ rule, ...sourceOf(policy), inputs });
  const { internalFilingTypes, twoInOneExcludedTypes, twoInOneMaxLevel } = policy;
  if (internalFilingTypes.value.includes(kind)) return explained('FILING', because('REG-05', internalFilingTypes));
  const excluded = twoInOneExcludedTypes.value;
  if (excluded.includes(kind) || excluded.includes(investmentOrigin))
    return explained('APPROVAL', because('REG-07', twoInOneExcludedTypes));
  if (level <= twoInOneMaxLevel.value) return explained('TWO_IN_ONE', because('REG-06', twoInOneMaxLevel));
  return explained('APPROVAL', because('REG-06', twoInOneMaxLevel));
}

/**
 * Two in one is one application: a second one of the host for the same kind is looked at before it is decided. Source: REG-06.
 */
export function secondApplicationFlags(path: Explained<ApplicationPath>, hasOther: boolean): Flag[] {
  if (path.value !== 'TWO_IN_ONE' || !hasOther) return [];
  const { clause = '', source = '', policyVersion = '' } = path.because;
  return [{ rule: 'REG-06', code: 'SECOND_APPLICATION', severity: 'MINOR', clause, source, policyVersion }];
}

function refusalCode({ side }: PathQuestion, lawful: ApplicationPath, requested: ApplicationPath): string {
  if (side === 'CARE') return 'LICENCE_NOT_NEEDED';
  if (lawful === 'FILING') return 'FILING_ONLY';
  return requested === 'TWO_IN_ONE' ? 'TWO_IN_ONE_EXCLUDED' : 'WRONG_APPLICATION_PATH';
}
