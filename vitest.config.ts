import { defineConfig } from 'vitest/config';

const long = process.env.PARLAB_LONG_TESTS === '1';

export default defineConfig({
  test: {
    include: long ? ['test/**/*.long.ts'] : ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: long ? 600_000 : 60_000,
    hookTimeout: 120_000,
    // Tests start many processes of their own: more files at once than processors only makes them wait.
    maxWorkers: 2,
  },
});
