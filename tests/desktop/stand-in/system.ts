/** Small parts of the desktop: what the program told them is kept for the test. */
import { existsSync } from 'node:fs'
import { command } from './control.ts'
import { emitter } from './emitter.ts'
import { press, type Menu } from './menu.ts'

const revealed: string[] = []
command('revealed', () => revealed)
export const shell = { showItemInFolder: (path: string): void => void revealed.push(path) }

type PowerEvents = { 'lock-screen': []; suspend: [] }
const power = emitter<PowerEvents>()
command('power', (event: keyof PowerEvents) => power.emit(event))
export const powerMonitor = { on: power.on }

type Display = { readonly workArea: { x: number; y: number; width: number; height: number } }
const displays = (): Display[] =>
  JSON.parse(
    process.env['LINWU_STAND_IN_SCREENS'] ?? '[{"workArea":{"x":0,"y":0,"width":1920,"height":1040}}]',
  ) as Display[]
export const screen = { getPrimaryDisplay: (): Display => displays()[0]!, getAllDisplays: displays }

export type NativeImage = { readonly path: string; readonly isEmpty: () => boolean }
export const nativeImage = {
  createFromPath: (path: string): NativeImage => ({ path, isEmpty: () => !existsSync(path) }),
}

const notifications: { title: string; body: string; open: () => void }[] = []
command('notifications', () => notifications.map(({ title, body }) => ({ title, body })))
command('press-notification', () => notifications.at(-1)?.open())
export class Notification {
  static isSupported(): boolean {
    return true
  }
  readonly #events = emitter<{ click: [] }>()
  readonly on = this.#events.on
  readonly #options: { title: string; body: string; silent?: boolean }
  constructor(options: { title: string; body: string; silent?: boolean }) {
    this.#options = options
  }
  show(): void {
    const { title, body } = this.#options
    notifications.push({ title, body, open: () => void this.#events.emit('click') })
  }
  close(): void {
    // Nothing is on a screen here.
  }
}

export class Tray {
  static now: Tray | null = null
  readonly #events = emitter<{ click: [] }>()
  readonly on = this.#events.on
  readonly image: NativeImage
  menu: Menu | null = null
  words = ''
  constructor(image: NativeImage) {
    this.image = image
    Tray.now = this
  }
  setToolTip(words: string): void {
    this.words = words
  }
  setContextMenu(menu: Menu): void {
    this.menu = menu
  }
  destroy(): void {
    Tray.now = null
  }
  click(): void {
    this.#events.emit('click')
  }
}
command('tray', () => {
  const tray = Tray.now
  return tray && { words: tray.words, labels: tray.menu?.template.map(({ label }) => label ?? '-'), isEmpty: tray.image.isEmpty() } // prettier-ignore
})
command('click-tray', () => Tray.now?.click())
command('press-tray', (label: string) => press(Tray.now?.menu?.template ?? [], [label]))
