import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PAUSE_REASONS } from '#core/case-file/limit-codes.ts'
import { mayPauseFor, PAUSE_CASE, RESUME_CASE, type PauseCase, type ResumeCase } from '#core/follow-up/pause-case.ts'

/** 暂停计时: for a reason that the station allows, and with a day on which somebody looks at it again. */
export const pauseForm: FormSpec<CaseView> = {
  schema: PAUSE_CASE,
  start(view) {
    const reason = view.next.includes('rule-objection') ? 'objection' : 'resident'
    const until = reason === 'objection' ? view.choices.fromNow.w5 : view.choices.fromNow.w3
    return { case: view.file.id, note: '', until, ...(mayPauseFor(view.settings, reason) && { reason }) }
  },
  Fields: PauseFields,
}

function PauseFields({ context: { settings } }: { context: CaseView }) {
  const { t } = useTranslation('limits')
  const reasons = PAUSE_REASONS.filter((reason) => mayPauseFor(settings, reason))
  return (
    <>
      <ChoiceField<PauseCase>
        name="reason"
        label={t('field.pauseReason')}
        options={reasons.map((value) => ({ value, label: t(`pauseReason.${value}`) }))}
      />
      <MomentField<PauseCase> name="until" label={t('field.until')} hint={t('field.untilHint')} />
      <WordsField<PauseCase>
        name="note"
        label={t('field.pauseNote')}
        placeholder={t('field.pauseNoteHint')}
        optional
        rows={3}
        max={2_000}
      />
    </>
  )
}

/** 恢复计时: says beforehand where the limit moves to. */
export const resumeForm: FormSpec<CaseView> = {
  schema: RESUME_CASE,
  start: (view) => ({ case: view.file.id, note: '' }),
  Fields: ResumeFields,
}

function ResumeFields({ context: { dueIfResumed } }: { context: CaseView }) {
  const { t } = useTranslation('limits')
  const moments = useMomentWords(useNow())
  return (
    <>
      <p>
        {dueIfResumed ? t('resumeTo', { at: moments.limit(dueIfResumed.at) }) : t('resumeNoDue')}
        {dueIfResumed?.unsure && (
          <span className="warn" title={t('chip.unsureHint')}>
            {' '}
            {t('chip.unsure')}
          </span>
        )}
      </p>
      <WordsField<ResumeCase> name="note" label={t('field.resumeNote')} optional rows={3} max={2_000} />
    </>
  )
}
