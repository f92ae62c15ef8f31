/** Takes what is on the page in every frame, without leaving it. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { FLAGS } from './flags.ts'
import { FRAMES, README_FRAMES, type Frame } from './frames.ts'
import type { Shot, Stage } from './shot.ts'
import { smallPng } from './small-png.ts'
import { steady } from './steady.ts'

const PICTURES = join(import.meta.dirname, '../../docs/pictures')
const HOME = FRAMES[0]!
/** What is left of an A4 sheet between its margins, at 96 pixels an inch. */
const SHEET = { width: 660, height: 990 }

const wanted: readonly Frame[] = FRAMES.filter(({ name }) => FLAGS.frames.length === 0 || FLAGS.frames.includes(name))

export async function take(stage: Stage, shot: Shot): Promise<void> {
  const { page } = stage
  if (shot.media === 'print') await page.emulateMedia({ media: 'print' })
  // Where nothing shows that a pointer is over it.
  await page.mouse.move(683, 2)
  try {
    let { language } = HOME
    for (const frame of wanted) {
      if (shot.media === 'print' && frame.width !== HOME.width) continue
      await show(page, shot.media === 'print' ? { ...frame, ...SHEET } : frame)
      if (shot.anew && frame.language !== language) {
        await page.keyboard.press('Escape')
        await shot.anew(stage)
        language = frame.language
      }
      await steady(page, stage.app.place)
      await keep(await page.screenshot({ fullPage: shot.media === 'print' }), shot, frame)
    }
  } finally {
    if (shot.media === 'print') await page.emulateMedia({ media: 'screen' })
    await show(page, HOME)
  }
}

async function keep(picture: Buffer, shot: Shot, frame: Frame): Promise<void> {
  await mkdir(join(FLAGS.out, frame.name), { recursive: true })
  await writeFile(join(FLAGS.out, frame.name, `${shot.name}.png`), picture)
  if (!FLAGS.docs || !shot.readme || !README_FRAMES.includes(frame.name)) return
  await mkdir(PICTURES, { recursive: true })
  await writeFile(join(PICTURES, `${shot.name}.${frame.language}.png`), smallPng(picture))
}

/** Without the mouse: the switch may be behind a drawer, and nothing that is open may close. */
async function show(page: Page, { language, width, height, large }: Frame): Promise<void> {
  const { width: before } = page.viewportSize()!
  await page.setViewportSize({ width, height })
  await page.evaluate(
    async ([wantedLanguage, isLarge]) => {
      document.querySelector<HTMLElement>(`.language-switch [lang=${wantedLanguage}]`)?.click()
      document.documentElement.classList.toggle('large-print', isLarge)
      const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      for (let n = 0; n < 3; n++) await frame()
      await document.fonts.ready
    },
    [language, large === true] as const,
  )
  // Words that the desk is asked for again, and a list that was given another height.
  await page.waitForTimeout(before === width ? 250 : 500)
}
