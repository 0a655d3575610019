import { createHash, type Hash, hash } from 'node:crypto';

/** In bytes: ten of the 32 bytes of SHA-256 are enough to distinguish contents. */
const LENGTH = 10;

/** The digest of these parts in this order, as 20 hexadecimal digits. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  let bytes: Hash | undefined;
  let texts = '';
  for (const part of parts) {
    // Short texts are joined first: one update of a hash costs more than hashing a short text.
    if (typeof part === 'string') texts += `${part}\0`;
    else {
      bytes = (bytes ?? createHash('sha256')).update(texts).update(part);
      texts = '\0';
    }
  }
  const digest = bytes ? bytes.update(texts).digest() : hash('sha256', texts, 'buffer');
  return digest.toString('hex', 0, LENGTH);
}
