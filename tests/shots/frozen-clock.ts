/**
 * One moment for program, pages and workers alike, so that two runs make the same pictures: the demonstration is filled up
 * to it, and every "今天 10:12" on the screen stays what it is.
 */
import type { BrowserContext } from 'playwright-core'

/** Wednesday, 15 April 2026, 10:12 in China: a working morning. */
export const SHOTS_NOW = Date.UTC(2026, 3, 15, 2, 12)

const FROZEN = `globalThis.Date = new Proxy(Date, {
  construct: (real, given, target) => Reflect.construct(real, given.length > 0 ? given : [${SHOTS_NOW}], target),
  get: (real, name) => (name === 'now' ? () => ${SHOTS_NOW} : Reflect.get(real, name)),
});
`

/** For programs that are started from now on. */
export function freezePrograms(): void {
  process.env['NODE_OPTIONS'] =
    `${process.env['NODE_OPTIONS'] ?? ''} --import=data:text/javascript,${encodeURIComponent(FROZEN)}`.trim()
}

/** Not awaited: the browser takes these before the first page loads, because they are asked for before it. */
export function freezePages(context: BrowserContext): void {
  void context.addInitScript(FROZEN)
  // A script of the page does not reach its workers; theirs begins with it instead.
  void context.route(/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: FROZEN + (await response.text()) })
  })
}
