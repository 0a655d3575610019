import { readFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/** An icon of a package, which a component imports as text. */
const ICON = /\/node_modules\/.+\.svg\?raw$/u;

/** At icon sizes, a tenth of a unit is less than a tenth of a pixel, and paths are half as heavy. */
const OPTIONS = { floatPrecision: 1, multipass: true };

/** Optimizes the icons of packages when they are bundled. */
export function optimizedIcons(): AstroIntegration {
  const plugin = {
    name: 'optimized-icons',
    enforce: 'pre' as const,
    load: {
      filter: { id: ICON },
      handler: async (id: string) => {
        const { optimize } = await import('svgo');
        const { data } = optimize(await readFile(id.slice(0, -'?raw'.length), 'utf8'), OPTIONS);
        return `export default ${JSON.stringify(data)};`;
      },
    },
  };
  return {
    name: plugin.name,
    hooks: {
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }),
    },
  };
}
