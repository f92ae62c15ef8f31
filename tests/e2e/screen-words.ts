/** Every word on the screen as it stands: text, and what is told by placeholders, labels, titles and pictures. */
import type { Page } from 'playwright-core'

/**
 * Turned into `language` first, without the mouse: the switch may be behind a drawer (languages-outside.test.ts presses it).
 * Words in another language than the page's own, marked as such (the switch itself), are left out.
 */
export const screenWords = (page: Page, language: 'zh-CN' | 'en'): Promise<readonly string[]> =>
  page.evaluate(async (wanted) => {
    const turn = (): void => document.querySelector<HTMLElement>(`.language-switch [lang=${wanted}]`)?.click()
    turn()
    // The footer follows one effect after the rest.
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    for (let n = 0; n < 2 || document.documentElement.lang !== wanted; n++) {
      await frame()
      // A program that has just started had no switch yet.
      if (n % 30 === 29 && document.documentElement.lang !== wanted) turn()
    }
    const own = document.documentElement.lang
    const isOwn = (element: Element): boolean => (element.closest('[lang]')?.getAttribute('lang') ?? own) === own
    const words = new Set<string>()
    const note = (text: string | null): void => {
      if (text?.trim()) words.add(text.trim())
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement!
      const shown = parent.matches('option') ? parent.closest('select') : parent
      if (shown?.checkVisibility() && isOwn(parent) && !parent.matches('script, style')) note(node.textContent)
    }
    for (const element of document.body.querySelectorAll('*')) {
      // What is in a button or hidden from screen readers has no name of its own.
      const isSilent = element.closest('[aria-hidden=true]') ?? element.parentElement?.closest('button, [role=button]')
      if (!element.checkVisibility() || !isOwn(element) || isSilent) continue
      for (const name of ['placeholder', 'aria-label', 'title', 'alt']) note(element.getAttribute(name))
    }
    note(document.title)
    return [...words]
  }, language)

/**
 * What is spelled in Latin letters on a Chinese screen: keys, file formats, programs, algorithms, licences. To add one:
 * here, and only when a Chinese office writes it so.
 */
const LATIN: ReadonlySet<string> = new Set(
  [
    'Ctrl Alt Esc PgUp PgDn MB KB kB MiB F9 Home End',
    'Excel WPS PDF xlsx csv png linwu list --password-file slots.json slots.previous.json',
    'MM DD YYYY hh mm ss',
    'docx Del Delete survey draw --seed',
    // The holidays as they are published; initials as an example of what can be typed.
    'JSON jg',
    'Argon2id AES-256-GCM SHA-256 Apache-2.0 MIT',
    // 用到的开源部件: their own names.
    'React Ant Design Hook Form i18next Zustand Zod Dexie.js hash-wasm noble hashes fflate Papa Parse pinyin-pro ws',
  ].flatMap((line) => line.split(' ')),
)

/** Paths of files, which keep their names, case numbers, codes of the catalogue, marks of bad ratings, journals and draws. */
const DATA =
  /(?:\/[\w .-]+){2,}(?:[\w -]*\p{Script=Han}+\.csv)?|[A-Z]{1,2}-[0-9A-Fa-f]{6,8}|[0-9a-f]{64}|S\d{4}(?:-A(?:-\d{4}-\d{5})?)?|L\d{6}/gu

/** The words that do not belong on a screen of this language. The rest of the data on it is made of digits. */
export function strayWords(words: readonly string[], language: 'zh-CN' | 'en'): string[] {
  const own = words.map((text) => text.replace(DATA, ''))
  if (language === 'en') return own.filter((text) => /[\p{Script=Han}，。；：！？、（）]/u.test(text))
  return own.flatMap((text) =>
    [...text.matchAll(/-*[A-Za-z][\w.-]+/g)]
      .map(([word]) => word.replace(/\.+$/, ''))
      .filter((word) => !LATIN.has(word))
      .map((word) => `${word} in: ${text}`),
  )
}
