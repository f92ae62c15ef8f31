/** Codes → sentences, from the one table text/<language>/problems.ts. */
import { useTranslation } from 'react-i18next'
import type { HostCode } from '#core/host/host.ts'
import type { KeysCode } from '#core/keys/slots.ts'
import type { SheetCode } from '#core/sheet/sheet.ts'
import type { ProblemWords } from './problem.tsx'

export type ProblemCode = HostCode | KeysCode | 'wrong-code' | 'no-slots' | 'station-exists' | 'damaged' | 'unknown'

export function useProblemWords(): (code: ProblemCode) => ProblemWords {
  const { t } = useTranslation('problems')
  return (code) => ({ what: t(`code.${code}.what`), safe: t(`code.${code}.safe`), todo: t(`code.${code}.todo`) })
}

export function useSheetProblemWords(): (code: SheetCode) => ProblemWords {
  const { t } = useTranslation('problems')
  return (code) => ({ what: t(`sheet.${code}.what`), safe: t(`sheet.${code}.safe`), todo: t(`sheet.${code}.todo`) })
}
