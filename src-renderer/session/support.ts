/** 支持包 as a file in the export folder. Made even when half of the program does not answer any more. */
import type { HostCode } from '#core/host/host.ts'
import { utf8 } from '#core/lib/bytes.ts'
import type { Result } from '#core/lib/result.ts'
import { momentOf } from '#core/lib/time.ts'
import { supportPackage } from '../services/support-package.ts'
import type { Services } from '../services/services.ts'
import { lastError } from './last-error.ts'
import { usePreferences } from './preferences.ts'
import { useSession } from './session.ts'

/** Whoever does not answer by then is left out. */
const PATIENCE_MS = 3_000

const inTime = <T>(work: Promise<T>): Promise<T | null> =>
  Promise.race([
    work.catch(() => null),
    new Promise<null>((done) => {
      setTimeout(() => done(null), PATIENCE_MS)
    }),
  ])

/** Answers the path of the file. */
export async function saveSupportPackage(
  { desk, host, clock }: Pick<Services, 'desk' | 'host' | 'clock'>,
  version: string,
): Promise<Result<string, HostCode>> {
  const { phase, saveState } = useSession.getState()
  const isOpen = phase.kind === 'open'
  const [folder, counts, modules] = await Promise.all([
    inTime(host.state()),
    isOpen ? inTime(desk.counts()) : null,
    isOpen ? inTime(desk.modules()) : null,
  ])
  const at = momentOf(clock())
  const content = supportPackage({
    at,
    version,
    language: document.documentElement.lang,
    engine: navigator.userAgent,
    phase: phase.kind,
    preferences: usePreferences.getState(),
    modules,
    save: saveState,
    opened: isOpen ? phase.opened : null,
    counts,
    folder,
    lastError: lastError(),
  })
  return host.saveFile(`linwu-support-${at.slice(0, 10)}.json`, utf8(`${JSON.stringify(content, null, 2)}\n`))
}
