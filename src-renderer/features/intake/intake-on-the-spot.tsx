/** 当场办结: what the resident was told, and how it ended. With 引导告知 the channel that was named. */
import { useTranslation } from 'react-i18next'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { ON_THE_SPOT, type Intake, type OnTheSpot } from '#core/intake/receive-case.ts'

/** What can be the end of a talk at the counter. */
const ENDS = ['solved', 'partly-solved', 'limited-explained', 'other-channel'] as const

/** `outcome`: where it is known before anything is asked. */
export type SpotContext = { readonly request: Intake; readonly outcome: OnTheSpot['outcome'] | undefined }

export const onTheSpotForm: FormSpec<SpotContext> = {
  schema: ON_THE_SPOT,
  start: ({ outcome }) => ({ content: '', ...(outcome && { outcome }) }),
  Fields,
}

function Fields({ context }: { readonly context: SpotContext }) {
  const { t } = useTranslation(['intake', 'codes'])
  const guides = context.outcome === 'other-channel'
  return (
    <>
      <p className="field muted">{guides ? t('intake:guideText') : t('intake:onTheSpotText')}</p>
      <WordsField<OnTheSpot>
        name="content"
        label={guides ? t('intake:guided') : t('intake:answered')}
        placeholder={guides ? t('intake:guidedHint') : t('intake:answeredHint')}
        rows={5}
        max={TEXT_LENGTH}
      />
      <ChoiceField<OnTheSpot>
        name="outcome"
        label={t('intake:outcome')}
        options={ENDS.map((value) => ({ value, label: t(`codes:outcome.${value}`) }))}
      />
    </>
  )
}
