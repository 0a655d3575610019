import { testTables } from '../../fixtures/search/test-tables.ts';

await testTables('tests/fixtures/content');
