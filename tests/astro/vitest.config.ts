import { getViteConfig } from 'astro/config';

/** Tests that need Astro's compiler: components, and modules that import `astro:*`. */
export default getViteConfig({
  test: { name: 'astro', include: ['tests/astro/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000 },
});
