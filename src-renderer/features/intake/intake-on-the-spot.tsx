/**
 * 当场办结: what the resident was told, and how it ended. With 引导告知 the channel that was named, or 不予受理 with one of
 * the seven reasons: a reason brings its usual words and channel, both to be changed.
 */
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { REFUSAL_REASONS, type RefusalReason } from '#core/case-file/intake-codes.ts'
import { ON_THE_SPOT, type Intake, type OnTheSpot } from '#core/intake/receive-case.ts'

/** What can be the end of a talk at the counter. */
const ENDS = ['solved', 'partly-solved', 'limited-explained', 'other-channel'] as const
/** Where a matter is not the station's. A 12345 order knows no refusal. */
const GUIDED = ['other-channel', 'not-accepted'] as const

/** `outcome`: where it is known before anything is asked; `said`: what was told already, and where to. */
export type SpotContext = {
  readonly request: Intake
  readonly outcome: OnTheSpot['outcome'] | undefined
  readonly said?: { readonly content: string; readonly toldChannel: string } | undefined
}

export const onTheSpotForm: FormSpec<SpotContext> = {
  schema: ON_THE_SPOT,
  start: ({ outcome, said }) => ({ content: '', ...said, ...(outcome && { outcome }) }),
  Fields,
}

function Fields({ context }: { readonly context: SpotContext }) {
  const { t, i18n } = useTranslation(['intake', 'codes'])
  const { getValues, setValue } = useFormContext<OnTheSpot>()
  const outcome = useWatch<OnTheSpot, 'outcome'>({ name: 'outcome' })
  const guides = context.outcome === 'other-channel'
  const isOrder = context.request.channel === 'hotline-12345'
  const refuses = outcome === 'not-accepted'
  const ends = guides ? (isOrder ? ENDS : GUIDED) : ENDS
  const suggest = (reason: (typeof REFUSAL_REASONS)[number]): void => {
    // Only over what an earlier choice brought, never over what somebody typed.
    const isFree = (now: string | undefined, all: Readonly<Partial<Record<string, string>>>): boolean =>
      !now || Object.values(all).includes(now)
    const says = i18n.t('intake:refusal.says', { returnObjects: true })
    // Beyond duty: which provider it is, the clerk says.
    const channels: Readonly<Partial<Record<RefusalReason, string>>> = i18n.t('intake:refusal.channels', {
      returnObjects: true,
    })
    const { content, toldChannel } = getValues()
    if (isFree(content, says)) setValue('content', says[reason])
    if (isFree(toldChannel, channels)) setValue('toldChannel', channels[reason] ?? '')
  }
  return (
    <>
      <p className="field muted">{guides ? t('intake:guideText') : t('intake:onTheSpotText')}</p>
      {guides && (
        <ChoiceField<OnTheSpot>
          name="outcome"
          label={t('intake:outcome')}
          {...(isOrder && { hint: t('intake:order.noRefusal') })}
          options={ends.map((value) => ({ value, label: t(`codes:outcome.${value}`) }))}
        />
      )}
      {refuses && (
        <ChoiceField<OnTheSpot>
          stacked
          name="refusalReason"
          label={t('intake:refusal.reason')}
          options={REFUSAL_REASONS.map((value) => ({ value, label: t(`codes:refusalReason.${value}`) }))}
          onChosen={(reason) => suggest(reason as (typeof REFUSAL_REASONS)[number])}
        />
      )}
      <WordsField<OnTheSpot>
        name="content"
        label={refuses ? t('intake:refusal.content') : guides ? t('intake:guided') : t('intake:answered')}
        placeholder={
          refuses ? t('intake:refusal.contentHint') : guides ? t('intake:guidedHint') : t('intake:answeredHint')
        }
        rows={refuses ? 3 : 5}
        max={TEXT_LENGTH}
      />
      {refuses && (
        <WordsField<OnTheSpot>
          name="toldChannel"
          label={t('intake:refusal.told')}
          placeholder={t('intake:refusal.toldHint')}
          max={400}
        />
      )}
      {!guides && (
        <ChoiceField<OnTheSpot>
          name="outcome"
          label={t('intake:outcome')}
          options={ends.map((value) => ({ value, label: t(`codes:outcome.${value}`) }))}
        />
      )}
    </>
  )
}
