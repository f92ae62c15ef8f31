/** 登记经费, 记收入 and 记支出. */
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { FundRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, DayField, WordsField } from '#app/ui/form-fields.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useSettled } from '#app/ui/use-settled.ts'
import { YuanField } from '#app/ui/yuan-field.tsx'
import { FUND_KINDS } from '#core/agreement/fund.ts'
import { RECORD_INCOME, RECORD_SPENDING, SAVE_FUND } from '#core/funding/save-fund.ts'
import { day, z } from '#core/lib/schema.ts'
import { yuanNeeded, yuanOrZero } from '#core/lib/yuan-box.ts'
import { SelectField } from './select-field.tsx'

const dayBox = z.union([z.literal('').transform(() => undefined), day]).optional()
const yearBox = z.string().transform((text, context) => {
  const plain = text.normalize('NFKC').trim()
  if (/^20\d{2}$/.test(plain)) return Number(plain)
  context.addIssue({ code: 'custom', message: 'wrong' })
  return z.NEVER
})

/** Null `fund`: a new one. */
export type FundContext = { readonly fund: FundRow | null; readonly year: string }

export const fundForm: FormSpec<FundContext> = {
  schema: SAVE_FUND.extend({ year: yearBox }),
  start: ({ fund, year }) => ({
    kind: fund?.kind ?? 'donated',
    name: fund?.name ?? '',
    number: fund?.number ?? '',
    year: String(fund?.year ?? year),
    source: fund?.source ?? '',
    basis: fund?.basis ?? '',
    purpose: fund?.purpose ?? '',
    note: fund?.note ?? '',
    closed: fund?.closed ?? false,
    ...(fund && { id: fund.id }),
  }),
  Fields: function FundFields({ context }: { readonly context: FundContext }) {
    const { t } = useTranslation('funding')
    const { register } = useFormContext()
    return (
      <>
        <ChoiceField
          name="kind"
          label={t('funds.form.kind')}
          options={FUND_KINDS.map((value) => ({ value, label: t(`fundKind.${value}`) }))}
        />
        <WordsField name="name" label={t('funds.form.name')} max={120} />
        <WordsField name="year" label={t('funds.form.year')} hint={t('funds.form.yearHint')} max={4} />
        <WordsField name="source" label={t('funds.form.source')} hint={t('funds.form.sourceHint')} max={200} />
        <WordsField name="basis" label={t('funds.form.basis')} hint={t('funds.form.basisHint')} max={200} />
        <WordsField name="number" label={t('funds.form.number')} optional max={60} />
        <WordsField name="purpose" label={t('funds.form.purpose')} optional max={200} />
        <WordsField name="note" label={t('funds.form.note')} optional rows={2} max={500} />
        {context.fund && (
          <p className="field">
            <label className="row">
              <input type="checkbox" {...register('closed')} />
              <span>{t('funds.form.closed')}</span>
            </label>
          </p>
        )}
      </>
    )
  },
}

export const incomeForm: FormSpec<FundRow> = {
  schema: RECORD_INCOME.extend({ fen: yuanNeeded, day: dayBox }),
  start: ({ id, kind }) => ({
    fund: id,
    fen: '',
    donor: '',
    anonymous: kind !== 'donated',
    receipt: '',
    day: '',
    note: '',
  }),
  Fields: function IncomeFields({ context: fund }: { readonly context: FundRow }) {
    const { t } = useTranslation('funding')
    const { register, watch } = useFormContext()
    const isDonated = fund.kind === 'donated'
    return (
      <>
        <p className="field">
          <b>{fund.name}</b> <span className="muted">{fund.year}</span>
        </p>
        <YuanField name="fen" label={t('funds.form.fen')} hint={t('funds.form.fenHint')} inWords />
        {isDonated && !watch('anonymous') && (
          <WordsField name="donor" label={t('funds.form.donor')} hint={t('funds.form.donorHint')} max={80} />
        )}
        {isDonated && (
          <p className="field">
            <label className="row">
              <input type="checkbox" {...register('anonymous')} />
              <span>{t('funds.form.anonymous')}</span>
            </label>
          </p>
        )}
        <WordsField name="receipt" label={t('funds.form.receipt')} optional max={60} />
        <DayField name="day" label={t('funds.form.day')} hint={t('funds.form.dayHint')} optional />
        <WordsField name="note" label={t('funds.form.note')} optional rows={2} max={500} />
      </>
    )
  },
}

