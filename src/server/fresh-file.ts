import { readFileSync, statSync } from 'node:fs';

/**
 * Returns a function that parses a file again when it has changed, and otherwise returns the last value; also while
 * the file is missing, as during a build.
 *
 * @param parse returns `null` for an invalid text
 * @returns `null` until there is a valid file
 */
export function freshFile<Value>(path: string, parse: (text: string) => Value | null): () => Value | null {
  let value: Value | null = null;
  let stamp = '';
  return () => {
    try {
      const { mtimeMs, size } = statSync(path);
      if (`${mtimeMs} ${size}` !== stamp) {
        value = parse(readFileSync(path, 'utf8')) ?? value;
        stamp = `${mtimeMs} ${size}`;
      }
    } catch {
      // The file is missing.
    }
    return value;
  };
}
