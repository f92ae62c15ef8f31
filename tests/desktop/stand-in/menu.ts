import { app } from './app.ts'
import { command } from './control.ts'

export type MenuItemConstructorOptions = {
  label?: string
  type?: 'separator'
  role?:
    | 'quit' | 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll'
    | 'zoomIn' | 'zoomOut' | 'resetZoom' | 'togglefullscreen' | 'toggleDevTools' // prettier-ignore
  accelerator?: string
  registerAccelerator?: boolean
  click?: () => void
  submenu?: MenuItemConstructorOptions[]
}

export class Menu {
  readonly template: MenuItemConstructorOptions[]
  constructor(template: MenuItemConstructorOptions[]) {
    this.template = template
  }
  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    return new Menu(template)
  }
  static setApplicationMenu(menu: Menu): void {
    shown = menu
  }
}
let shown: Menu | null = null

export const press = (items: MenuItemConstructorOptions[], path: readonly string[]): void => {
  const item = items.find(({ label }) => label === path[0])
  if (!item) throw new Error(`no menu item ${path[0]}; there are ${items.map(({ label }) => label).join(', ')}`)
  if (path.length > 1) return press(item.submenu ?? [], path.slice(1))
  if (item.role === 'quit') return app.quit()
  if (!item.click) throw new Error(`${path[0]} does nothing here`)
  item.click()
}
// Functions do not travel.
command('menu', () => JSON.parse(JSON.stringify(shown?.template ?? [])))
command('press-menu', (path: readonly string[]) => press(shown?.template ?? [], path))
