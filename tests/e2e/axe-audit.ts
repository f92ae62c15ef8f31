/** axe-core over what is on the page, and the fields: nothing is completed by the browser, no name is spell-checked. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { StationApp } from './station-app.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type AxeRun = {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string | null
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
  }[]
}

/** To add one: how the page gets there, without the mouse. Each is left again by the next. */
const WAYS = ['zh-CN', 'en', 'large print'] as const

async function show(page: Page, way: (typeof WAYS)[number]): Promise<void> {
  const language = way === 'en' ? 'en' : 'zh-CN'
  await page.evaluate(
    async ([wanted, large]) => {
      document.querySelector<HTMLElement>(`.language-switch [lang=${wanted}]`)?.click()
      document.documentElement.classList.toggle('large-print', large)
      const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      for (let n = 0; n < 2 || document.documentElement.lang !== wanted; n++) await frame()
    },
    [language, way === 'large print'] as const,
  )
}

/** Serious and critical findings, and fields the browser would complete or spell-check. */
async function findingsOf(page: Page): Promise<readonly string[]> {
  // Through the browser's protocol: the page's own policy would not let it in.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (of: Document, how: object) => Promise<AxeRun> } }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    const found = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} · ${failureSummary.split('\n')[1]}`),
      )
    const NO_TEXT = 'checkbox radio file button submit range datetime-local date time number'.split(' ')
    for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
      // antd's lists of choices: their inputs keep no text, and say `new-password`, which nothing is ever offered for.
      if (NO_TEXT.includes(field.type) || field.readOnly || field.closest('.ant-select')) continue
      const name = field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? field.id
      // A password field without a word of its own is offered every password the browser knows.
      const off = field.type === 'password' ? /^(off|new-password|current-password)$/ : /^off$/
      if (!off.test(field.autocomplete)) found.push(`autocomplete "${field.autocomplete}": ${name}`)
      if (field.spellcheck && field.type !== 'password') found.push(`spellcheck: ${name}`)
    }
    return found
  })
}

export type Audit = {
  /** Reads the page in each way, and goes on whatever it finds; leaves it in Chinese. */
  readonly audit: (page: Page, name: string) => Promise<void>
  readonly seen: readonly string[]
}

export function auditOf(app: StationApp): Audit {
  const seen: string[] = []
  const told = new Set<string>()
  return {
    seen,
    audit: async (page, name) => {
      for (const way of WAYS) {
        await show(page, way)
        // One that stands on every screen is told once.
        const found = (await findingsOf(page)).filter((finding) => !told.has(finding))
        for (const finding of found) told.add(finding)
        expect.soft(found, `${name}, ${way}`).toEqual([])
      }
      await app.shot(`large-${name}`)
      await show(page, 'zh-CN')
      seen.push(name)
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    },
  }
}
