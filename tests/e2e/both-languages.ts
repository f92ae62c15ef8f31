/** Reading a screen in both languages, without leaving it. */
import type { Page } from 'playwright-core'
import { screenWords, strayWords } from './screen-words.ts'
import type { StationApp } from './station-app.ts'

export type BothLanguages = {
  /** Reads what is on the page in Chinese, then in English; leaves it in Chinese. */
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
  const note = async (page: Page, language: 'zh-CN' | 'en', name: string): Promise<void> => {
    const look = async (): Promise<readonly string[]> => strayWords(await screenWords(page, language), language)
    let found = await look()
    // What the desk is asked for anew in this language comes a moment later.
    for (let tries = 0; found.length > 0 && tries < 10; tries++) {
      await page.waitForTimeout(100)
      found = await look()
    }
    strays.push(...found.map((stray) => `${name} (${language}): ${stray}`))
    await app.shot(`${language}-${name}`)
  }
  return {
    seen,
    strays,
    read: async (page, name) => {
      await note(page, 'zh-CN', name)
      await note(page, 'en', name)
      await page.evaluate(() => document.querySelector<HTMLElement>('.language-switch [lang=zh-CN]')?.click())
      await page.locator('html[lang=zh-CN]').waitFor()
      seen.push(name)
    },
  }
}
