/** Why something about PCs and keys was not done, in one sentence or three. */
import { useTranslation } from 'react-i18next'
import type { TrustCode } from '#app/services/desk-types.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { useRefusalWords } from '#app/ui/use-refusal-words.ts'

export function useTrustWords(): (code: TrustCode) => string {
  const { t } = useTranslation(['devices', 'set-up'])
  const problemWords = useProblemWords()
  const refusalWords = useRefusalWords()
  return (code) => {
    switch (code.kind) {
      case 'file':
        return t(`set-up:join.fileCode.${code.code}`)
      case 'refused':
        return refusalWords(code.refusal)
      case 'open':
      case 'not-saved':
        return Object.values(problemWords(code.code)).join(' ')
      default:
        return t(`devices:problem.${code.kind}`)
    }
  }
}
