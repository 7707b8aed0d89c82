import { addDays, inScope, isWithin, percentOf, type CivilDate } from '@yiyang/standards';
import type { FactValueOf } from '../../fact/domain/fact-types.js';
import { factsInForce } from './house.js';
import { verdictOf, type Rule } from './verdict.js';

type Worker = FactValueOf<'STAFF_MEMBER'>;

/** Whom the rule means: whoever gives care, treats or manages; volunteers and other staff need no certificate (inf). */
const needsCertificate = ({ staffRole, engagement }: Worker) => staffRole !== 'OTHER' && engagement !== 'VOLUNTEER';

const proofsOf = ({ certifiedFrom, certifiedTo = null, trainedFrom, trainedTo = null }: Worker) => [
  ...(certifiedFrom ? [{ validFrom: certifiedFrom, validTo: certifiedTo }] : []),
  ...(trainedFrom ? [{ validFrom: trainedFrom, validTo: trainedTo }] : []),
];

/** 持证上岗: everybody has a valid certificate or a passed training; the rate is shown, steps towards it are the region's. Source: REG-34. */
export const certifiedStaff: Rule = {
  id: 'REG-34',
  zh: '持证上岗',
  part: 'CARE',
  clause: { source: '003篇三 铜仁市; 003篇七', clause: '三(四)' },
  check: (input) => {
    const staff = factsInForce(input, 'STAFF_MEMBER').filter(needsCertificate);
    if (staff.length === 0) return undefined;
    const uncertified = staff.filter(
      (worker) => !proofsOf(worker).some(({ validFrom, validTo }) => isWithin(input.on, validFrom, validTo)),
    );
    const certified = staff.length - uncertified.length;
    const ratePercent = percentOf(certified, staff.length)?.toFixed(1) ?? null;
    const changesOn = firstChange(staff, input.on);
    return verdictOf(
      { certificateOrTraining: true },
      { staff: staff.length, certified, ratePercent },
      uncertified.map((worker) => ({
        subject: worker.staffCode,
        code: 'STAFF_UNCERTIFIED',
        severity: 'MINOR',
        actual: {
          staffRole: worker.staffRole,
          certifiedTo: worker.certifiedTo ?? null,
          trainedTo: worker.trainedTo ?? null,
        },
      })),
      changesOn ? { changesOn } : {},
    );
  },
};

function firstChange(staff: readonly Worker[], on: CivilDate): CivilDate | undefined {
  const days = staff
    .flatMap(proofsOf)
    .flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, addDays(validTo, 1)]));
  return days.filter((day) => day > on).sort()[0];
}

/** A doctor practises at any site of the region of registration (区域注册), and nowhere else. Source: REG-35, 004 一(四). */
export const doctorsInRegion: Rule = {
  id: 'REG-35',
  zh: '医师执业地点区域注册',
  part: 'MEDICAL',
  clause: { source: '渝卫函〔2021〕299号', clause: '一(四)' },
  check: (input) => {
    const doctors = factsInForce(input, 'STAFF_MEMBER').filter(
      ({ staffRole, registeredRegion }) => staffRole === 'DOCTOR' && registeredRegion,
    );
    if (doctors.length === 0) return undefined;
    const outside = doctors.filter(({ registeredRegion }) => !inScope(registeredRegion ?? '', input.division));
    return verdictOf(
      { registeredRegionHolds: input.division },
      { doctors: doctors.length, outside: outside.length },
      outside.map(({ staffCode, registeredRegion }) => ({
        subject: staffCode,
        code: 'DOCTOR_OUTSIDE_REGION',
        severity: 'MAJOR',
        actual: { registeredRegion: registeredRegion ?? null, division: input.division },
      })),
    );
  },
};
