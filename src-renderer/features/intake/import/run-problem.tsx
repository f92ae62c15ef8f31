import { useTranslation } from 'react-i18next'
import type { RunCode } from '#app/services/desk-types.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'

/** Why the desk did not save. */
export function RunProblem({ problem }: { problem: RunCode }) {
  const { t } = useTranslation('codes')
  const problemWords = useProblemWords()
  return (
    <div className="field">
      {problem.kind === 'not-saved' ? (
        <Problem words={problemWords(problem.code)} />
      ) : (
        <p className="problem" role="alert">
          {t(`refusal.${problem.refusal.code}`)}
        </p>
      )}
    </div>
  )
}
