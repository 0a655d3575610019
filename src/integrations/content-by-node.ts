import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

const HELD = Symbol.for('innovations: modules that Node has loaded');
const everywhere = globalThis as { [HELD]?: Map<string, object> };

/** What a module of Vite’s is that stands for one of Node’s. */
const BY_NODE = '\0by-node:';

/**
 * Lets a build define its collections with modules that Node has loaded already, for the check of the content: Vite would
 * transform them, and all that they import, again. The development server follows changes of their code.
 */
export function contentByNode(): AstroIntegration {
  return {
    name: 'content-by-node',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const collections = fileURLToPath(new URL('content.config.ts', config.srcDir));
        const { resolve } = createRequire(collections);
        const held = (everywhere[HELD] ??= new Map<string, object>());
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'content-by-node',
                enforce: 'pre',
                resolveId: (id, importer) =>
                  importer === collections && id.startsWith('#') ? BY_NODE + resolve(id) : undefined,
                load: async (id) => {
                  if (!id.startsWith(BY_NODE)) return undefined;
                  const file = id.slice(BY_NODE.length);
                  const loaded = (await import(pathToFileURL(file).href)) as object;
                  held.set(file, loaded);
                  return standIn(file, Object.keys(loaded));
                },
              },
            ],
          },
        });
      },
    },
  };
}

/** A module that exports what the one of a file does. */
function standIn(file: string, names: readonly string[]): string {
  const loaded = `globalThis[Symbol.for(${JSON.stringify(HELD.description)})].get(${JSON.stringify(file)})`;
  return `export const { ${names.join(', ')} } = ${loaded};`;
}
