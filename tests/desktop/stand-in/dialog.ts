/** Dialogs: what was asked is kept for the test, which says beforehand what the user will answer. */
import type { BrowserWindow } from './browser-window.ts'
import { command } from './control.ts'

type OpenOptions = { title?: string; properties?: ('openDirectory' | 'createDirectory')[] }
type MessageOptions = {
  type?: 'info' | 'error'
  title?: string
  message: string
  detail?: string
  buttons?: string[]
  defaultId?: number
  noLink?: boolean
}
export type Asked = { readonly kind: string; readonly title: string; readonly text: string; readonly buttons: string[] }

const asked: Asked[] = []
const folders: (string | null)[] = []
const buttons: number[] = []
command('dialogs', () => asked)
command('will-choose', (folder: string | null) => void folders.push(folder))
command('will-press', (button: number) => void buttons.push(button))

export const dialog = {
  showOpenDialog: (_window: BrowserWindow, { title = '' }: OpenOptions) => {
    asked.push({ kind: 'open', title, text: '', buttons: [] })
    const folder = folders.shift() ?? null
    return Promise.resolve({ canceled: folder === null, filePaths: folder === null ? [] : [folder] })
  },
  showMessageBox: (
    ...args: [options: MessageOptions] | [window: BrowserWindow, options: MessageOptions]
  ): Promise<{ response: number; checkboxChecked: boolean }> => {
    const options = args.at(-1) as MessageOptions
    const text = [options.message, options.detail].filter(Boolean).join('\n')
    asked.push({ kind: 'message', title: options.title ?? '', text, buttons: options.buttons ?? [] })
    const response = buttons.shift()
    // A dialog that nobody answers stays open.
    return response === undefined ? new Promise(() => undefined) : Promise.resolve({ response, checkboxChecked: false })
  },
  showErrorBox: (title: string, text: string): void => {
    asked.push({ kind: 'error', title, text, buttons: [] })
    process.stderr.write(`${title}\n${text}\n`)
  },
}
