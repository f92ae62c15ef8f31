import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { Chips } from '#app/ui/chips.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { WAYS } from '#core/case-file/codes.ts'
import { EXTEND_CASE, type ExtendCase } from '#core/follow-up/extend-case.ts'
import { LIMIT_CHOICES, type LimitChoice } from '#core/follow-up/limit-choices.ts'

const CHOICES = Object.keys(LIMIT_CHOICES) as LimitChoice[]

/** 延期: a date is proposed from the limit in force, or typed; who agreed, and how the resident learnt of it. */
export const extendForm: FormSpec<CaseView> = {
  schema: EXTEND_CASE,
  start: (view) => ({ case: view.file.id, reason: '', approver: '' }),
  Fields,
}

function Fields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation(['limits', 'codes'])
  const moments = useMomentWords(useNow())
  const { watch, setValue } = useFormContext<ExtendCase>()
  const dueAt = watch('dueAt')
  const was = view.due.at ?? view.due.paused?.stood ?? null
  const { afterDue } = view.choices
  return (
    <>
      <MomentField<ExtendCase>
        name="dueAt"
        label={t('limits:field.newDue')}
        hint={was ? t('limits:field.newDueHint', { at: moments.limit(was) }) : undefined}
      />
      {afterDue && (
        <div className="field quick-limits" role="group" aria-label={t('limits:field.day')}>
          <Chips
            options={CHOICES.map((value) => ({ value, label: t(`limits:quick.${value}`) }))}
            value={CHOICES.find((choice) => afterDue[choice] === dueAt)}
            onChange={(choice) => setValue('dueAt', afterDue[choice], { shouldDirty: true, shouldValidate: true })}
          />
        </div>
      )}
      <WordsField<ExtendCase>
        name="reason"
        label={t('limits:field.reason')}
        placeholder={t('limits:field.reasonHint')}
        rows={3}
        max={2_000}
      />
      <WordsField<ExtendCase>
        name="approver"
        label={t('limits:field.approver')}
        placeholder={t('limits:field.approverHint')}
        max={80}
      />
      {!view.file.fields.anonymous && (
        <>
          <MomentField<ExtendCase> name="toldAt" label={t('limits:field.toldAt')} />
          <ChoiceField<ExtendCase>
            name="toldWay"
            label={t('limits:field.toldWay')}
            options={WAYS.filter((way) => way !== 'system').map((value) => ({ value, label: t(`codes:way.${value}`) }))}
          />
        </>
      )}
    </>
  )
}
