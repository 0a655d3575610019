import { join, resolve } from 'node:path';

/** The copy of the project that the tests open: its content is tests/fixtures/content, whatever content/ holds. */
export const PROJECT = resolve('.cache/browser-tests');
/** The site built from it. */
export const SITE = join(PROJECT, 'dist');
