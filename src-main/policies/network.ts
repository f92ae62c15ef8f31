/** The program opens no connection: whatever is not the program itself is cancelled before it leaves. */
import { app, session } from 'electron'

/** What a request may begin with. To add one: its beginning with the reason, and its test. */
const allowed = (origin: string): readonly string[] => [
  `${origin}/`, // the built page; it comes out of the program's own folder
  'blob:', // pictures of attachments, made in the page
  'data:', // pictures in style sheets
  ...(app.isPackaged ? [] : ['devtools:']),
]

export function refuseNetwork(origin: string): void {
  const { defaultSession } = session
  const beginnings = allowed(origin)
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !beginnings.some((beginning) => details.url.startsWith(beginning)) })
  })
  // Without this Chromium looks for a proxy in the local network (WPAD), although nothing is ever requested.
  void defaultSession.setProxy({ mode: 'direct' })
  // Files go through the host, whole and never over another file.
  defaultSession.on('will-download', (event) => event.preventDefault())
}
