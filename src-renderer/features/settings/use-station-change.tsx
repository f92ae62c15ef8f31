/** One change of the station's records from a card: who may have refused it, and where that is said. */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import type { Command } from '#core/commands.ts'

export type StationChange = {
  /** True once it is saved. What changes nothing counts as saved. */
  readonly change: (command: Command) => Promise<boolean>
  readonly busy: boolean
  /** Shown at the end of the card. */
  readonly problem: ReactNode
}

export function useStationChange(): StationChange {
  const { t } = useTranslation('codes')
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const [busy, setBusy] = useState(false)
  const [code, setCode] = useState<RunCode | null>(null)
  return {
    busy,
    async change(command) {
      setBusy(true)
      setCode(null)
      const saved = await desk.run(command)
      setBusy(false)
      if (saved.ok) return true
      const isSame = saved.error.kind === 'refused' && saved.error.refusal.code === 'nothing-changed'
      if (!isSame) setCode(saved.error)
      return isSame
    },
    problem:
      code === null ? null : code.kind === 'not-saved' ? (
        <Problem words={problemWords(code.code)} />
      ) : (
        <div className="problem" role="alert">
          {t(`refusal.${code.refusal.code}`)}
        </div>
      ),
  }
}
