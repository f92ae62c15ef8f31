import { useTranslation } from 'react-i18next'
import type { RatingRow, RevisitRules } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { RECORD_RATING_STEP, type RecordRatingStep } from '#core/feedback/record-rating-step.ts'
import { NOT_OURS_REASONS, type RatingStep } from '#core/revisit/codes.ts'
import { RatingSaid } from './rating-said.tsx'

export type RatingContext = { readonly row: RatingRow; readonly step: RatingStep; readonly rules: RevisitRules }

/** One step about a bad rating. Which one was chosen on the page. */
export const ratingForm: FormSpec<RatingContext> = {
  schema: RECORD_RATING_STEP,
  start: ({ row, step }) => ({ case: row.case, revisit: row.revisit, step, note: '' }),
  Fields,
}

function Fields({ context }: { readonly context: RatingContext }) {
  const { t } = useTranslation('revisit')
  const { row, step, rules } = context
  return (
    <>
      <RatingSaid row={row} />
      {step === 'not-ours' && (
        <>
          <ChoiceField<RecordRatingStep>
            name="reasonCode"
            label={t('rating.why')}
            stacked
            options={NOT_OURS_REASONS.map((value) => ({ value, label: t(`notOurs.${value}`) }))}
          />
          <p className="muted small">{t('rating.notOursHint')}</p>
        </>
      )}
      <WordsField<RecordRatingStep>
        name="note"
        label={t(`rating.note.${step}`)}
        hint={t('rating.noteHint')}
        optional={step === 'confirmed'}
        rows={4}
        max={2_000}
      />
      {step === 'confirmed' && <p className="muted small">{t('rating.limit', { n: rules.settings.ratingLimit })}</p>}
    </>
  )
}
