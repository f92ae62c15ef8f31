import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { momentOf } from '#core/lib/time.ts'
import { codeWords } from '#core/reports/code-words.ts'
import { EN_PAPER_WORDS } from '#core/reports/papers/paper-words-en.ts'
import { ZH_PAPER_WORDS } from '#core/reports/papers/paper-words-zh.ts'
import type { PaperFrame } from '#core/reports/papers/paper.ts'

/** Asks the desk how far the logs are at this moment; what was saved a second ago is in them. */
export function useMakeFrame(): () => Promise<PaperFrame> {
  const { desk, clock } = useServices()
  const language = useLanguage()
  const opened = useSession((session) => (session.phase.kind === 'open' ? session.phase.opened : null))
  return async () => ({
    station: opened?.card.name ?? '',
    clerk: opened?.user.name ?? '',
    printedAt: momentOf(clock()),
    heads: await desk.dataHeads(),
    words: language === 'en' ? EN_PAPER_WORDS : ZH_PAPER_WORDS,
    codes: codeWords(language),
  })
}
