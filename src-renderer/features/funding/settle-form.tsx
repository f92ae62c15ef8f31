/** 结算, 更正结算 and 释放预留 of one order. */
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { OrderMoneyView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { DayField, WordsField } from '#app/ui/form-fields.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { YuanField } from '#app/ui/yuan-field.tsx'
import { ADJUST_ENTRY } from '#core/funding/adjust-entry.ts'
import { RELEASE_ORDER, SETTLE_ORDER } from '#core/funding/settle-order.ts'
import { day, z } from '#core/lib/schema.ts'
import { yuanText } from '#core/lib/yuan.ts'
import { boxOfFen, unitsBox, yuanNeeded, yuanOrZero } from '#core/lib/yuan-box.ts'
import { before, useMoneyWords } from './money-words.ts'
import { SelectField } from './select-field.tsx'
import { UnitsField } from './units-field.tsx'

const dayBox = z.union([z.literal('').transform(() => undefined), day]).optional()

/** `account`: chosen where the order reserved nothing; becomes `agreement` or `fund`. */
export const settleForm: FormSpec<OrderMoneyView> = {
  schema: SETTLE_ORDER.extend({
    units: unitsBox,
    fen: yuanNeeded,
    copayFen: yuanOrZero,
    voucher: SETTLE_ORDER.shape.voucher.min(1),
    day: dayBox,
    account: z.string().min(1),
  }).transform(({ account, ...rest }) => ({
    ...rest,
    ...(account.startsWith('fund:') ? { fund: account } : { agreement: account }),
  })),
  start: (order) => ({
    case: order.case,
    referral: order.referral,
    account: order.open?.account ?? '',
    units: String(order.open?.units ?? 1),
    fen: boxOfFen(order.open?.fen ?? order.unitFen),
    copayFen: boxOfFen(order.open?.copayFen ?? 0),
    voucher: '',
    basis: order.open?.basis ?? '',
    day: '',
    note: '',
  }),
  Fields: SettleFields,
}

function SettleFields({ context: order }: { readonly context: OrderMoneyView }) {
  const { t } = useTranslation('funding')
  const { desk } = useServices()
  const words = useMoneyWords()
  const form = useFormContext<Record<string, string>>()
  const account = form.watch('account')
  const choices = useAnswer(() => desk.moneyChoices(order.case, order.provider, order.service), [desk, order])
  const chosen = choices?.find(({ id }) => id === account)
  const unit = order.unit || (chosen?.unit ?? '')
  const price = order.open ? order.unitFen : (chosen?.unitFen ?? null)
  return (
    <>
      <p className="field">
        <b>{order.number}</b> {order.title}
        <br />
        <span className="muted">
          {t('settle.form.of', { provider: order.providerName, account: order.accountName })}
          {order.open &&
            ` · ${t('settle.form.reserved', { units: before(words.units(order.open.units, unit)), fen: yuanText(order.open.fen) })}`}
        </span>
      </p>
      {!order.open && (
        <SelectField
          name="account"
          label={t('settle.form.account')}
          none={t('funds.form.choose')}
          options={(choices ?? []).map((one) => ({ id: one.id, words: `${t(`terms.kind.${one.kind}`)} ${one.name}` }))}
        />
      )}
      <WordsField name="voucher" label={t('settle.form.voucher')} hint={t('settle.form.voucherHint')} max={60} />
      {unit !== '' && unit !== 'fen' && (
        <UnitsField
          name="units"
          label={t('settle.form.units')}
          unit={t(`unit.${unit}`)}
          onTyped={(typed) => {
            const units = unitsBox.safeParse(typed)
            if (price !== null && units.success) form.setValue('fen', boxOfFen(Math.round(price * units.data)))
          }}
        />
      )}
      <YuanField name="fen" label={t('settle.form.fen')} hint={t('settle.form.fenHint')} inWords />
      <YuanField name="copayFen" label={t('settle.form.copay')} optional />
      {(order.maintenance || chosen?.maintenance) && <WordsField name="basis" label={t('settle.form.vote')} max={80} />}
      <DayField name="day" label={t('settle.form.day')} hint={t('settle.form.dayHint')} optional />
      <WordsField name="note" label={t('settle.form.note')} optional rows={2} max={500} />
    </>
  )
}

/** What is corrected: the entry, and what stands now after earlier corrections. */
export type Correcting = {
  readonly entry: string
  readonly unit: string
  readonly units: number
  readonly fen: number
  readonly copayFen: number
  readonly income: boolean
}

export const adjustForm: FormSpec<Correcting> = {
  schema: ADJUST_ENTRY.extend({
    units: unitsBox,
    fen: yuanNeeded,
    copayFen: yuanOrZero,
    note: ADJUST_ENTRY.shape.note.min(1),
  }),
  start: ({ entry, units, fen, copayFen }) => ({
    entry,
    units: String(units),
    fen: boxOfFen(fen),
    copayFen: boxOfFen(copayFen),
    voucher: '',
    note: '',
  }),
  Fields: function AdjustFields({ context }: { readonly context: Correcting }) {
    const { t } = useTranslation('funding')
    const words = useMoneyWords()
    const { unit, units, fen, income } = context
    return (
      <>
        <p className="field">
          {t('adjust.now', { units: before(words.units(units, unit)), fen: yuanText(fen) })}
          <br />
          <span className="muted">{t('adjust.hint')}</span>
        </p>
        {unit !== '' && unit !== 'fen' && (
          <UnitsField name="units" label={t('adjust.units')} unit={t(`unit.${unit as 'times'}`)} />
        )}
        <YuanField name="fen" label={t('adjust.fen')} inWords />
        {!income && <YuanField name="copayFen" label={t('adjust.copay')} optional />}
        <WordsField name="voucher" label={t('adjust.voucher')} optional max={60} />
        <WordsField name="note" label={t('adjust.note')} rows={2} max={500} />
      </>
    )
  },
}

/** `fen`: what goes back. */
export type Releasing = { readonly case: string; readonly referral: string; readonly fen: number }

export const releaseForm: FormSpec<Releasing> = {
  schema: RELEASE_ORDER.extend({ note: RELEASE_ORDER.shape.note.min(1) }),
  start: ({ case: id, referral }) => ({ case: id, referral, note: '' }),
  Fields: function ReleaseFields({ context }: { readonly context: Releasing }) {
    const { t } = useTranslation('funding')
    return (
      <>
        <p className="field muted">{t('release.hint', { fen: yuanText(context.fen) })}</p>
        <WordsField name="note" label={t('release.note')} rows={2} max={500} />
      </>
    )
  },
}
