import { nodesOf, parseBodyOrNull } from './mdx-tree.ts';

/** Whether a text contains import or export statements, which only a module compiler can resolve. */
export function bodyImports(body: string): boolean {
  return /^(?:import|export)\s/mu.test(body);
}

/**
 * Returns the file names of the pictures of a text, in order; none when it cannot be parsed, which the content check
 * reports.
 */
export function pictureFilesOf(body: string): string[] {
  if (!body.includes('![')) return [];
  const found = new Set<string>();
  for (const { type, url } of nodesOf(parseBodyOrNull(body)))
    if (type === 'image' && url?.startsWith('./')) found.add(decodeURI(url.slice(2)));
  return [...found];
}
