import { filingMaterials, type Certificate, type MaterialsPolicy } from './filing-materials.js';

const sourced = <Value>(value: Value) => ({ value, clause: '(二)', source: 'plan', policyVersion: 'set@1' });
const ALL = ['CONSTRUCTION', 'FIRE', 'FOOD_SAFETY', 'SANITATION'] as const;
const XIANNING: MaterialsPolicy = {
  elderCareCertificates: sourced(ALL),
  reusableQualifications: sourced(ALL),
  eligibleHolderTypes: sourced(null),
};
const WENSHAN: MaterialsPolicy = {
  ...XIANNING,
  reusableQualifications: sourced(['CONSTRUCTION', 'FOOD_SAFETY', 'SANITATION'] as const),
};
const JIANGXI: MaterialsPolicy = {
  ...XIANNING,
  eligibleHolderTypes: sourced(['COMMUNITY_HEALTH_CENTRE', 'COMMUNITY_HEALTH_STATION', 'TOWNSHIP_HOSPITAL']),
};
const ofHost: Certificate[] = ALL.map((code) => ({ code, holder: 'HOST' }));
const materials = (policy: MaterialsPolicy, certificates: Certificate[], hostKind = 'GENERAL_HOSPITAL') =>
  filingMaterials({ hostKind, certificates, on: '2024-05-10' }, policy);

describe('filingMaterials', () => {
  it('REG-09 lets a Xianning hospital with four valid certificates miss nothing', () => {
    const answer = materials(XIANNING, ofHost);
    expect(answer.value).toEqual({ required: ALL, reused: ALL, missing: [] });
    expect(answer.because).toMatchObject({ rule: 'REG-09', clause: '(二)', policyVersion: 'set@1' });
  });

  it('REG-09 counts a certificate on its last day and not after it', () => {
    const ending = (validTo: string) => ofHost.map((one) => (one.code === 'FIRE' ? { ...one, validTo } : one));
    expect(materials(XIANNING, ending('2024-05-10')).value.missing).toEqual([]);
    expect(materials(XIANNING, ending('2024-05-09')).value.missing).toEqual(['FIRE']);
  });

  it('REG-10 asks a Wenshan hospital for a fire certificate of its own', () => {
    expect(materials(WENSHAN, ofHost).value.missing).toEqual(['FIRE']);
    expect(materials(WENSHAN, [...ofHost, { code: 'FIRE', holder: 'OWN' }]).value.missing).toEqual([]);
  });

  it('REG-10 lets in Jiangxi only community and township institutions reuse what they have', () => {
    expect(materials(JIANGXI, ofHost).value.missing).toEqual(ALL);
    expect(materials(JIANGXI, ofHost, 'TOWNSHIP_HOSPITAL').value.missing).toEqual([]);
    expect(materials(JIANGXI, ofHost, 'COMMUNITY_HEALTH_CENTRE').value.missing).toEqual([]);
  });
});
