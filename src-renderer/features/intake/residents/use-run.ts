/** One press, one command: runs it, and answers why it was refused. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import type { Command } from '#core/commands.ts'

export function useRun(): { readonly run: (command: Command) => Promise<boolean>; readonly problem: string | null } {
  const { t } = useTranslation('codes')
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const [problem, setProblem] = useState<string | null>(null)
  return {
    problem,
    async run(command) {
      setProblem(null)
      const saved = await desk.run(command)
      if (saved.ok) return true
      setProblem(saved.error.kind === 'refused' ? t(`refusal.${saved.error.refusal.code}`) : Object.values(problemWords(saved.error.code)).join(' ')) // prettier-ignore
      return false
    },
  }
}
