import { readFileSync, statSync } from 'node:fs';

/**
 * What a file says, read again when the file changed. While it is away, as during a build, what it said last.
 *
 * @param make gives `null` for what it cannot read
 * @returns `null` as long as there never was such a file
 */
export function freshFile<Value>(path: string, make: (text: string) => Value | null): () => Value | null {
  let value: Value | null = null;
  let version = '';
  return () => {
    try {
      const { mtimeMs, size } = statSync(path);
      if (`${mtimeMs} ${size}` !== version) {
        value = make(readFileSync(path, 'utf8')) ?? value;
        version = `${mtimeMs} ${size}`;
      }
    } catch {
      // Away for now.
    }
    return value;
  };
}
