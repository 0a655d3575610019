import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { writeAtomically } from './atomic-write.ts';
import { digestOf } from './digest.ts';

/** A line with the digest of the name and of what follows it. */
const HEADER_LENGTH = digestOf('').length + 1;

const headerOf = (file: string, content: Uint8Array) => Buffer.from(`${digestOf(basename(file), content)}\n`);

/** Writes a file that says what it should hold: whatever happens to it on the disk is found out when it is read. */
export function writeChecksummed(file: string, content: Uint8Array): void {
  writeAtomically(file, Buffer.concat([headerOf(file, content), content]));
}

/** What such a file holds; `null` when there is none, or when it is not, byte for byte, what was written. */
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
