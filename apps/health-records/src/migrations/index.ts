import type { Migration } from '@yiyang/persistence';
import { CreateCopies1764000001100 } from './1764000001100-create-copies.js';
import { CreatePeople1764000001110 } from './1764000001110-create-people.js';
import { CreateRecords1764000001120 } from './1764000001120-create-records.js';

export const healthRecordsMigrations: readonly Migration[] = [
  CreateCopies1764000001100,
  CreatePeople1764000001110,
  CreateRecords1764000001120,
];
