import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decodePercent } from '#lib/decode-percent.ts';
import { fr } from '#lib/typography/fr.ts';
import { nodesOf, type TreeNode } from '#content/files/mdx-tree.ts';
import { shownSize } from '#content/checks/project/picture-size.ts';
import { contentOf } from '#content/checks/safety/picture-safety.ts';
import { defineRule } from '#content/checks/rule.ts';

/** Maximum difference between two ratios that count as equal: resizing rounds sizes to whole pixels. */
const MAX_DIFFERENCE = 0.01;

export const rule = defineRule({
  name: 'images comparées',
  description: 'Les deux images d’un avant-après ont la même forme, pour se superposer.',
  example: 'Une photographie de 1 600 × 1 200 pixels, puis une autre de 1 600 × 900',
  severity: 'erreur',
  async checkDocument({ tree, source }, report, { root }) {
    const comparisons = [...nodesOf(tree)].filter(({ name }) => name === 'AvantApres');
    for (const comparison of comparisons) {
      const [one, other] = await measurePictures(comparison, join(root, source.file, '..'));
      if (!one || !other) continue;
      const difference = (one.width * other.height) / (one.height * other.width) - 1;
      if (Math.abs(difference) > MAX_DIFFERENCE)
        report(
          comparison,
          fr`Les images ${describe(one)} et ${describe(other)} n’ont pas la même forme`,
          fr`Recadrez-les aux mêmes proportions, autour des mêmes repères`,
        );
    }
  },
});

interface Measured {
  url: string;
  /** In pixels. */
  width: number;
  height: number;
}

const describe = ({ url, width, height }: Measured) => fr`« ${url} » (${width} × ${height})`;

/** Measures the pictures of a component. The content check reports those that are missing or cannot be read. */
async function measurePictures(component: TreeNode, folder: string): Promise<(Measured | null)[]> {
  const pictures = [...nodesOf(component)].filter(({ type }) => type === 'image');
  return Promise.all(
    pictures.map(async ({ url = '' }) => {
      const path = join(folder, decodePercent(url));
      if (!existsSync(path)) return null;
      const size = await shownSize(path, contentOf(path)?.format ?? null).catch(() => null);
      return size && { url, ...size };
    }),
  );
}
