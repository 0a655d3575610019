import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { cacheFolder } from '#storage/cache-folder.ts';
import { digestOf } from '#storage/digest.ts';
import { type KeptTable, openTable } from '#storage/file-cache.ts';
import { viteAddition } from './vite-addition.ts';

/** An icon of a package, as a component asks for its text. */
const ICON = /\/node_modules\/.+\.svg\?raw$/u;

/** At the sizes they are shown, a tenth of a unit is under a tenth of a pixel, and the paths weigh half. */
const DRAWING = { floatPrecision: 1, multipass: true };

/**
 * Makes the icons of packages light when they are bundled. What is found is kept: SVGO, of 270 modules, takes a tenth
 * of a second to load, in each thread that renders.
 */
export function drawnIcons(): AstroIntegration {
  let root = '';
  let table: KeptTable<string> | null = null;
  return viteAddition({
    name: 'drawn-icons',
    enforce: 'pre',
    configResolved: (config) => {
      ({ root } = config);
    },
    load: {
      filter: { id: ICON },
      handler: async (id) => {
        const file = id.slice(0, -'?raw'.length);
        const source = readFileSync(file, 'utf8');
        table ??= openTable<string>(join(cacheFolder(root), 'icons.table'), versionOf(root));
        const stamp = digestOf(source);
        const name = file.slice(file.lastIndexOf('/node_modules/'));
        let drawn = table.find(name, stamp);
        if (drawn === undefined) {
          const { optimize } = await import('svgo');
          drawn = optimize(source, DRAWING).data;
          table.keep(name, stamp, drawn);
          table.save('keep');
        }
        return `export default ${JSON.stringify(drawn)};`;
      },
    },
  });
}

/** Names what draws them. */
function versionOf(root: string): string {
  return digestOf(JSON.stringify(DRAWING), readFileSync(join(root, 'node_modules/svgo/package.json')));
}
