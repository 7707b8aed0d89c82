import { refusal } from '@yiyang/decisions';
import { failureOf } from './failure.js';

const withCode = (code: string) => Object.assign(new Error('it failed'), { code });

describe('the class of a failure', () => {
  it.each(['08006', '08P01', '53300', '57P01', '57P03', '40001', '40P01', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])(
    'is passing for code %s',
    (code) => expect(failureOf(withCode(code))).toEqual({ kind: 'passing' }),
  );

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    'is passing when the driver says: %s',
    (message) => expect(failureOf(new Error(message))).toEqual({ kind: 'passing' }),
  );

  it.each(['23505', '22P02', '42P01', '57014', '40002', 'P0001'])('is unexpected for code %s', (code) =>
    expect(failureOf(withCode(code))).toEqual({ kind: 'unexpected', reason: `FAILED Error ${code}` }),
  );

  it('is not-yet for an id that is not known, refused for every other refusal', () => {
    expect(failureOf(refusal('UNKNOWN_REFERENCE'))).toEqual({ kind: 'not-yet', reason: 'UNKNOWN_REFERENCE' });
    expect(failureOf(refusal('CONSENT_EXPIRED'))).toEqual({ kind: 'refused', reason: 'CONSENT_EXPIRED' });
  });

  it('never repeats the text of an error', () => {
    expect(failureOf(new TypeError('示范姓名甲'))).toEqual({ kind: 'unexpected', reason: 'FAILED TypeError' });
    expect(failureOf('示范姓名甲')).toEqual({ kind: 'unexpected', reason: 'THROWN_VALUE' });
  });
});
