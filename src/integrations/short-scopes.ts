import type { AstroIntegration } from 'astro';
import { viteAddition } from './vite-addition.ts';

/** What Astro writes on each element of a component that has a style, and in each of its selectors. */
const SCOPE = /\bdata-astro-cid-([a-z0-9]{8})\b/gu;
const LETTERS = 36 ** 3;

/**
 * Gives the scopes of components short names as they are bundled: hundreds stand in a page. In development they stay
 * as they are, for Astro's tools to know them.
 */
export function shortScopes(): AstroIntegration {
  const known = new Map<string, string>();
  const shorten = (attribute: string, scope: string) => {
    const name = shortName(scope);
    const other = known.get(name) ?? scope;
    if (other !== scope)
      throw new Error(`Two components share the scope ${name}, of ${attribute}: rename the file of one`);
    known.set(name, scope);
    return name;
  };
  return viteAddition({
    name: 'short-scopes',
    apply: 'build',
    transform: (code, id) =>
      id.includes('.astro') && code.includes('data-astro-cid-')
        ? { code: code.replace(SCOPE, shorten), map: null }
        : undefined,
  });
}

/** A figure, which no attribute of our own begins with, and three more signs. The same in every build. */
export function shortName(scope: string): string {
  const number = parseInt(scope, 36) % (10 * LETTERS);
  return `data-${Math.floor(number / LETTERS)}${(number % LETTERS).toString(36).padStart(3, '0')}`;
}
