import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { DatabaseLocation } from '#comments/store/database/open.ts';
import { findPostgres } from '#cli/postgres.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

/** Creates empty stores of one kind. */
export interface StoreKind {
  name: 'SQLite' | 'PostgreSQL';
  /** Creates an empty store, and returns its location. */
  create(): Promise<DatabaseLocation>;
}

/** Runs the same tests on SQLite and on PostgreSQL. A machine without PostgreSQL reports them as skipped. */
export function describeStores(name: string, tests: (kind: StoreKind) => void): void {
  describe(`${name}, on SQLite`, () => {
    let folder = '';
    let count = 0;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'store-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    tests({
      name: 'SQLite',
      create: () => Promise.resolve({ file: join(folder, String((count += 1)), 'comments.sqlite') }),
    });
  });
  describe.skipIf(findPostgres() === null)(
    `${name}, on PostgreSQL (skipped where it is not installed)`,
    () => {
      let server: PostgresServer;
      beforeAll(async () => {
        server = await startPostgres();
      });
      afterAll(() => server.remove());
      tests({ name: 'PostgreSQL', create: async () => ({ url: await server.createDatabase() }) });
    },
  );
}
