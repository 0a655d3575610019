import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFile } from '#storage/file-lock.ts';

let root: string;
let lock: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lock-'));
  lock = join(root, 'folder/build.lock');
});
afterEach(() => rmSync(root, { recursive: true }));

const hold = (times: number, temporary = root) =>
  spawn(
    process.execPath,
    [resolve('tests/unit/cli/build/lock-holder.ts'), lock, join(root, 'held'), String(times)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TMPDIR: temporary },
    },
  );

describe('a lock', () => {
  it('makes holders wait in one process too, by any path, and those of another file do not wait', async () => {
    const order: string[] = [];
    const release = await lockFile(lock, () => order.push('first waits'));
    (await lockFile(join(root, 'other.lock'), () => order.push('other waits')))();
    symlinkSync(join(root, 'folder'), join(root, 'alias'));
    const second = lockFile(join(root, 'alias/build.lock'), () => order.push('second waits')).then((free) => {
      order.push('second holds');
      free();
    });
    await expect.poll(() => order).toEqual(['second waits']);
    order.push('first releases');
    release();
    await second;
    expect(order).toEqual(['second waits', 'first releases', 'second holds']);
  });

  it('has one holder at a time among six processes, with temporary folders of their own', async () => {
    const holders = Array.from({ length: 6 }, (_, index) => {
      const temporary = join(root, `temporary-${index}`);
      mkdirSync(temporary);
      return hold(20, temporary);
    });
    const codes = await Promise.all(holders.map((holder) => once(holder, 'close')));
    expect(codes.map(([code]) => code as unknown)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(readdirSync(join(root, 'folder'))).toEqual(['build.lock']);
  });

  it('of a killed process is taken by one of those who wait, and by one alone', async () => {
    const killed = hold(0);
    await once(killed.stdout, 'data');
    const waiting = Array.from({ length: 5 }, () => hold(5));
    let waits = 0;
    const taken = lockFile(lock, () => (waits += 1));
    await expect.poll(() => waits).toBe(1);
    killed.kill('SIGKILL');
    (await taken)();
    const codes = await Promise.all(waiting.map((holder) => once(holder, 'close')));
    expect(codes.map(([code]) => code as unknown)).toEqual([0, 0, 0, 0, 0]);
    expect(readdirSync(join(root, 'folder'))).toEqual(['build.lock']);
  });

  it.each([
    ['a folder', () => mkdirSync(lock)],
    ['something else', () => writeFileSync(lock, 'This is a text, and no lock.'.repeat(100))],
  ])('that is %s is told in French, with its path', async (_, spoil) => {
    mkdirSync(join(root, 'folder'));
    spoil();
    await expect(lockFile(lock)).rejects.toThrow(`Le fichier ${lock} ne peut pas être verrouillé`);
  });
});
