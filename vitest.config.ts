import { defineConfig } from 'vitest/config';

const long = process.env.PARLAB_LONG_TESTS === '1';

export default defineConfig({
  test: {
    include: long ? ['test/**/*.long.ts'] : ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    setupFiles: ['test/support/clean.ts'],
    // Nothing in the sources keeps a state of its own: importing them anew for each file was a quarter of the time.
    isolate: false,
    testTimeout: long ? 600_000 : 60_000,
    hookTimeout: 120_000,
    // Tests start many processes of their own, and wait for them: on two processors four files at once take a tenth less time than three.
    maxWorkers: 4,
  },
});
