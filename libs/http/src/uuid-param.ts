import { Param, type PipeTransform } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One id is one text: capitals in a path would otherwise become another key of locks, events and audit entries. */
class LowerCaseUuid implements PipeTransform<unknown, string> {
  constructor(private readonly name: string) {}

  transform(value: unknown): string {
    if (typeof value !== 'string' || !UUID.test(value))
      throw refusal('MALFORMED_REQUEST', { fields: [{ path: this.name, rule: 'a UUID' }] });
    return value.toLowerCase();
  }
}

/** A path parameter that is a UUID, in lower case; anything else is a malformed request that names it. */
export const UuidParam = (name: string): ParameterDecorator => Param(name, new LowerCaseUuid(name));
