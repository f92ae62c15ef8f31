import { useTranslation } from 'react-i18next'
import type { RunCode } from '#app/services/desk-types.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'

/** A save that was refused, or that did not reach the disk: what happened, what is safe, what to do. */
export function SaveTrouble({ problem }: { readonly problem: RunCode }) {
  const { t } = useTranslation('codes')
  const problemWords = useProblemWords()
  if (problem.kind === 'not-saved') return <Problem words={problemWords(problem.code)} />
  return (
    <div className="problem" role="alert">
      {t(`refusal.${problem.refusal.code}`)}
    </div>
  )
}
