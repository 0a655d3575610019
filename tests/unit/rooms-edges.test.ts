import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const linter = new ESLint();

/** Lines on which an import is refused. */
async function refused(filePath: string, source: string): Promise<number[]> {
  const [result] = await linter.lintText(source, { filePath });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'no-restricted-imports')
    .map(({ line }) => line);
}

describe('the edges of the rooms', () => {
  it.each([
    ['src/lib/a.ts', '#storage/digest.ts'],
    ['src/lib/a.ts', '#strings/site.ts'],
    ['src/markdown/a.ts', '#strings/site.ts'],
    ['src/pages/a.ts', '#styles/main.css'],
    ['src/layouts/a.ts', '/src/pages/index.astro'],
    ['src/server/a.ts', '#cli/test.ts'],
    ['src/cli/a.ts', '#integrations/content-check.ts'],
    ['src/content.config.ts', '#layouts/Base.astro'],
  ])('keep %s from %s', async (file, source) => {
    expect(await refused(file, `import '${source}';\n`)).toEqual([1]);
  });

  it.each([
    ['src/content/files/a.ts', '#strings/site.ts'],
    ['src/components/ui/a.ts', '#strings/site.ts'],
    ['src/components/ui/a.ts', '#components/ui/icons.ts'],
    ['src/layouts/a.ts', '#styles/main.css'],
    ['src/content.config.ts', '#model/schema.ts'],
    ['src/markdown/a.ts', 'astro:content'],
    ['src/markdown/a.ts', './heading-ids.ts'],
  ])('let %s see %s', async (file, source) => {
    expect(await refused(file, `import '${source}';\n`)).toEqual([]);
  });

  it('hold in the top of a component, and more so in its script for browsers', async () => {
    const component = [
      '---',
      "import '#content/queries/site.ts';",
      "import '#layouts/Base.astro';",
      '---',
      '<p>Texte</p>',
      '<script>',
      "import '#lib/theme.ts';",
      "import '#content/queries/site.ts';",
      '</script>',
    ];
    expect(await refused('src/components/site/A.astro', component.join('\n'))).toEqual([3, 8]);
  });
});
