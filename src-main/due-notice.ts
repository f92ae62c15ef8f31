/** Late and due work, told outside the page: numbers only, because anybody may stand before the screen. */
import { app, Notification } from 'electron'
import type { DueCounts } from '#core/host/host.ts'
import type { DesktopWords } from './desktop-words.ts'

/** Once per rise: the same or smaller numbers are no news. */
export const hasRisen = (before: DueCounts, now: DueCounts): boolean =>
  now.overdue > before.overdue || now.today > before.today

export type DueNotice = (due: DueCounts, wanted: boolean, words: DesktopWords) => void

/** `isSeen`: whether the page itself is before the user's eyes and says it already. */
export function dueNotice(isSeen: () => boolean, open: () => void): DueNotice {
  let last: DueCounts = { overdue: 0, today: 0 }
  // Kept, or it may be collected before it is clicked.
  let shown: Notification | null = null
  return (due, wanted, words) => {
    const news = hasRisen(last, due)
    last = due
    app.setBadgeCount(wanted ? due.overdue : 0)
    if (!wanted || !news || isSeen() || !Notification.isSupported()) return
    shown?.close()
    shown = new Notification({ title: words.name, body: words.due(due), silent: true })
    shown.on('click', open)
    shown.show()
  }
}
