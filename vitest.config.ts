/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

/** `npm run test:unit` needs nothing built, `test:build` reads dist/, `test:copies` builds copies of the project. */
export default getViteConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'copies', include: ['tests/copies/**/*.test.ts'] } },
      { extends: true, test: { name: 'build', include: ['tests/build/**/*.test.ts'] } },
    ],
  },
});
