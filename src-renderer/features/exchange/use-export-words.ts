/** Why an export did not come about, in one sentence: codes of the exchange, of the disk, and refusals. */
import { useTranslation } from 'react-i18next'
import type { ExportFailure } from '#app/services/desk-types.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { useRefusalWords } from '#app/ui/use-refusal-words.ts'

export function useExportWords(): (failure: ExportFailure) => string {
  const { t } = useTranslation('exchange')
  const problemWords = useProblemWords()
  const refusalWords = useRefusalWords()
  return (failure) => {
    if (failure.kind === 'refused') return refusalWords(failure.refusal)
    switch (failure.code) {
      case 'no-such-peer':
      case 'profile-not-for-peer':
      case 'nobody-to-open-it':
      case 'no-grant':
      case 'nothing-new':
      case 'journal-unreadable':
        return t(`exportCode.${failure.code}`)
      default: {
        const { what, todo } = problemWords(failure.code)
        return `${what} ${todo}`
      }
    }
  }
}
