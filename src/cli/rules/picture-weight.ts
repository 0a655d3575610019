import { readdirSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { formatNumber } from '#lib/numbers.ts';
import type { Rule } from '#cli/rule.ts';
import { say } from '#cli/say.ts';

const MEGABYTE = 1_000_000;
/** The site makes its own versions of a photograph; a drawing is sent as it is. */
const MOST_BYTES: Readonly<Record<string, number>> = {
  '.svg': 0.2 * MEGABYTE,
  '.jpg': 4 * MEGABYTE,
  '.jpeg': 4 * MEGABYTE,
  '.png': 4 * MEGABYTE,
  '.webp': 4 * MEGABYTE,
  '.avif': 4 * MEGABYTE,
};

export const rule: Rule = {
  name: 'poids des images',
  description: 'Une photographie pèse au plus 4 Mo, et un dessin SVG 0,2 Mo.',
  example: 'couverture.png de 12 Mo',
  severity: 'avertissement',
  check: ({ root, documents }) =>
    documents
      .filter(({ kind }) => kind === 'article')
      .flatMap(({ source }) => {
        const folder = dirname(source.file);
        return readdirSync(join(root, folder)).flatMap((name) => {
          const most = MOST_BYTES[extname(name).toLowerCase()];
          const { size } = statSync(join(root, folder, name));
          if (most === undefined || size <= most) return [];
          return [
            {
              file: `${folder}/${name}`,
              line: 1,
              column: 1,
              message: say`Cette image pèse ${formatNumber(Math.round(size / 100_000) / 10)} Mo`,
              remedy: say`Réduisez-la à ${formatNumber(most / MEGABYTE)} Mo au plus : 2 400 pixels de large suffisent`,
            },
          ];
        });
      }),
};
