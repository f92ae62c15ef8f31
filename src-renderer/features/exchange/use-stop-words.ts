/** Why a file is not in: what happened · what is safe · what to do. */
import { useTranslation } from 'react-i18next'
import type { Received } from '#app/services/desk-types.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { BUNDLE_CODES, type BundleCode } from '#core/exchange/bundle/bundle-code.ts'

type StopCode = NonNullable<Received['stop']>

const isBundleCode = (code: StopCode): code is BundleCode => (BUNDLE_CODES as readonly string[]).includes(code)

export function useStopWords(): (code: StopCode) => string {
  const { t } = useTranslation('exchange')
  const problemWords = useProblemWords()
  return (code) => {
    if (isBundleCode(code)) return t(`bundleCode.${code}`)
    switch (code) {
      case 'unknown-house':
      case 'revoked-pc':
      case 'left-house':
      case 'not-admitted':
      case 'held':
        return t(`stop.${code}`)
      default: {
        const { what, safe, todo } = problemWords(code)
        return [what, safe, todo].join(' ')
      }
    }
  }
}
