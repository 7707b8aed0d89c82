import { acceptedId } from './request-ids.js';

describe('ids of a caller', () => {
  it.each(['req-1', '019c0e2a-7b55-7498-ba1a-30412df53951', 'a.b:c_d', '1795406986080', '20260302013000123'])(
    'are taken: %s',
    (id) => {
      expect(acceptedId(id)).toBe(id);
    },
  );

  it.each([undefined, '', 'a b', '"x"', 'x'.repeat(129), '咸安', ['a', 'b']])(
    'are replaced when malformed: %p',
    (id) => {
      expect(acceptedId(id)).toBeUndefined();
    },
  );

  it.each(['421202194910012467', 'elder-421202194910012467', '42120219491001246X', '13800138000', 'tel:13800138000'])(
    'are replaced when they look like a person’s number: %s',
    (id) => expect(acceptedId(id)).toBeUndefined(),
  );
});
