import { createHash, type Hash, hash } from 'node:crypto';

/** Bytes of a digest: half of SHA-256 is enough to tell contents apart. */
const LENGTH = 10;

/** The digest of these contents, one after the other: 20 hexadecimal digits. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  let bytes: Hash | undefined;
  let texts = '';
  for (const part of parts) {
    // Short texts are joined: each update of a hash costs more than hashing them.
    if (typeof part === 'string') texts += `${part}\0`;
    else {
      bytes = (bytes ?? createHash('sha256')).update(texts).update(part);
      texts = '\0';
    }
  }
  const digest = bytes ? bytes.update(texts).digest() : hash('sha256', texts, 'buffer');
  return digest.toString('hex', 0, LENGTH);
}
