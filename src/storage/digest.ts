import { createHash, type Hash, hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What names a content: the same for the same bytes, on any machine. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  let bytes: Hash | undefined;
  let texts = '';
  for (const part of parts) {
    // Joined: to hand each over takes longer than to digest it.
    if (typeof part === 'string') texts += `${part}\0`;
    else {
      bytes = (bytes ?? createHash('sha256')).update(texts).update(part);
      texts = '\0';
    }
  }
  const digest = bytes ? bytes.update(texts).digest() : hash('sha256', texts, 'buffer');
  // Half of it, cut in bytes: cut from a text, each would keep the whole of it in memory.
  return digest.toString('hex', 0, 10);
}

const rendering = new Map<string, string>();

/** Names all the code that pages are made of, with their styles. */
export function digestOfRenderingCode(root: string): string {
  const found = rendering.get(root);
  if (found !== undefined) return found;
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  const digest = digestOf(digestOfReadingCode(root), ...files.map((file) => readFileSync(file)));
  rendering.set(root, digest);
  return digest;
}

/** Rooms whose code decides what is read in an article's file, and what is found wrong there. */
const READING_ROOMS = ['src/content', 'src/images', 'src/lib', 'src/model'];

const known = new Map<string, string>();

/** Names the code that reads articles: what it said of a file is forgotten when it changes. */
export function digestOfReadingCode(root: string): string {
  const found = known.get(root);
  if (found !== undefined) return found;
  const files = READING_ROOMS.map((room) => join(root, room))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .sort()
        .map((name) => join(folder, name)),
    );
  const lock = join(root, 'package-lock.json');
  const digest = digestOf(
    ...[...files, ...(existsSync(lock) ? [lock] : [])].map((file) => readFileSync(file)),
  );
  known.set(root, digest);
  return digest;
}
