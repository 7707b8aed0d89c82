import { assertMayComplain, assertMayReply } from './complaint.js';

const HOME = '01900000-0000-7000-8000-000000000101';

describe('complaints', () => {
  it('REG-46 lets everybody complain about an institution, save about its own', () => {
    expect(() => assertMayComplain(HOME, [])).not.toThrow();
    expect(() => assertMayComplain(HOME, [HOME])).toThrow('NOT_ALLOWED');
  });

  it('REG-46 lets the institution complained about reply, once', () => {
    expect(() => assertMayReply({ institutionId: HOME, replied: false }, [HOME])).not.toThrow();
    expect(() => assertMayReply({ institutionId: HOME, replied: true }, [HOME])).toThrow('COMPLAINT_REPLIED');
    expect(() => assertMayReply({ institutionId: HOME, replied: false }, [])).toThrow('NOT_ALLOWED');
  });
});
