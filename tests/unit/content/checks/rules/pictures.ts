import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Rule } from '#content/checks/rule.ts';
import { article } from '../../../cli/project.ts';

const FOLDER = 'content/articles/essai';

export const red = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });

/** Returns the sorted names of the pictures, in an article's folder, that a rule reports. */
export async function refusedPictures(rule: Rule, pictures: Record<string, Buffer>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    mkdirSync(join(root, FOLDER), { recursive: true });
    for (const [name, bytes] of Object.entries(pictures)) writeFileSync(join(root, FOLDER, name), bytes);
    const project = { root, documents: [article('')], lists: {}, external: false, now: new Date() };
    const problems = await rule.check(project as never);
    return problems.map(({ file }) => file.replace(`${FOLDER}/`, '')).sort();
  } finally {
    rmSync(root, { recursive: true });
  }
}
