import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { writeAtomically } from './atomic-write.ts';
import { digestOf } from './digest.ts';

/** The header is a line with the digest of the file's name and content. */
const HEADER_LENGTH = digestOf('').length + 1;

const headerOf = (file: string, content: Uint8Array) => Buffer.from(`${digestOf(basename(file), content)}\n`);

/** Writes a file with a checksum, by which a reader detects damage. */
export function writeChecksummed(file: string, content: Uint8Array): void {
  writeAtomically(file, Buffer.concat([headerOf(file, content), content]));
}

/** Reads the content of a checksummed file. @returns `null` when it is missing or damaged */
export function readChecksummed(file: string): Buffer | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return null;
  }
  const content = bytes.subarray(HEADER_LENGTH);
  return bytes.subarray(0, HEADER_LENGTH).equals(headerOf(file, content)) ? content : null;
}
