import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The slow tests run whole builds and a browser; two cores bear two of them at once.
    maxWorkers: 2,
    // Only what hangs is ended: machines are noisy.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // A test that prints fails: what is printed hides what matters.
    onConsoleLog(log) {
      throw new Error(`A test printed: ${log}`);
    },
  },
});
