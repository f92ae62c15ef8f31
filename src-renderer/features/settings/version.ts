/** As in package.json; tests/renderer/settings/version.test.ts keeps the two equal. */
export const VERSION = '0.1.0'
