import { Param, type PipeTransform } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';

const CLIENT_ID = /^[A-Za-z0-9._:-]{1,64}$/;

const checked: PipeTransform<string, string> = {
  transform: (value) => {
    if (CLIENT_ID.test(value)) return value;
    throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'clientId', rule: 'a client id of up to 64 characters' }] });
  },
};

/** The `clientId` of a path. */
export const ClientIdParam = (): ParameterDecorator => Param('clientId', checked);
