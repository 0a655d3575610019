import { readFileSync, statSync } from 'node:fs';

/**
 * Returns a function that returns the parsed content of a file. It parses the file again when it has changed, and
 * returns the last valid value while the file is invalid or missing, for example during a build.
 *
 * @param parse returns `null` for an invalid text
 * @returns a function that returns `null` before the file is valid for the first time
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
