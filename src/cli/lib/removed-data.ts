import type { RemovedData } from '#images/clean-photograph.ts';
import { WIDEST } from '#images/pixels.ts';
import { enumerate } from '#lib/french.ts';
import { strings } from '#strings/site.ts';

/** Describes in French the data removed from a photograph, and its resizing if it was too wide. */
export function describeRemoved({ personal, widthBefore }: RemovedData): string {
  const text = strings.removedData;
  const names = personal.map((kind) => text[kind]);
  const removed = text.removed(enumerate([...names, names.length > 0 ? text.others : text.all]));
  return widthBefore === null ? removed : `${removed} ; ${text.reduced(widthBefore, WIDEST)}`;
}
