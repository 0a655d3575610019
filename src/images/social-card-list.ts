import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CardFile } from '#model/social-card.ts';
import { writeAtomically } from '#storage/atomic-write.ts';
import { cacheFolder } from '#storage/cache-folder.ts';

const listOf = (root: string) => join(cacheFolder(root), 'social-cards.json');

/**
 * Saves the list of a build's social cards for `src/integrations/social-cards.ts`, which runs outside of the bundle.
 */
export function writeCardList(root: string, cards: readonly CardFile[]): void {
  writeAtomically(listOf(root), JSON.stringify(cards));
}

/** Returns the social cards of this build; `null` when the build saved no list. */
export function readCardList(root: string): CardFile[] | null {
  const file = listOf(root);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CardFile[]) : null;
}

/** Removes the list of the last build. */
export function removeCardList(root: string): void {
  rmSync(listOf(root), { force: true });
}
