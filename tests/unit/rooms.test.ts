import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { ESLint } from 'eslint';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { roomRules } from '../rooms.mjs';

/** A linter with only the rules about rooms, because the others need types, which take a minute to load. */
const linter = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.{ts,astro}'] },
    tseslint.configs.base,
    ...astro.configs.base,
    ...roomRules,
  ],
});

/** Returns the lines whose imports tests/rooms.mjs forbids. */
async function refused(filePath: string, source: string): Promise<number[]> {
  const [result] = await linter.lintText(source, { filePath });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'no-restricted-imports')
    .map(({ line }) => line);
}

describe('the table of rooms', () => {
  it('refuses a room above, a room reached by a path, and the pages', async () => {
    expect(await refused('src/lib/a.ts', "import '#model/schema.ts';\n")).toEqual([1]);
    expect(await refused('src/pages/a.ts', "import '../layouts/Base.astro';\n")).toEqual([1]);
    expect(await refused('src/layouts/a.ts', "import '/src/pages/index.astro';\n")).toEqual([1]);
    expect(await refused('src/integrations/a.ts', "import '#content/queries/site.ts';\n")).toEqual([1]);
  });

  it('allows a room below, a file of the same room, and a package', async () => {
    const source = "import '#server/static-site.ts';\nimport './browser.ts';\nimport 'hono';\n";
    expect(await refused('src/cli/a.ts', source)).toEqual([]);
  });

  it('allows the script of a component less than its frontmatter', async () => {
    const component = [
      '---',
      "import '#content/queries/site.ts';",
      "import '#layouts/Base.astro';",
      '---',
      '<script>',
      "import '#lib/theme.ts';",
      "import '#content/queries/site.ts';",
      '</script>',
    ];
    expect(await refused('src/components/site/A.astro', component.join('\n'))).toEqual([3, 7]);
  });
});

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:ts|astro)$/u.test(path))
  .map((path) => join('src', path));

/** Returns the project's files that a file imports, including types. */
function importsOf(file: string, text = readFileSync(file, 'utf8')): string[] {
  const named = text.matchAll(/\bfrom '([#.][^']+)'|\bimport(?:\(| )'([#.][^']+)'/gu);
  return [...named]
    .map(([, from, bare]) => from ?? bare ?? '')
    .map((name) => (name.startsWith('#') ? `src/${name.slice(1)}` : normalize(join(dirname(file), name))))
    .filter((path) => existsSync(path));
}

/** Returns the cycles of imports, each as a path that ends at its first file. */
function findCycles(): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start !== -1) cycles.push([...path.slice(start), file].join(' → '));
    if (start !== -1 || done.has(file)) return;
    for (const next of importsOf(file)) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of SOURCES) walk(file, []);
  return cycles;
}

it('no file imports itself through others, not even for a type', () => {
  expect(SOURCES.flatMap((file) => importsOf(file)).length).toBeGreaterThan(SOURCES.length);
  expect(findCycles()).toEqual([]);
});

it('no script of a browser imports the table of routes, which reads a file', () => {
  const isScript = (file: string) =>
    file === 'src/cms/browser-editor.ts' ||
    /^src\/(?:comments\/(?:form|moderation\/browser)|offline)\/.*\.ts$/u.test(file);
  const inComponents = SOURCES.filter((file) => file.endsWith('.astro')).flatMap((file) =>
    importsOf(file, /<script>[^]*<\/script>/u.exec(readFileSync(file, 'utf8'))?.[0] ?? ''),
  );
  const reached = new Set([...SOURCES.filter(isScript), ...inComponents]);
  expect(inComponents).not.toEqual([]);
  for (const file of reached) for (const next of importsOf(file)) reached.add(next);
  expect(reached).toContain('src/lib/slugs.ts');
  expect(reached).not.toContain('src/routes.ts');
});
