import { v7 } from 'uuid';

/** A new id: UUIDv7, made in the application, so rows of one time lie together in the index. */
export function newId(): string {
  return v7();
}
