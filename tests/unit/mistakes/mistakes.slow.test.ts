import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProject } from '#content/checks/project/project.ts';
import { rules } from '#content/checks/rule-list.ts';
import { type Finding, runRules } from '#content/checks/run-rules.ts';
import { mistakesOfText } from './body.ts';
import { mistakesOfFields } from './fields.ts';
import { mistakesOfFiles } from './files.ts';
import { mistakesOfPictures } from './pictures.ts';
import type { Mistake } from './mistake.ts';

const MISTAKES = [...mistakesOfFields, ...mistakesOfText, ...mistakesOfFiles, ...mistakesOfPictures];
/** The rules that run on any machine, without the network and without Grammalecte. */
const RULES = rules.filter(({ name }) => name !== 'liens externes' && name !== 'grammaire');
/** Earlier than all dates in the mistakes, except two that must be past. */
const NOW = new Date('2026-11-24T12:00:00Z');

/**
 * The texts that mention articles. Only those articles are copied, because every rule reads all articles for each
 * mistake.
 */
const NAMING = JSON.stringify(MISTAKES) + readFileSync('tests/fixtures/content/front-page.yaml', 'utf8');

function isNeeded(path: string): boolean {
  const [, slug] = /articles[\\/]([^\\/]+)$/u.exec(path) ?? [];
  return slug === undefined || NAMING.includes(slug);
}

let root = '';
let before = new Set<string>();

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'fautes-'));
  cpSync('tests/fixtures/content', join(root, 'content'), { recursive: true, filter: isNeeded });
  before = new Set((await find()).map(identify));
}, 60_000);

afterAll(() => rmSync(root, { recursive: true }));

async function find(): Promise<Finding[]> {
  const { problems } = await runRules(readProject(root, { external: false, now: NOW }), RULES);
  return problems.filter(({ severity }) => severity !== 'note');
}

const identify = ({ rule, file, message }: Finding) => `${rule} ${file} ${message}`;
const plain = (text: string) => text.replace(/[\u00A0\u202F]/gu, ' ');

/** Makes the mistake in the copy, returns the problems that are new, and restores the copy. */
async function findNew({ file, edit }: Mistake): Promise<{ found: Finding[]; text: string }> {
  const path = join(root, 'content', file);
  const was = Buffer.isBuffer(edit) && !before.size ? null : readIfThere(path);
  const isNewFolder = !existsSync(dirname(path));
  mkdirSync(dirname(path), { recursive: true });
  if (Buffer.isBuffer(edit)) writeFileSync(path, edit);
  else {
    const source = was?.toString() ?? '';
    expect(source, 'The article has no longer what the mistake spoils.').toContain(edit[0]);
    writeFileSync(
      path,
      source.replace(edit[0], () => edit[1]),
    );
  }
  const text = readFileSync(path, 'utf8');
  const found = (await find()).filter((finding) => !before.has(identify(finding)));
  if (was) writeFileSync(path, was);
  else rmSync(isNewFolder ? dirname(path) : path, { recursive: true });
  return { found, text };
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function lineOf(at: string | null, text: string): number {
  if (at === null) return 1;
  expect(text).toContain(at);
  return text.slice(0, text.indexOf(at)).split('\n').length;
}

describe('a mistake in a real article', () => {
  const sayings = new Map<string, string>();

  it.each(MISTAKES)('$name: has its message, at its line', async (mistake) => {
    const { found, text } = await findNew(mistake);
    const told = found.map(({ file, line, severity, message }) => ({
      file,
      line,
      severity,
      says: plain(message),
    }));
    const { at, severity, says } = mistake;
    expect(told).toContainEqual({ file: `content/${mistake.file}`, line: lineOf(at, text), severity, says });
    const rest = told.map((one) => one.says).filter((words) => words !== says);
    expect(rest.sort()).toEqual([...(mistake.also ?? [])].sort());
    const own = found.find(({ message }) => plain(message) === says);
    sayings.set(mistake.name, `${says} → ${own?.remedy}`);
    for (const { remedy } of found) expect(remedy).toMatch(/^[\p{Lu}«].{6}/u);
  });

  it('is one of forty at least, of which no two are told alike', () => {
    expect(sayings.size).toBeGreaterThanOrEqual(40);
    const alike = [...sayings].filter(([name, words]) =>
      [...sayings].some(([other, told]) => other !== name && told === words),
    );
    expect(alike).toEqual([]);
  });
});
