import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { PolicyRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { formKept, keepForm } from '#app/session/kept-forms.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { DayField, WordsField } from '#app/ui/form-fields.tsx'
import { useNamedHint } from '#app/ui/use-named-hint.tsx'
import { SAVE_POLICY_CARD, type SavePolicyCard } from '#core/follow-up/save-policy-card.ts'
import { POLICY_TEXT_MOST } from '#core/learning/fields.ts'
import { CategoriesField } from './categories-field.tsx'

const spec: FormSpec<PolicyRow | null> = {
  schema: SAVE_POLICY_CARD,
  start: (card) =>
    ({
      title: card?.title ?? '',
      text: card?.text ?? '',
      source: card?.source ?? '',
      number: card?.number ?? '',
      date: card?.date ?? '',
      until: card?.until ?? '',
      categories: [...(card?.categories ?? [])],
      link: card?.link ?? '',
      ...(card && { id: card.id }),
    }) satisfies SavePolicyCard,
  Fields,
}

type PolicyFormProps = {
  /** Null for a new one. */
  readonly card: PolicyRow | null
  readonly onSaved: (card: string) => void
  readonly onLeave: () => void
}

export function PolicyForm({ card, onSaved, onLeave }: PolicyFormProps) {
  const { t } = useTranslation('learning')
  const { desk } = useServices()
  const place = `policy ${card?.id ?? ''}`
  return (
    <FormDrawer
      title={card ? card.title : t('policies.new')}
      saveLabel={t(card ? 'policies.change' : 'policies.save')}
      spec={spec}
      context={card}
      kept={formKept(place)}
      save={(typed) => desk.run({ name: 'save-policy-card', input: typed as SavePolicyCard })}
      onSaved={({ entities }: { readonly entities: readonly string[] }) => {
        keepForm(place, undefined)
        onSaved(entities[0]!)
      }}
      onLeave={(typed) => {
        keepForm(place, typed)
        onLeave()
      }}
    />
  )
}

function Fields() {
  const { t } = useTranslation('learning')
  const { desk } = useServices()
  const named = useNamedHint(useFormContext<SavePolicyCard>().watch('text'), (text) => desk.namesIn('', text))
  return (
    <>
      <WordsField<SavePolicyCard> name="title" label={t('policies.title')} max={80} />
      <WordsField<SavePolicyCard>
        name="text"
        label={t('policies.text')}
        hint={named ?? t('policies.textHint')}
        rows={6}
        max={POLICY_TEXT_MOST}
      />
      <WordsField<SavePolicyCard> name="source" label={t('policies.source')} max={120} />
      <WordsField<SavePolicyCard> name="number" label={t('policies.number')} optional max={80} />
      <DayField<SavePolicyCard> name="date" label={t('policies.date')} />
      <DayField<SavePolicyCard> name="until" label={t('policies.until')} optional />
      <CategoriesField<SavePolicyCard> name="categories" label={t('policies.categories')} several />
      <WordsField<SavePolicyCard>
        name="link"
        label={t('policies.link')}
        hint={t('policies.linkHint')}
        optional
        max={300}
      />
    </>
  )
}
