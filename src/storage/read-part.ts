import { closeSync, openSync, readSync } from 'node:fs';

/** Reads at most this many bytes of a file, from an offset. */
export function readPart(path: string, from: number, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(file, buffer, 0, length, from));
  } finally {
    closeSync(file);
  }
}
