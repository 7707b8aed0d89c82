import { maskId, maskName, maskPhone } from './masking.js';

describe('masking', () => {
  it('shows of an id number neither birth date nor, in the strict view, region', () => {
    expect(maskId('11010519491231002X')).toBe('110105********002X');
    expect(maskId('11010519491231002X', 'STRICT')).toBe('1****************X');
  });

  it('hides a number whole when too little would be left to hide', () => {
    expect(maskId('110105490')).toBe('*********');
    expect(maskId('X', 'STRICT')).toBe('*');
    expect(maskId('')).toBe('');
  });

  it.each([
    ['张三', '张*'],
    ['张小明', '张**'],
    ['欧阳小明', '欧阳**'],
    ['欧阳锋', '欧阳*'],
    ['欧阳', '欧*'],
    ['张', '*'],
    ['𠮷田', '𠮷*'],
    ['Maria', 'M****'],
    ['', ''],
  ])('keeps of %j only the surname: %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['13812340000', '138****0000'],
    ['07158255120', '071****5120'],
    ['82551200', '****1200'],
    ['12349', '*****'],
  ])('hides the middle of the phone number %s: %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});
