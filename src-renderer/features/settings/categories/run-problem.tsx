/** Why a change was not saved. */
import type { ReactNode } from 'react'
import type { RunCode } from '#app/services/desk-types.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { useRefusalWords } from '#app/ui/use-refusal-words.ts'

export function useRunProblem(): (failed: RunCode) => ReactNode {
  const problemWords = useProblemWords()
  const refusalWords = useRefusalWords()
  return (failed) =>
    failed.kind === 'not-saved' ? (
      <Problem words={problemWords(failed.code)} />
    ) : (
      <div className="problem" role="alert">
        {refusalWords(failed.refusal)}
      </div>
    )
}
