import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardFile } from '#model/social-card.ts';
import { writeAtomically } from '#storage/atomic-write.ts';
import { cacheFolder } from '#storage/cache-folder.ts';

const listOf = (root: string) => join(cacheFolder(root), 'social-cards.json');

/** Hands the social cards of a build over to `src/integrations/social-cards.ts`, which runs outside of the bundle. */
export function writeCardList(root: string, cards: readonly CardFile[]): void {
  writeAtomically(listOf(root), JSON.stringify(cards));
}

/** Returns the social cards that the pages of this build have listed. */
export function readCardList(root: string): CardFile[] {
  return JSON.parse(readFileSync(listOf(root), 'utf8')) as CardFile[];
}
