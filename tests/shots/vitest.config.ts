import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** `npm run shots`; not among the tests of the project. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['tests/shots/take.ts'],
    globalSetup: 'tests/browser-setup.ts',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ['verbose'],
  },
})
