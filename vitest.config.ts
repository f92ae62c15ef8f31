import { defineConfig } from 'vitest/config'

/** Real Chromium and the real build: one file after the other. */
const BROWSER = ['tests/storage-chromium/**/*.test.{ts,tsx}', 'tests/e2e/**/*.test.ts', 'tests/desktop/**/*.test.ts']

export default defineConfig({
  test: {
    environment: 'node',
    // Two cores are what an office PC has, and what the tests promise to be content with.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: BROWSER, testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER,
          globalSetup: 'tests/browser-setup.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
