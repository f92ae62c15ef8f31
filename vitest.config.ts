import { defineConfig } from 'vitest/config'
import { BROWSER_ONLY_FILES, DOOR } from './tests/e2e/doors.ts'

/** Real Chromium and the real build: one file after the other. */
const BROWSER = [
  'tests/storage-chromium/**/*.test.{ts,tsx}',
  'tests/e2e/**/*.test.ts',
  'tests/desktop/**/*.test.ts',
  // LibreOffice opens what was written; the papers come out of the real page.
  'tests/office/**/*.test.ts',
]

/** At the desktop door only what is about the desktop edition; said aloud by browser-setup.ts. */
const doorsFiles = DOOR === 'browser' ? BROWSER : ['tests/e2e/**/*.test.ts', 'tests/desktop/**/*.test.ts']
const elsewhere =
  DOOR === 'browser' ? ['tests/desktop/**'] : Object.keys(BROWSER_ONLY_FILES).map((file) => `tests/e2e/${file}`)

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
          include: doorsFiles,
          exclude: elsewhere,
          globalSetup: 'tests/browser-setup.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // As long as the hands wait for what they press (station-app.ts): vitest's own 1 s was less than a busy PC needs.
          expect: { poll: { timeout: 15_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
