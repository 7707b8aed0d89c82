import { INVESTMENT_ORIGINS, MEDICAL_INSTITUTION_KINDS } from '@yiyang/standards';
import { applicationPath, type ApplicationPath, type PathPolicy } from '../../application/domain/application-path.js';

export interface PathChange {
  readonly kind: string;
  readonly hospitalLevel: number;
  readonly investmentOrigin: string;
  readonly before: ApplicationPath;
  readonly after: ApplicationPath;
}

const LEVELS = [1, 2, 3];

/** Units of a care institution whose application would take another path. Sources: REG-05 to REG-07. */
export function pathChanges(before: PathPolicy, after: PathPolicy): PathChange[] {
  return MEDICAL_INSTITUTION_KINDS.flatMap(({ code: kind }) =>
    LEVELS.flatMap((level) =>
      INVESTMENT_ORIGINS.flatMap(({ code: investmentOrigin }): PathChange[] => {
        const question = { kind, level, investmentOrigin, side: 'MEDICAL', hostSide: 'CARE' } as const;
        const [was, is] = [applicationPath(question, before).value, applicationPath(question, after).value];
        return was === is ? [] : [{ kind, hospitalLevel: level, investmentOrigin, before: was, after: is }];
      }),
    ),
  );
}
