import { typeset } from '#lib/typography/typeset.ts';
import { strings } from '#strings/site.ts';

/** Returns the typeset caption of one or several pictures, with the credit. */
export function captionOf({ legende, credit }: { legende: string; credit?: string }): string {
  return [typeset(legende), credit && strings.figure.credit(credit)].filter(Boolean).join(' ');
}
