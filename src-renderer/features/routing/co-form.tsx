/** 加协办: whoever helps beside the one who leads, with a deadline of their own. Anybody in the directory may. */
import { Select } from 'antd'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { ordersInForce } from '#core/case-file/orders.ts'
import { DISPATCH, type Dispatch } from '#core/routing/dispatch.ts'
import { DispatchTerms, startTerms } from './dispatch-terms.tsx'
import { MONEY_BOX, MoneyTerms, NO_MONEY_BOX } from './money-terms.tsx'

export const coForm: FormSpec<CaseView> = {
  schema: DISPATCH.extend({ money: MONEY_BOX }),
  start: (view, preset) => ({
    case: view.file.id,
    provider: preset,
    reason: '',
    demand: '',
    ...startTerms(view),
    part: 'support',
    money: NO_MONEY_BOX,
  }),
  Fields,
}

function Fields({ context: view }: { readonly context: CaseView }) {
  const { t } = useTranslation('case-file')
  const { desk } = useServices()
  const words = useFieldWords()
  const providers = useAnswer(() => desk.providers(), [desk])
  const { field, fieldState } = useController<Dispatch, 'provider'>({ name: 'provider' })
  const taken = new Set(ordersInForce(view.file).map(({ provider }) => provider))
  const free = (providers ?? []).filter(({ id, stopped }) => !taken.has(id) && stopped !== true)
  const chosen = free.find(({ id }) => id === field.value) ?? null
  return (
    <>
      <Field label={t('field.provider')} error={words(fieldState.error)}>
        {(bind) => (
          <Select
            id={bind.id}
            status={bind.status}
            showSearch={{ optionFilterProp: 'label' }}
            value={field.value as string | undefined}
            onChange={field.onChange}
            onBlur={field.onBlur}
            options={free.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <WordsField<Dispatch>
        name="demand"
        label={t('field.demand')}
        placeholder={t('field.demandHint')}
        optional
        rows={2}
        max={TEXT_LENGTH}
      />
      {chosen && <MoneyTerms view={view} provider={chosen.id} service="" />}
      <DispatchTerms view={view} provider={chosen} />
    </>
  )
}
