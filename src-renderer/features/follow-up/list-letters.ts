/** Single letters act on the selected row: they open its page with the form that the same letter opens there. */
import { useTranslation } from 'react-i18next'
import { goAndStart } from '#app/session/case-start.ts'
import type { CaseRowData } from '#app/ui/case-rows-columns.tsx'
import type { KeyBinding } from '#app/ui/keys.ts'
import { CASE_ACTIONS } from './case-action.ts'

/** Those wanted most often from a list; the others stand behind `?`. */
const SHOWN: readonly string[] = ['dispatch', 'record-contact', 'record-revisit']

/** `find`: the selected row, also one that is not at hand yet. None for a list without rows. */
export function useRowLetters(total: number, find: () => Promise<CaseRowData | undefined>): readonly KeyBinding[] {
  const { t } = useTranslation('case-file')
  if (total === 0) return []
  return CASE_ACTIONS.map(({ name, key }) => ({
    key,
    label: t(`action.${name}`),
    quiet: !SHOWN.includes(name),
    run: () => void find().then((row) => row && goAndStart(row.id, name)),
  }))
}
