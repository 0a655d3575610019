import { join } from 'node:path';
import { writeAtomically } from '#storage/atomic-write.ts';
import type { TreeNode } from '#content/files/mdx-tree.ts';
import { type ContentDocument, type Project, readDocument } from '#content/checks/project/project.ts';
import type { Fix } from '#content/checks/rule.ts';
import type { Finding } from '#content/checks/run-rules.ts';
import { type SourceFile, sourceOf } from '#content/checks/project/source-file.ts';

/**
 * Writes the safe fixes to the files. Each file is replaced atomically, and left unchanged when it is not UTF-8 or when
 * the fixes would change its fields or its markup.
 *
 * @returns the number of fixes written
 */
export function applyFixes({ root, documents }: Project, problems: readonly Finding[]): number {
  let written = 0;
  for (const document of documents) {
    const { source } = document;
    const fixes = inOrder(problems.flatMap(({ file, fix }) => (file === source.file && fix ? [fix] : [])));
    if (fixes.length === 0 || !source.isUtf8) continue;
    const text = fixedText(source, fixes);
    if (!readsTheSame(document, readDocument(document.kind, document.slug, sourceOf(source.file, text))))
      continue;
    writeAtomically(join(root, source.file), text, true);
    written += fixes.length;
  }
  return written;
}

/** Sorts fixes by offset, and drops a fix that overlaps the previous one: the next round finds it again. */
function inOrder(fixes: readonly Fix[]): Fix[] {
  const kept: Fix[] = [];
  for (const fix of [...fixes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1);
    if (!last || fix.start >= last.end) kept.push(fix);
  }
  return kept;
}

/** Applies the fixes to the text on disk, and preserves its byte order mark and its line endings. */
function fixedText({ written }: SourceFile, fixes: readonly Fix[]): string {
  const pieces = [...written.matchAll(/\r\n?|[^]\p{M}*/gu)].map(([piece]) => piece);
  const places: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece !== '\uFEFF' || at > 0)
      for (let unit = 0; unit < widthOf(piece); unit += 1) places.push(at + unit);
    at += piece.length;
  }
  places.push(written.length);
  let result = '';
  let from = 0;
  for (const { start, end, replacement } of fixes) {
    result += written.slice(from, places[start] ?? written.length) + replacement;
    from = places[end] ?? written.length;
  }
  return result + written.slice(from);
}

/**
 * The length of a piece after normalization, to which offsets refer: any line ending counts as one character, and so
 * does a letter with combining accents.
 */
function widthOf(piece: string): number {
  return piece.startsWith('\r') ? 1 : piece.normalize('NFC').length;
}

/** Whether two versions have the same fields and the same markup, whatever their words. */
function readsTheSame(before: ContentDocument, after: ContentDocument): boolean {
  const shape = ({ fields, tree }: ContentDocument) =>
    JSON.stringify([fields.faults.length, fieldNames(fields.data), tree && shapeOf(tree)]);
  return shape(before) === shape(after);
}

function fieldNames(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([name, inner]) => [name, fieldNames(inner)]);
}

function shapeOf({ type, name, url, children = [] }: TreeNode): unknown {
  return [type, name, url, children.map(shapeOf)];
}
