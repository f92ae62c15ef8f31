/**
 * Desktop edition: what stands outside the page speaks its language, and late work is told to whoever is not looking. Numbers
 * only; nothing is told while the station is locked.
 */
import i18next from 'i18next'
import type { Services } from '../services/services.ts'
import { useSession } from '../session/session.ts'

/** Deadlines pass also while nobody saves (ms). */
const EVERY = 5 * 60_000
/** An import moves the revision many times a second (ms). */
const CALM = 2_000

export function startDesktopNews({ desk, host }: Pick<Services, 'desk' | 'host'>): void {
  const tellLanguage = (): void => void host.tellLanguage(i18next.language === 'en' ? 'en' : 'zh-CN')
  const isAtWork = (): boolean => {
    const { edition, phase } = useSession.getState()
    return edition === 'desktop' && phase.kind === 'open'
  }
  const tellDue = async (): Promise<void> => {
    if (!isAtWork()) return
    const { overdue, dueToday } = await desk.counts()
    if (isAtWork()) void host.tellDue({ overdue, today: dueToday })
  }

  let waiting: ReturnType<typeof setTimeout> | undefined
  useSession.subscribe((now, before) => {
    if (now.edition !== 'desktop') return
    if (before.edition !== 'desktop') tellLanguage()
    if (now.phase === before.phase && now.revision === before.revision) return
    clearTimeout(waiting)
    waiting = setTimeout(() => void tellDue(), CALM)
  })
  i18next.on('languageChanged', () => {
    if (useSession.getState().edition === 'desktop') tellLanguage()
  })
  setInterval(() => void tellDue(), EVERY)
}
