import { Param, ParseUUIDPipe } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';

/** A path parameter that is a UUID; anything else is a malformed request that names it. */
export const UuidParam = (name: string): ParameterDecorator =>
  Param(
    name,
    new ParseUUIDPipe({
      exceptionFactory: () => refusal('MALFORMED_REQUEST', { fields: [{ path: name, rule: 'a UUID' }] }),
    }),
  );
