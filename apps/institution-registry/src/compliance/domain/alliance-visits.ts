import { addDays } from '@yiyang/standards';
import { verdictOf, type Rule } from './verdict.js';

/** Rounds that alliance hospitals have planned here are done in time; one that is late is found until it is done. Source: CON-23, 003篇十五. */
export const plannedRounds: Rule = {
  id: 'CON-23',
  zh: '多对一巡诊',
  part: 'INTEGRATED',
  check: ({ openVisits, on }) => {
    if (openVisits.length === 0) return undefined;
    const missed = openVisits.filter(({ latestOn }) => latestOn < on);
    const nextOn = openVisits
      .map(({ latestOn }) => addDays(latestOn, 1))
      .filter((day) => day > on)
      .sort()[0];
    return verdictOf(
      { doneInTime: true },
      { open: openVisits.length, missed: missed.length },
      missed.map(({ id, kind, latestOn }) => ({
        subject: id,
        code: 'VISIT_MISSED',
        severity: 'MINOR',
        actual: { kind, latestOn },
      })),
      nextOn ? { changesOn: nextOn } : {},
    );
  },
};
