import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFile } from '#storage/durable-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'durable-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a durable file', () => {
  it('is created once by writers at the same time, and leaves no temporary file', async () => {
    const path = join(folder, 'a/b.yaml');
    const created = await Promise.all(['one', 'two', 'three'].map((text) => createFile(path, text)));
    expect(created.filter(Boolean)).toHaveLength(1);
    expect(readdirSync(join(folder, 'a'))).toEqual(['b.yaml']);
  });
});