/** `number`: how the clerk names the case; what is written is `about`. */
export const spendForm: FormSpec<FundRow> = {
  schema: RECORD_SPENDING.extend({
    fen: yuanNeeded,
    copayFen: yuanOrZero,
    voucher: RECORD_SPENDING.shape.voucher.min(1),
    about: RECORD_SPENDING.shape.about.min(1),
    provider: z.union([z.literal('').transform(() => undefined), RECORD_SPENDING.shape.provider]).optional(),
    day: dayBox,
  }),
  start: ({ id }) => ({
    fund: id,
    fen: '',
    copayFen: '',
    aboutKind: 'case',
    number: '',
    about: '',
    provider: '',
    voucher: '',
    basis: '',
    day: '',
    note: '',
  }),
  Fields: SpendFields,
}

function SpendFields({ context: fund }: { readonly context: FundRow }) {
  const { t } = useTranslation('funding')
  const { desk } = useServices()
  const form = useFormContext<Record<string, string>>()
  const [kind, number] = form.watch(['aboutKind', 'number'])
  const typed = useSettled(number ?? '', number ?? '', 250)
  const occasions = useAnswer(() => desk.occasions(), [desk])
  const providers = useAnswer(() => desk.providers(), [desk])
  const found = useAnswer(async () => {
    if (kind !== 'case' || typed.trim().length < 2) return { row: null }
    const { cases } = await desk.lookUp(typed.trim(), [])
    const row = cases.find((one) => one.number.endsWith(typed.trim())) ?? null
    form.setValue('about', row?.id ?? '')
    return { row }
  }, [desk, kind, typed])
  return (
    <>
      <p className="field">
        <b>{fund.name}</b> <span className="muted">{fund.year}</span>
      </p>
      <YuanField name="fen" label={t('funds.form.fen')} hint={t('funds.form.fenHint')} inWords />
      <ChoiceField
        name="aboutKind"
        label={t('funds.form.about')}
        options={(['case', 'topic', 'activity'] as const).map((value) => ({
          value,
          label: t(`funds.form.aboutKind.${value}`),
        }))}
        onChosen={() => form.setValue('about', '')}
      />
      {kind === 'case' ? (
        <>
          <WordsField
            name="number"
            label={t('funds.form.aboutNumber')}
            hint={t('funds.form.aboutNumberHint')}
            max={40}
          />
          <p className="field small" role="status">
            {found?.row
              ? `${found.row.number} · ${found.row.title}`
              : typed.trim().length >= 2 && <span className="warn">{t('funds.form.aboutMissing')}</span>}
          </p>
        </>
      ) : (
        <SelectField
          name="about"
          label={t(kind === 'topic' ? 'funds.form.chooseTopic' : 'funds.form.chooseActivity')}
          none={t('funds.form.choose')}
          options={(occasions ?? []).filter(({ id }) => id.startsWith(`${kind}:`))}
        />
      )}
      <SelectField
        name="provider"
        label={t('funds.form.provider')}
        optional
        none={t('funds.form.noProvider')}
        options={(providers ?? []).map(({ id, name }) => ({ id, words: name }))}
      />
      <WordsField name="voucher" label={t('funds.form.voucher')} hint={t('funds.form.voucherHint')} max={60} />
      {fund.kind === 'maintenance' && <WordsField name="basis" label={t('funds.form.vote')} max={80} />}
      <DayField name="day" label={t('funds.form.day')} hint={t('funds.form.dayHint')} optional />
      <WordsField name="note" label={t('funds.form.note')} optional rows={2} max={500} />
    </>
  )
}
