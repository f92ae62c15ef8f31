/** 不再提示: why a hotspot is none. */
import { useTranslation } from 'react-i18next'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { DISMISS_HOTSPOT, type DismissHotspot } from '#core/follow-up/dismiss-hotspot.ts'
import { DISMISSAL_REASONS } from '#core/topic/dismissals.ts'

export type Dismissed = { readonly cases: readonly string[]; readonly line: string }

export const dismissForm: FormSpec<Dismissed> = {
  schema: DISMISS_HOTSPOT,
  start: ({ cases, line }) => ({ cases: [...cases], line, reason: undefined, note: '' }),
  Fields,
}

function Fields({ context }: { readonly context: Dismissed }) {
  const { t } = useTranslation('topics')
  return (
    <>
      <p className="field">
        <b>{context.line}</b>
        <br />
        <span className="muted small">{t('hotspot.dismissLead')}</span>
      </p>
      <ChoiceField<DismissHotspot>
        name="reason"
        label={t('hotspot.why')}
        options={DISMISSAL_REASONS.map((value) => ({ value, label: t(`hotspot.reason.${value}`) }))}
      />
      <WordsField<DismissHotspot> name="note" label={t('hotspot.note')} optional rows={2} max={300} />
    </>
  )
}
