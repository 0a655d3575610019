import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, vi } from 'vitest';
import { checked } from '#content/verdict.ts';
import { contentByNode } from '#integrations/content-by-node.ts';

interface Plugin {
  resolveId(id: string, importer: string): string | undefined;
  load(id: string): Promise<string | undefined>;
}

const COLLECTIONS = join(process.cwd(), 'src/content.config.ts');

/** The plugin that a command adds to Vite. */
async function pluginOf(command: 'build' | 'dev'): Promise<Plugin | undefined> {
  const updateConfig = vi.fn<(added: { vite: { plugins: Plugin[] } }) => void>();
  const config = { srcDir: pathToFileURL(join(process.cwd(), 'src/')) };
  await contentByNode().hooks['astro:config:setup']?.({ command, config, updateConfig } as never);
  return updateConfig.mock.calls[0]?.[0].vite.plugins[0];
}

it('gives collections, in a build, the modules that Node has loaded', async () => {
  const plugin = await pluginOf('build');
  const id = plugin?.resolveId('#content/verdict.ts', COLLECTIONS) ?? '';
  const code = (await plugin?.load(id)) ?? '';
  const standIn = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as object;
  const { checked: loaded } = (await import(
    pathToFileURL(join(process.cwd(), 'src/content/verdict.ts')).href
  )) as {
    checked: typeof checked;
  };
  expect(standIn).toHaveProperty('checked', loaded);
  expect(Object.keys(standIn).sort()).toEqual(['awaitVerdict', 'checked', 'leftOutArticles']);
});

it('leaves all other modules, and those of what other files import, to Vite', async () => {
  const plugin = await pluginOf('build');
  expect(plugin?.resolveId('astro/loaders', COLLECTIONS)).toBeUndefined();
  expect(
    plugin?.resolveId('#content/verdict.ts', join(process.cwd(), 'src/pages/index.astro')),
  ).toBeUndefined();
  expect(await plugin?.load(COLLECTIONS)).toBeUndefined();
});

it('leaves all to Vite in development, which follows changes of code', async () => {
  expect(await pluginOf('dev')).toBeUndefined();
});
