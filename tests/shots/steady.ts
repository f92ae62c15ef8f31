/** What differs from run to run and cannot be frozen: folders of this run, keys and hashes made by chance. */
import type { Page } from 'playwright-core'

/** Eight groups as they are made, that open nothing. */
const CODE = ['K7QM', '2VHD', 'X9RT', '4BNC', 'W6PJ', 'G3YF', '8ZKA', 'M5ES']

/** To add one: what it looks like in a text, and what stands there instead. */
const STEADY: readonly (readonly [looks: RegExp, instead: string])[] = [
  [/\/\S*linwu-demo-[\w-]+/g, '/home/linwu/demo'],
  [/(数据头|Data) \S.*/g, '$1 p 5c1e90ab · s 77d2f0c4'],
  [/\b\d{4} \d{4} \d{4} \d{4}\b/g, '3771 0569 1636 8936'],
  [/[零幺二三四五六七八九]{4}( [零幺二三四五六七八九]{4}){3}/g, '三七七幺 零五六九 幺六三六 八九三六'],
  [/(编号 |Number )[0-9a-f]{8}\b/g, '$1493f1852'],
]

/** On the page as it stands, for as long as React leaves these words alone. `place`: folder of this run. */
export const steady = (page: Page, place: string): Promise<void> =>
  page.evaluate(
    ([own, code, patterns]) => {
      const calm = (text: string): string =>
        patterns.reduce(
          (words, [source, instead]) => words.replace(new RegExp(source, 'g'), instead),
          text.replaceAll(own, '/home/linwu'),
        )
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const before = node.nodeValue ?? ''
        const after = calm(before)
        if (after !== before) node.nodeValue = after
      }
      for (const field of document.querySelectorAll('input')) {
        if (field.type !== 'file' && field.value.includes(own)) field.value = calm(field.value)
      }
      // Two groups are asked for, by chance.
      for (const [i, label] of document.querySelectorAll('label').entries())
        if (/^(第 \d 组|Group \d)$/.test(label.textContent)) label.textContent = label.textContent.replace(/\d/, i % 2 === 0 ? '3' : '6') // prettier-ignore
      for (const short of document.querySelectorAll('.exchange-table code')) short.textContent = '493f1852'
      // When a file came is the clock of the folder it lies in.
      for (const came of document.querySelectorAll('[aria-labelledby=exchange-inbox] td:first-child'))
        came.textContent = document.documentElement.lang === 'en' ? 'today 10:12' : '今天 10:12'
      for (const password of document.querySelectorAll('.exchange-password code')) password.textContent = '7jfe-hdtm-c4yj-3d52' // prettier-ignore
      for (const [i, group] of document.querySelectorAll('.recovery-code b').entries())
        group.textContent = code[i % code.length]!
    },
    [place, CODE, STEADY.map(([looks, instead]) => [looks.source, instead] as const)] as const,
  )
