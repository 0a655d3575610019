import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** Creates a project folder with a copy of the content, reduced to at most two articles. */
export function copyContent(): string {
  const root = mkdtempSync(join(tmpdir(), 'redaction-'));
  const kept = 'accelerateur-ou-incubateur';
  cpSync('tests/fixtures/content', join(root, 'content'), {
    recursive: true,
    filter: (path) => !/articles.[^/\\]+$/u.test(path) || path.endsWith(kept),
  });
  return root;
}

/** Writes a picture of one colour, with its size in pixels. */
export async function drawPicture(path: string, width: number, height: number): Promise<string> {
  await sharp({ create: { width, height, channels: 3, background: '#0f6b4a' } }).toFile(path);
  return path;
}
