import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const linter = new ESLint();

async function faults(filePath: string, source: string): Promise<number> {
  const [result] = await linter.lintText(`import '${source}';\n`, { filePath });
  return result?.messages.filter(({ ruleId }) => ruleId === 'no-restricted-imports').length ?? 0;
}

describe('the rooms of the house', () => {
  it.each([
    ['src/lib/a.ts', '#model/schema.ts'],
    ['src/content/queries/a.ts', '#components/ui/icons.ts'],
    ['src/components/ui/a.ts', '#content/queries/site.ts'],
    ['src/components/ui/a.ts', '#components/article/a.ts'],
    ['src/components/article/a.ts', '#layouts/Base.astro'],
    ['src/markdown/a.ts', '#components/ui/icons.ts'],
    ['src/server/a.ts', '#layouts/Base.astro'],
    ['src/pages/a.ts', '../layouts/Base.astro'],
    ['src/layouts/a.ts', '../pages/index.astro'],
  ])('%s may not import %s', async (file, source) => {
    expect(await faults(file, source)).toBeGreaterThan(0);
  });

  it.each([
    ['src/lib/a.ts', './dates.ts'],
    ['src/content/files/a.ts', '#lib/dates.ts'],
    ['src/components/ui/a.ts', '#lib/typography/typeset.ts'],
    ['src/components/article/a.ts', '#content/queries/articles.ts'],
    ['src/layouts/a.ts', '#components/site/Footer.astro'],
    ['src/pages/a.ts', '#layouts/Base.astro'],
    ['src/cli/a.ts', '#server/static-site.ts'],
    ['src/server/a.ts', 'hono'],
  ])('%s may import %s', async (file, source) => {
    expect(await faults(file, source)).toBe(0);
  });
});
