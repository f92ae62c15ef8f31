/** 答复给谁 (DOMAIN §6): the resident, and whoever handed the matter to the station. */
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Field } from '#app/ui/field.tsx'
import { ANSWERED_TO } from '#core/case-file/referral-codes.ts'
import type { RecordAnswer } from '#core/follow-up/record-answer.ts'

export function AnsweredTo() {
  const { t } = useTranslation('referral')
  const { field } = useController<RecordAnswer, 'to'>({ name: 'to' })
  const chosen = field.value ?? []
  return (
    <Field label={t('answerTo.label')} hint={t('answerTo.hint')} group>
      {(bind) => (
        <div className="chips">
          {ANSWERED_TO.map((one) => (
            <label key={one}>
              <input
                type="checkbox"
                checked={chosen.includes(one)}
                aria-describedby={bind['aria-describedby']}
                onChange={() =>
                  field.onChange(ANSWERED_TO.filter((other) => chosen.includes(other) !== (other === one)))
                }
              />
              <span>{t(`answeredTo.${one}`)}</span>
            </label>
          ))}
        </div>
      )}
    </Field>
  )
}
