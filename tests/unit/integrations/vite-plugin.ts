import type { AstroIntegration } from 'astro';

interface Plugin {
  apply: string;
  transform(code: string, id: string): { code: string } | undefined;
}

/** The plugin of Vite that an integration adds. */
export function addedPlugin(integration: AstroIntegration): Plugin {
  let added: Plugin | undefined;
  const setup = integration.hooks['astro:config:setup'] as (options: object) => void;
  setup({ updateConfig: ({ vite }: { vite: { plugins: Plugin[] } }) => (added = vite.plugins[0]) });
  if (!added) throw new Error('no plugin');
  return added;
}
