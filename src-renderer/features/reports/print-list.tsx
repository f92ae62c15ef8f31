/** The filtered list on paper: A4 across, its head again on every sheet. One button for the list's head. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageQuery } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useLanguage } from '#app/text/text.ts'
import { useKeys } from '#app/ui/keys.ts'
import { caseListPaper, LIST_ROWS, type ListToPrint } from '#core/reports/papers/case-list.ts'
import type { Paper, PaperFrame, Reader } from '#core/reports/papers/paper.ts'
import { namesIn } from './filter-names.ts'
import { PaperPreview } from './paper-preview.tsx'
import { useFilterWords } from './use-filter-words.ts'
import { useMakeFrame } from './use-paper-frame.ts'

export type PrintListProps = {
  readonly query: Omit<PageQuery, 'offset' | 'limit'>
  readonly disabled: boolean
}

export function PrintListButton({ query, disabled }: PrintListProps) {
  const { t } = useTranslation('papers')
  const { desk } = useServices()
  const makeFrame = useMakeFrame()
  const filterWords = useFilterWords()
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  // As the list was when somebody asked for it.
  const [open, setOpen] = useState<{ readonly list: ListToPrint; readonly frame: PaperFrame } | null>(null)
  const start = async (): Promise<void> => {
    if (disabled || busy) return
    setBusy(true)
    const [{ rows, total }, names, frame] = await Promise.all([
      desk.page({ ...query, offset: 0, limit: LIST_ROWS }),
      namesIn(desk, query, language),
      makeFrame(),
    ])
    setBusy(false)
    const filters = filterWords(query, names)
    setOpen({ list: { rows, total, filters }, frame })
  }
  useKeys([{ key: 'Ctrl+P', label: t('printList'), run: () => void start(), quiet: true }])
  const make = open && ((reader: Reader): Paper => caseListPaper(open.list, open.frame, reader))
  return (
    <>
      <Button disabled={disabled} loading={busy} onClick={() => void start()} aria-keyshortcuts="Control+P">
        {t('printing')}
      </Button>
      {make && <PaperPreview reader="outsider" shown={make} printed={make} onClose={() => setOpen(null)} />}
    </>
  )
}
