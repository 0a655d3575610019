import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rememberSeen, seenFiles, stampOf, stampOfFile } from '#content/files/seen-files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seen-'));
  writeFileSync(join(root, 'là.txt'), 'un texte');
});
afterEach(() => {
  rememberSeen(root, null);
  rmSync(root, { recursive: true });
});

const now = () => stampOf(statSync(join(root, 'là.txt')));

describe('the size and time of a file', () => {
  it('are those of the disk where nothing is remembered', () => {
    expect(stampOfFile(root, 'là.txt')).toBe(now());
    writeFileSync(join(root, 'là.txt'), 'un texte plus long');
    expect(stampOfFile(root, 'là.txt')).toBe(now());
    expect(stampOfFile(root, 'ailleurs.txt')).toBeNull();
    expect(stampOfFile(root, '.')).toBeNull();
  });

  it('are those that the check of a build saw, with or without a slash after the folder', () => {
    rememberSeen(root, new Map([['là.txt', '1 2']]));
    expect(stampOfFile(root, 'là.txt')).toBe('1 2');
    expect(stampOfFile(root + sep, 'là.txt')).toBe('1 2');
    expect([...seenFiles(root)]).toEqual([['là.txt', '1 2']]);
  });

  it('are those of the disk in another folder, for a file that came since, and once all is forgotten', () => {
    rememberSeen(join(root, 'ailleurs'), new Map([['là.txt', '1 2']]));
    expect(stampOfFile(root, 'là.txt')).toBe(now());
    rememberSeen(root, new Map());
    expect(stampOfFile(root, 'là.txt')).toBe(now());
    rememberSeen(root, new Map([['là.txt', '1 2']]));
    rememberSeen(root, null);
    expect(stampOfFile(root, 'là.txt')).toBe(now());
    expect([...seenFiles(root)]).toEqual([]);
  });
});
