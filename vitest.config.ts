/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

/**
 * `npm run test:unit` needs nothing built; `test:build` reads dist/; `test:copies` builds copies of the project;
 * `test:hosting` starts real servers with the configurations that a build writes;
 * `test:faults` starts the service that takes comments, and does to it what may happen to it.
 * Each has the time it takes on a machine ten times slower than a calm one: what hangs is stopped, what is slow is not.
 */
export default getViteConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'copies',
          include: ['tests/copies/**/*.test.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 600_000,
        },
      },
      { extends: true, test: { name: 'build', include: ['tests/build/**/*.test.ts'], testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: 'hosting',
          include: ['tests/hosting/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
