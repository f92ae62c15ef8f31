/** 不予受理 on closing: one of the seven reasons and the channel the resident was told; a reason proposes its usual channel. */
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { REFUSAL_REASONS, type RefusalReason } from '#core/case-file/intake-codes.ts'
import type { CloseCase } from '#core/follow-up/close-case.ts'

export function RefusalFields() {
  const { t, i18n } = useTranslation(['intake', 'codes'])
  const { getValues, setValue } = useFormContext<CloseCase>()
  const outcome = useWatch<CloseCase, 'outcome'>({ name: 'outcome' })
  const suggest = (reason: RefusalReason): void => {
    // Beyond duty: which provider it is, the clerk says.
    const channels: Readonly<Partial<Record<RefusalReason, string>>> = i18n.t('intake:refusal.channels', {
      returnObjects: true,
    })
    const now = getValues('toldChannel') ?? ''
    // Never over what somebody typed.
    if (now === '' || Object.values(channels).includes(now)) setValue('toldChannel', channels[reason] ?? '')
  }
  if (outcome !== 'not-accepted' && outcome !== 'other-channel') return null
  return (
    <>
      {outcome === 'not-accepted' && (
        <ChoiceField<CloseCase>
          stacked
          name="refusalReason"
          label={t('intake:refusal.reason')}
          options={REFUSAL_REASONS.map((value) => ({ value, label: t(`codes:refusalReason.${value}`) }))}
          onChosen={(reason) => suggest(reason as RefusalReason)}
        />
      )}
      <WordsField<CloseCase>
        name="toldChannel"
        label={t('intake:refusal.told')}
        placeholder={t('intake:refusal.toldHint')}
        optional={outcome === 'other-channel'}
        max={400}
      />
    </>
  )
}
