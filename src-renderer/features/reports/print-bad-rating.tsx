/** 差评整改单: it goes to whoever was rated, so it never says who rated. */
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useTwoNames } from '#app/ui/category-name.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { badRatingPaper } from '#core/reports/papers/bad-rating-demand.ts'
import type { Paper } from '#core/reports/papers/paper.ts'
import { PaperPreview } from './paper-preview.tsx'
import { useMakeFrame } from './use-paper-frame.ts'

export function PrintBadRating({ revisit, onClose }: { readonly revisit: string; readonly onClose: () => void }) {
  const { t } = useTranslation('codes')
  const { desk } = useServices()
  const makeFrame = useMakeFrame()
  const nameOf = useTwoNames()
  const ready = useAnswer(async () => {
    const [rows, frame] = await Promise.all([desk.badRatings(), makeFrame()])
    const row = rows.find((one) => one.revisit === revisit)
    return row ? { row, frame } : null
  }, [desk, revisit])
  if (!ready) return null
  const { row, frame } = ready
  const noteOf = (...steps: readonly string[]): string =>
    row.told.findLast(({ step }) => steps.includes(step))?.note ?? ''
  const paper = badRatingPaper(
    {
      number: row.number,
      about: nameOf(row.category),
      provider: row.provider || row.rated.join('、'),
      grade: t(`grade.${row.scale}.${row.grade}` as 'grade.three-rates.satisfied'),
      solved: row.solved,
      words: row.words,
      dueAt: row.dueAt,
      found: noteOf('confirmed', 'not-ours'),
      done: noteOf('rectified'),
    },
    frame,
  )
  const made = (): Paper => paper
  return <PaperPreview reader="outsider" always shown={made} printed={made} onClose={onClose} />
}
