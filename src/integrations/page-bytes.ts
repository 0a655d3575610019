import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { viteAddition } from './vite-addition.ts';

/** In Astro’s runtime (7.3), what joins the parts of a page to one text, and what makes a response of its bytes. */
const JOINING = '/astro/dist/runtime/server/render/astro/render.js';
const ANSWERING = '/astro/dist/runtime/server/render/page.js';

const ours = (file: string) => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)));

/**
 * Has builds, which render pages by the thousand, write the parts of each in UTF-8 as they come, and pass its bytes on
 * without copies.
 */
export function pageBytes(): AstroIntegration {
  return viteAddition({
    name: 'page-bytes',
    apply: 'build',
    transform(code, id) {
      const file = id.replaceAll('\\', '/');
      if (file.endsWith(JOINING)) return { code: writeBytes(code), map: null };
      if (file.endsWith(ANSWERING)) return { code: passBytes(code), map: null };
      return undefined;
    },
  });
}

/** Puts a writer in place of the text that parts are added to, by the names that Astro gives it. */
function writeBytes(code: string): string {
  const changed = [
    ['let str = "";', 'const page = new PageWriter();'],
    ['str += doctype;', 'page.write(doctype);'],
    ['str += chunkToString(result, chunk);', 'page.write(String(chunkToString(result, chunk)));'],
    ['return str;', 'return page.close();'],
  ].reduce((text, [from = '', to = '']) => replaceOnce(text, from, to), code);
  return `import { PageWriter } from ${ours('./page-writer.ts')};\n${changed}`;
}

function passBytes(code: string): string {
  return `import { PageResponse as Response } from ${ours('./page-response.ts')};\n${code}`;
}

function replaceOnce(text: string, from: string, to: string): string {
  const [before, after, ...more] = text.split(from);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`Astro renders pages otherwise now, without one “${from}”: see ${import.meta.filename}`);
  return before + to + after;
}
