import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginCheck, takeCheck } from '#content/checks/check-ahead.ts';
import { examineContent } from '#content/checks/check-content.ts';
import { stampsOf } from '#content/files/seen-files.ts';
import { smallContent } from '../small-content.ts';

let root: string;
beforeEach(() => (root = smallContent(['bon', 'autre'])));
afterEach(() => rmSync(root, { recursive: true }));

describe('a check that is begun ahead', () => {
  it('finds what a check finds, and tells the files that it saw', async () => {
    writeFileSync(join(root, 'content/articles/bon/index.mdx'), 'rien');
    beginCheck(root);
    const { problems, waiting, files } = await examineContent(root);
    expect(problems).not.toEqual([]);
    expect(await takeCheck(root)).toEqual({ problems, waiting, files: stampsOf(files) });
  });

  it('is for the one build that asks first, of the same folder', async () => {
    beginCheck(root);
    expect(takeCheck(join(root, 'content'))).toBeNull();
    const check = takeCheck(root);
    expect(takeCheck(root)).toBeNull();
    expect((await check)?.problems).toEqual([]);
  });

  it('fails where the check does', async () => {
    rmSync(join(root, 'content/tags.yaml'));
    mkdirSync(join(root, 'content/tags.yaml'));
    beginCheck(root);
    await expect(takeCheck(root)).rejects.toThrow(/EISDIR/u);
  });
});
