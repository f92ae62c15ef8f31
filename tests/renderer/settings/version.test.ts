import { expect, test } from 'vitest'
import { VERSION } from '#app/features/settings/version.ts'
import manifest from '../../../package.json' with { type: 'json' }

test('the page about the program names the version of package.json', () => {
  expect(VERSION).toBe(manifest.version)
})
