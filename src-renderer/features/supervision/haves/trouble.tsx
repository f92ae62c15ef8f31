import type { RunCode } from '#app/services/desk-types.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { useRefusalWords } from '#app/ui/use-refusal-words.ts'

/** A save that was refused, or that did not reach the disk. */
export function Trouble({ trouble }: { readonly trouble: RunCode }) {
  const problemWords = useProblemWords()
  const refusalWords = useRefusalWords()
  if (trouble.kind === 'not-saved') return <Problem words={problemWords(trouble.code)} />
  return (
    <div className="problem" role="alert">
      {refusalWords(trouble.refusal)}
    </div>
  )
}
