import { defineConfig } from 'vitest/config';

/** Limits for a machine ten times slower than usual: they stop a test that hangs, not a slow one. */
const SECOND = 1000;
const UNIT = { testTimeout: 60 * SECOND, hookTimeout: 60 * SECOND };
const USUAL_ADDRESSES = 'tests/unit/usual-addresses.ts';
const SLOW_UNITS = 'tests/unit/**/*.slow.test.ts';

/**
 * All test projects except the components', which need Astro (tests/astro/vitest.config.ts).
 * `unit` and `slow` need nothing built; `magazine` reads what this magazine holds; `build` reads dist/, whatever the content; `copies` builds copies of the project; `hosting` starts
 * real servers with the configurations that a build writes; `faults` attacks the comment service.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: [SLOW_UNITS],
          // Files share a process, and load each module once: this halves the processor time.
          isolate: false,
          setupFiles: USUAL_ADDRESSES,
          ...UNIT,
        },
      },
      {
        test: {
          name: 'slow',
          include: [SLOW_UNITS],
          setupFiles: USUAL_ADDRESSES,
          testTimeout: 600 * SECOND,
          hookTimeout: 60 * SECOND,
        },
      },
      {
        test: {
          name: 'copies',
          include: ['tests/copies/**/*.test.ts'],
          testTimeout: 1200 * SECOND,
          hookTimeout: 600 * SECOND,
        },
      },
      { test: { name: 'magazine', include: ['tests/magazine/**/*.test.ts'], ...UNIT } },
      { test: { name: 'build', include: ['tests/build/**/*.test.ts'], testTimeout: 60 * SECOND } },
      { test: { name: 'hosting', include: ['tests/hosting/**/*.test.ts'], fileParallelism: false, ...UNIT } },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600 * SECOND,
          hookTimeout: 60 * SECOND,
        },
      },
    ],
  },
});
