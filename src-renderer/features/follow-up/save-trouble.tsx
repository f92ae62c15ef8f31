import type { RunCode } from '#app/services/desk-types.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { useRefusalWords } from '#app/ui/use-refusal-words.ts'

/** A save that was refused, or that did not reach the disk: what happened, what is safe, what to do. */
export function SaveTrouble({ problem }: { readonly problem: RunCode }) {
  const refusalWords = useRefusalWords()
  const problemWords = useProblemWords()
  if (problem.kind === 'not-saved') return <Problem words={problemWords(problem.code)} />
  return (
    <div className="problem" role="alert">
      {refusalWords(problem.refusal)}
    </div>
  )
}
