import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeText } from '#lib/normalize-text.ts';
import type { Place } from '#model/problems.ts';

/** A text file of content/, with its places by line and column, and by offset. */
export interface SourceFile {
  /** Path from the project's root, with « / ». */
  file: string;
  /** Without byte order mark, with « \n » at line ends, in Unicode NFC. Offsets refer to this text. */
  text: string;
  /** The text on disk. */
  written: string;
  /** Whether the file is valid UTF-8; if not, no fix may write it. */
  isUtf8: boolean;
  placeAt(offset: number): Place;
  offsetAt(place: Place): number;
}

/** Reads a text file of the project. */
export function readSource(root: string, file: string): SourceFile {
  const bytes = readFileSync(join(root, file));
  const written = bytes.toString('utf8');
  return { ...sourceOf(file, written), isUtf8: Buffer.from(written, 'utf8').equals(bytes) };
}

/** Makes a source file of this text. */
export function sourceOf(file: string, written: string): SourceFile {
  const text = normalizeText(written);
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  return {
    file,
    text,
    written,
    isUtf8: true,
    placeAt(offset) {
      const after = starts.findIndex((start) => start > offset);
      const line = after === -1 ? starts.length : after;
      return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
    },
    offsetAt: ({ line, column }) => (starts[line - 1] ?? text.length) + column - 1,
  };
}
