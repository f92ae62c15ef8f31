/** One page for ever: no other page, no second window, no embedded one. A dropped file or a stray link changes nothing. */
import { app } from 'electron'

export function refuseNavigation(origin: string): void {
  const own = (url: string): boolean => url.startsWith(`${origin}/`)
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!own(url)) event.preventDefault()
    })
    contents.on('will-redirect', (event, url) => {
      if (!own(url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !own(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
