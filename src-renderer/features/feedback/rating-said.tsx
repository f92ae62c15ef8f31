/** What was said, without who said it. */
import { useTranslation } from 'react-i18next'
import type { RatingRow } from '#app/services/desk-types.ts'
import { useGradeWord } from './grade-word.ts'

export function RatingSaid({ row }: { readonly row: RatingRow }) {
  const { t } = useTranslation('revisit')
  const gradeWord = useGradeWord()
  return (
    <div className="rating-said">
      <b>{gradeWord(row.scale, row.grade)}</b>
      <span className="muted"> · {t(row.solved ? 'rating.solved' : 'rating.unsolved')}</span>
      <blockquote>{row.words || t('rating.words')}</blockquote>
    </div>
  )
}
