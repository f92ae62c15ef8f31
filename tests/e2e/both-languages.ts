/** Reading a screen in both languages, without leaving it. */
import type { Page } from 'playwright-core'
import { screenWords, strayWords } from './screen-words.ts'
import type { StationApp } from './station-app.ts'

export type BothLanguages = {
  /** Reads what is on the page in Chinese and in English; leaves it in Chinese. */
  readonly read: (page: Page, name: string) => Promise<void>
  /** Names of what was read. */
  readonly seen: readonly string[]
  /** What does not belong where it stands. */
  readonly strays: readonly string[]
}

/** Names and texts made of digits belong to neither language. */
export const IN_DIGITS = { name: '2026', user: '007' }

export function bothLanguages(app: StationApp): BothLanguages {
  const seen: string[] = []
  const strays: string[] = []
  return {
    seen,
    strays,
    read: async (page, name) => {
      for (const language of ['zh-CN', 'en'] as const) {
        await speak(page, language)
        const words = await screenWords(page)
        strays.push(...strayWords(words, language).map((stray) => `${name} (${language}): ${stray}`))
        await app.shot(`${language}-${name}`)
      }
      await speak(page, 'zh-CN')
      seen.push(name)
    },
  }
}

/** The button may be behind a drawer, where no mouse reaches it; languages-outside.test.ts presses it. */
async function speak(page: Page, language: 'zh-CN' | 'en'): Promise<void> {
  await page.evaluate(async (code) => {
    document.querySelector<HTMLElement>(`.language-switch [lang=${code}]`)?.click()
    // The footer follows one effect later.
    for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  }, language)
  await page.waitForFunction((code) => document.documentElement.lang === code, language)
}
