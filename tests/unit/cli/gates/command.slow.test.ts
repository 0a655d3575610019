import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

const COMMAND = resolve('src/cli/gates.ts');
let clone = '';
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'gates-'));
  for (const part of ['content', 'quality.json']) cpSync(part, join(clone, part), { recursive: true });
});
afterAll(() => rmSync(clone, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

function gates(...args: string[]) {
  const env = { ...process.env, GITHUB_STEP_SUMMARY: '', SITE_FOLDER: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: clone,
    env,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

describe('the gates of a project that was never built', () => {
  it('judge what editors write', () => {
    const { status, said } = gates('content');
    expect(said).toContain('✓ Textes de la rédaction');
    expect(status).toBe(0);
  });

  it('ask no tool that this machine happens to have', () => {
    const tools = mkdtempSync(join(tmpdir(), 'tools-'));
    const asked = join(tools, 'asked');
    writeFileSync(join(tools, 'grammalecte-cli'), `#!/bin/sh\ntouch ${asked}\n`);
    chmodSync(join(tools, 'grammalecte-cli'), 0o755);
    vi.stubEnv('PATH', `${tools}:${process.env['PATH'] ?? ''}`);
    const { status } = gates('content');
    expect([status, existsSync(asked)]).toEqual([0, false]);
    rmSync(tools, { recursive: true });
  });

  it.each([[[]], [['content', 'links']]])('ask for a build when a site is to be judged: %j', (names) => {
    const { status, said } = gates(...names);
    expect(status).toBe(2);
    expect(said).toContain('npm run build');
  });

  it('name the gates there are when another is asked for', () => {
    expect(gates('liens')).toMatchObject({ status: 2, said: expect.stringContaining('weight') as string });
  });
});
