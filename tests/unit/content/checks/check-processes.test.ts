import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkProcesses } from '#content/checks/check-processes.ts';
import { checkSafety } from '#content/checks/check-safety.ts';
import { findContentFiles } from '#content/files/content-files.ts';

const MANY = 500;
const HIDDEN = 'un\u202Etexte';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'processes-'));
  mkdirSync(join(root, 'content'));
  for (let number = 0; number <= MANY; number += 1)
    writeFileSync(join(root, 'content', `${number}.yaml`), number === 7 ? HIDDEN : 'un texte');
});
afterAll(() => rmSync(root, { recursive: true }));

const processes = checkProcesses();
afterEach(() => processes.close());

describe('processes that check', () => {
  it('leave a few files to who asks', async () => {
    expect(await processes.check({ kind: 'safety', root }, ['0.yaml'])).toBeNull();
  });

  it('find of many what is found of each, in the order in which they are named', async () => {
    const names = Array.from({ length: MANY + 1 }, (_, number) => `${number}.yaml`);
    const found = (await processes.check({ kind: 'safety', root }, names)) ?? [];
    expect(found).toHaveLength(names.length);
    expect(found.flatMap(({ problems }, index) => (problems.length > 0 ? index : []))).toEqual([7]);
    expect(found.filter(({ stamp }) => stamp === null)).toHaveLength(1);
  });

  it('check articles too, one task after the other', async () => {
    const known = { categories: new Map(), tags: new Set<string>(), authors: new Set<string>() };
    const slugs = Array.from({ length: MANY }, (_, number) => `article-${number}`);
    const first = await processes.check({ kind: 'articles', root, known }, slugs);
    const second = await processes.check({ kind: 'articles', root, known }, slugs);
    expect(first?.map(({ slug }) => slug)).toEqual(slugs);
    expect(second).toEqual(first);
    expect(first?.[0]?.problems[0]?.message).toBe('Ce dossier n’a pas d’article');
  });

  it('fail a check that they could not end', async () => {
    const names = Array.from({ length: MANY }, () => 'il-n-y-en-a-pas.yaml');
    await expect(processes.check({ kind: 'safety', root }, names)).rejects.toThrow('stopped with 1');
  });

  it('let files that were found safe be, and look again at the others', async () => {
    const check = () => checkSafety(root, findContentFiles(root), processes);
    const asked: number[] = [];
    const counted: typeof processes = {
      ...processes,
      check: (task, names) => {
        asked.push(names.length);
        return processes.check(task, names);
      },
    };
    const files = await check();
    expect(files.map(({ file }) => file)).toEqual(['content/7.yaml']);
    expect(await checkSafety(root, findContentFiles(root), counted)).toEqual(files);
    expect(asked).toEqual([1]);
  });
});
