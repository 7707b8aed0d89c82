import { Injectable } from '@nestjs/common';
import { FieldProtection } from '@yiyang/persistence';

const PURPOSE = 'complaint';

/** Texts of complaints at rest. They may name anybody, so each is sealed, bound to its complaint and its place there. */
@Injectable()
export class ComplaintTexts {
  constructor(private readonly protection: FieldProtection) {}

  seal(id: string, place: 'text' | 'reply', text: string): Buffer {
    return this.protection.platformSeal(PURPOSE, Buffer.from(text), `${id}/${place}`);
  }

  open(id: string, place: 'text' | 'reply', sealed: Buffer): string {
    return this.protection.platformOpen(PURPOSE, sealed, `${id}/${place}`).toString();
  }
}
