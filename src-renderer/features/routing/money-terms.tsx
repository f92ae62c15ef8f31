/**
 * 资金来源 of an order: only what may pay for it is offered (a running agreement of this provider for this service, the station's
 * funds). The amount is worked out from unit price × units and can be changed. Nothing is shown where there is nothing to choose.
 */
import { Input } from 'antd'
import { useEffect } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView, MoneyChoice } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { Field } from '#app/ui/field.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { YuanField } from '#app/ui/yuan-field.tsx'
import { ORDER_MONEY } from '#core/agreement/order-money.ts'
import { z } from '#core/lib/schema.ts'
import { yuanText } from '#core/lib/yuan.ts'
import { boxOfFen, unitsBox, yuanOrZero } from '#core/lib/yuan-box.ts'

/** As the form holds it; what the command gets is `ORDER_MONEY`. */
export const MONEY_BOX = z
  .object({
    account: z.string(),
    units: unitsBox,
    fen: yuanOrZero,
    copayFen: yuanOrZero,
    basis: ORDER_MONEY.shape.basis,
  })
  .transform(({ account, ...rest }) => {
    if (account.startsWith('fund:')) return { ...rest, fund: account }
    if (account !== '') return { ...rest, agreement: account }
    return { units: 0, fen: 0, copayFen: rest.copayFen, basis: '' }
  })
  .optional()

export type MoneyBox = { readonly account: string; readonly units: string; readonly fen: string; readonly copayFen: string; readonly basis: string } // prettier-ignore
export const NO_MONEY_BOX: MoneyBox = { account: '', units: '1', fen: '', copayFen: '', basis: '' }

type MoneyTermsProps = { readonly view: CaseView; readonly provider: string; readonly service: string }

export function MoneyTerms({ view, provider, service }: MoneyTermsProps) {
  const { t } = useTranslation('funding')
  const { desk } = useServices()
  const { watch, setValue } = useFormContext<{ money: MoneyBox }>()
  const choices = useAnswer(() => desk.moneyChoices(view.file.id, provider, service), [desk, view.file.id, provider, service]) // prettier-ignore
  const account = watch('money.account')
  const take = (one: MoneyChoice | undefined): void => {
    setValue('money.account', one?.id ?? '')
    setValue('money.units', '1')
    setValue('money.fen', boxOfFen(one?.unitFen ?? null))
  }
  // Somebody else was chosen: their agreement pays, if they have one. A fund is only taken on purpose.
  useEffect(() => {
    if (!choices || choices.some(({ id }) => id === account)) return
    const first = choices.find(({ kind, left }) => kind !== 'fund' && (left.units ?? 1) > 0 && (left.fen ?? 1) > 0)
    if (first || account !== '') take(first)
    // Once for each list of choices: what the clerk takes afterwards stays.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [choices])
  if (!choices || choices.length === 0) return null
  const chosen = choices.find(({ id }) => id === account)
  const unit = chosen?.unit ?? ''
  const price = chosen?.unitFen ?? null
  const left = (one: MoneyChoice): string =>
    [
      one.left.units !== null && `${one.left.units}${t(`unit.${(one.unit || 'times') as 'times'}`)}`,
      one.left.fen !== null && t('yuan', { n: yuanText(one.left.fen) }),
    ]
      .filter(Boolean)
      .join(' · ')
  const optionOf = (one: MoneyChoice) => ({
    value: one.id,
    label: [`${t(`terms.kind.${one.kind}`)} ${one.name}`, left(one) !== '' && t('terms.left', { n: left(one) })]
      .filter(Boolean)
      .join(' · '),
  })
  return (
    <>
      <ChoiceField
        name="money.account"
        label={t('terms.title')}
        hint={t('terms.hint')}
        stacked
        onChosen={(id: string) => take(choices.find((one) => one.id === id))}
        options={[
          ...choices.filter(({ kind }) => kind !== 'fund').map(optionOf),
          { value: '', label: t('terms.none') },
          ...choices.filter(({ kind }) => kind === 'fund').map(optionOf),
        ]}
      />
      {chosen && unit !== '' && unit !== 'fen' && (
        <Units
          label={t('terms.units')}
          unit={t(`unit.${unit}`)}
          onTyped={(typed) => {
            const units = unitsBox.safeParse(typed)
            if (price !== null && units.success) setValue('money.fen', boxOfFen(Math.round(price * units.data)))
          }}
        />
      )}
      {chosen && (
        <YuanField
          name="money.fen"
          label={t('terms.fen')}
          {...(price !== null && { hint: t('terms.fenHint', { price: yuanText(price) }) })}
        />
      )}
      <YuanField name="money.copayFen" label={t('terms.copay')} optional />
      {chosen?.maintenance && <WordsField name="money.basis" label={t('terms.vote')} max={80} />}
    </>
  )
}

function Units({
  label,
  unit,
  onTyped,
}: {
  readonly label: string
  readonly unit: string
  readonly onTyped: (typed: string) => void
}) {
  // prettier-ignore
  const { field, fieldState } = useController<{ money: MoneyBox }, 'money.units'>({ name: 'money.units' })
  const words = useFieldWords()
  return (
    <Field label={label} error={words(fieldState.error)}>
      {(bind) => (
        <Input
          {...bind}
          {...field}
          suffix={unit}
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          onChange={(event) => {
            field.onChange(event.target.value)
            onTyped(event.target.value)
          }}
        />
      )}
    </Field>
  )
}
