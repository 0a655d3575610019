/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

/** `npm run test:unit` needs nothing built; `npm run test:build` reads dist/. */
export default getViteConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'build', include: ['tests/build/**/*.test.ts'] } },
    ],
  },
});
