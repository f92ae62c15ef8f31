/** The cards of a list on paper: one button for its head. They hold nobody, so there is one version. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '#app/ui/keys.ts'
import { learningPaper, type CardsToPrint } from '#core/reports/papers/learning-cards.ts'
import type { PaperFrame } from '#core/reports/papers/paper.ts'
import { PaperPreview } from './paper-preview.tsx'
import { useMakeFrame } from './use-paper-frame.ts'

type PrintCardsProps = { readonly cards: CardsToPrint; readonly disabled: boolean }

export function PrintCards({ cards, disabled }: PrintCardsProps) {
  const { t } = useTranslation('learning')
  const makeFrame = useMakeFrame()
  const [frame, setFrame] = useState<PaperFrame | null>(null)
  const start = async (): Promise<void> => {
    if (!disabled) setFrame(await makeFrame())
  }
  useKeys([{ key: 'Ctrl+P', label: t('print'), run: () => void start(), quiet: true }])
  const paper = frame && learningPaper(cards, frame)
  const make = paper && ((): typeof paper => paper)
  return (
    <>
      <Button disabled={disabled} onClick={() => void start()} aria-keyshortcuts="Control+P">
        {t('print')}
      </Button>
      {make && <PaperPreview reader="outsider" always shown={make} printed={make} onClose={() => setFrame(null)} />}
    </>
  )
}
