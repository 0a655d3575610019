import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Records } from './entries.ts';

const FOLDER = 'pagefind/fragment';
/** Pagefind begins what it compresses with its own mark. */
const MARK = 'pagefind_dcd';

/** What the search knows of each article, by its address. */
export function readSearchRecords(root: string, plain: (text: string) => string): Records {
  const names = listFolder(join(root, FOLDER));
  return new Map(
    names
      .map((name) => {
        const text = gunzipSync(readFileSync(join(root, FOLDER, name))).toString();
        const record = JSON.parse(text.slice(MARK.length)) as { url: string };
        return [record.url, plain(text)] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
