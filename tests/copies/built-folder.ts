import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Reads the files of a built site, by path. */
function filesOf(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path))]));
}

/** Lists the differences between two built sites: missing paths, and files with different contents. */
export function differences(one: string, other: string): string[] {
  const [left, right] = [filesOf(one), filesOf(other)];
  const paths = [...new Set([...left.keys(), ...right.keys()])];
  return paths.filter((path) => !left.get(path)?.equals(right.get(path) ?? Buffer.from('\0')));
}

/** Returns the modification time of each file. */
export function timesOf(folder: string): Map<string, number> {
  return new Map([...filesOf(folder).keys()].map((path) => [path, statSync(join(folder, path)).mtimeMs]));
}
