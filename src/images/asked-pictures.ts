import type { PictureCut } from '#lib/pictures.ts';

/** A cut that a page shows, by its name in the built site. */
export type AskedPictures = Map<string, { file: string; cut: PictureCut }>;

/** Folder of the drawn pictures in the built site. */
export const PICTURE_FOLDER = '_astro';

const KEY = Symbol.for('innovations.asked-pictures');
const shared = globalThis as typeof globalThis & { [KEY]?: AskedPictures };

/** What the pages rendered so far have asked for: the bundle that renders them and the build that draws share it. */
export const askedPictures: AskedPictures = (shared[KEY] ??= new Map());
