import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** A project's folder with a copy of the content, two of its articles at most. */
export function copyContent(): string {
  const root = mkdtempSync(join(tmpdir(), 'redaction-'));
  const kept = 'accelerateur-ou-incubateur';
  cpSync('tests/fixtures/content', join(root, 'content'), {
    recursive: true,
    filter: (path) => !/articles.[^/\\]+$/u.test(path) || path.endsWith(kept),
  });
  return root;
}

/** A picture of one colour, in pixels. */
export async function drawPicture(path: string, width: number, height: number): Promise<string> {
  await sharp({ create: { width, height, channels: 3, background: '#0f6b4a' } }).toFile(path);
  return path;
}
