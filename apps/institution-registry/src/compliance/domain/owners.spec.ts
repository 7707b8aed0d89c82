import { aHome, policyFor, SHANGHAI, WENSHAN, XIANNING } from '../testing/an-input.js';
import { ownersOf } from './owners.js';
import type { Part } from './verdict.js';

const owners = (division: string | undefined, part: Part) => {
  const model = policyFor(aHome({ division: division as string }))('supervisionModel');
  return ownersOf(part, model?.value ?? 'HEALTH_LEADS');
};

describe('who sees to a finding', () => {
  it('GOV-01 Xianning: health leads the integrated service, civil affairs is told', () => {
    expect(owners(XIANNING, 'INTEGRATED')).toEqual({ owners: ['HEALTH'], copies: ['CIVIL_AFFAIRS'] });
  });

  it('GOV-03 Wenshan: two owners; Shanghai: medical service is health’s', () => {
    expect(owners(WENSHAN, 'INTEGRATED')).toEqual({ owners: ['HEALTH', 'CIVIL_AFFAIRS'], copies: [] });
    expect(owners(SHANGHAI, 'INTEGRATED')).toEqual({ owners: ['HEALTH'], copies: [] });
  });

  it('GOV-02 the medical part is health’s and the care part civil affairs’ everywhere', () => {
    for (const division of [XIANNING, WENSHAN, SHANGHAI])
      expect([owners(division, 'MEDICAL').owners, owners(division, 'CARE').owners]).toEqual([
        ['HEALTH'],
        ['CIVIL_AFFAIRS'],
      ]);
  });
});
