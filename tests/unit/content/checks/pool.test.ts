import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openCheckPool } from '#content/checks/pool.ts';
import { checkSafety } from '#content/checks/safety.ts';
import { findContentFiles } from '#content/files/content-files.ts';

const MANY = 500;
const HIDDEN = 'un\u202Etexte';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'check-pool-'));
  mkdirSync(join(root, 'content'));
  for (let number = 0; number <= MANY; number += 1)
    writeFileSync(join(root, 'content', `${number}.yaml`), number === 7 ? HIDDEN : 'un texte');
});
afterAll(() => rmSync(root, { recursive: true }));

const pool = openCheckPool();
afterEach(() => pool.close());

describe('a pool of checks', () => {
  it('leaves a few files to its caller', async () => {
    expect(await pool.check({ kind: 'safety', root }, ['0.yaml'])).toBeNull();
  });

  it('returns the results of many files in their order', async () => {
    const names = Array.from({ length: MANY + 1 }, (_, number) => `${number}.yaml`);
    const found = (await pool.check({ kind: 'safety', root }, names)) ?? [];
    expect(found).toHaveLength(names.length);
    expect(found.flatMap(({ problems }, index) => (problems.length > 0 ? index : []))).toEqual([7]);
    expect(found.filter(({ stamp }) => stamp === null)).toHaveLength(1);
  });

  it('checks articles too, one task after the other', async () => {
    const known = { categories: new Map(), tags: new Set<string>(), authors: new Set<string>() };
    const slugs = Array.from({ length: MANY }, (_, number) => `article-${number}`);
    const first = await pool.check({ kind: 'articles', root, known }, slugs);
    const second = await pool.check({ kind: 'articles', root, known }, slugs);
    expect(first?.map(({ slug }) => slug)).toEqual(slugs);
    expect(second).toEqual(first);
    expect(first?.[0]?.problems[0]?.message).toBe('Ce dossier n’a pas d’article');
  });

  it('throws when a process stops', async () => {
    const names = Array.from({ length: MANY }, () => 'il-n-y-en-a-pas.yaml');
    await expect(pool.check({ kind: 'safety', root }, names)).rejects.toThrow('stopped with 1');
  });

  it('checks again only the files that were not safe', async () => {
    const check = () => checkSafety(root, findContentFiles(root), pool);
    const counts: number[] = [];
    const counted: typeof pool = {
      ...pool,
      check: (task, names) => {
        counts.push(names.length);
        return pool.check(task, names);
      },
    };
    const files = await check();
    expect(files.map(({ file }) => file)).toEqual(['content/7.yaml']);
    expect(await checkSafety(root, findContentFiles(root), counted)).toEqual(files);
    expect(counts).toEqual([1]);
  });
});
