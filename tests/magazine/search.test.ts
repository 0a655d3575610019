import { describe } from 'vitest';
import { readSetting } from '#content/files/content-file.ts';
import { testTables } from '../fixtures/search/test-tables.ts';

describe.runIf(readSetting('.', 'name') === 'Innovations')('the search of Innovations', () =>
  testTables('content'),
);
