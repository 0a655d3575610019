/**
 * What a build makes up anew each time, and no reader sees: marks of scoped styles, hashes in the names of
 * fonts and of the values that stand for identifiers, the hashes of a page's own policy.
 */
const NOISE: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\s?\bdata-astro-[\w-]+(?:="[^"]*")?/gu, ''],
  [/\[data-astro-[\w-]+(?:=[^\]]*)?\]/gu, ''],
  [/\.astro-[\da-z]{8}\b/gu, ''],
  [/(font-family:\s*"?|--font-[\w-]+:\s*"?|[,:]\s*"?)([A-Z][\w ]*?)-[\da-f]{16}\b/gu, '$1$2'],
  [/'(?:sha256|sha384|sha512|nonce)-[^']*'/gu, "'hash'"],
  [/\s+integrity="[^"]*"/gu, ''],
];

/** A page or a style sheet without the noise of the build that made it. */
export function withoutNoise(text: string): string {
  return NOISE.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}
