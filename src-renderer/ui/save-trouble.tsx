import type { SaveProblem } from './form-drawer.tsx'
import { Problem } from './problem.tsx'
import { useProblemWords } from './use-problem-words.ts'
import { useRefusalWords } from './use-refusal-words.ts'

/** A save that was refused, or that did not reach the disk: what happened, what is safe, what to do. */
export function SaveTrouble({ problem }: { readonly problem: SaveProblem }) {
  const refusalWords = useRefusalWords()
  const problemWords = useProblemWords()
  if (problem.kind === 'not-saved') return <Problem words={problemWords(problem.code)} />
  return (
    <div className="problem" role="alert">
      {refusalWords(problem.refusal)}
    </div>
  )
}
