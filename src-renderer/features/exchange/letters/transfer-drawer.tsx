/** 个案转报: which cases, which fields, under which law, approved by whom; below it stands exactly what will leave. */
import { Checkbox } from 'antd'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { StationChoice, TransferCase } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { ConsentFields } from '#app/ui/consent-fields.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { useNamedHint } from '#app/ui/use-named-hint.tsx'
import { SENT_FIELDS, type SentField } from '#core/case-file/referral-codes.ts'
import { SEND_LETTER, type SendLetter } from '#core/exchange/letters/send-letter.ts'
import { TRANSFER_GROUNDS } from '#core/peer/letter-bodies.ts'
import { consentText, type ConsentVersion } from '#core/person/consent-text.ts'
import { CaseChoice } from './case-choice.tsx'

type Transfer = Extract<SendLetter, { kind: 'transfer' }>
type Context = { readonly upper: StationChoice; readonly cases?: readonly string[] }

const transferForm: FormSpec<Context> = {
  schema: SEND_LETTER.options[1],
  // Nothing is ticked: each field that leaves is somebody's choice.
  start: ({ upper, cases = [] }) => ({
    kind: 'transfer',
    to: upper.house,
    cases,
    fields: [],
    demand: '',
    approvedBy: '',
  }),
  Fields: TransferFields,
}

type TransferDrawerProps = Context & { readonly onSaved: (count: number) => void; readonly onLeave: () => void }

export function TransferDrawer({ onSaved, onLeave, ...context }: TransferDrawerProps) {
  const { t } = useTranslation('letters')
  const { desk } = useServices()
  return (
    <FormDrawer
      title={t('transfer.title')}
      saveLabel={t('transfer.save')}
      spec={transferForm}
      context={context}
      save={async (input) => {
        const saved = await desk.run({ name: 'send-letter', input: input as Transfer })
        return saved.ok ? { ok: true, value: (input as Transfer).cases.length } : saved
      }}
      onSaved={onSaved}
      onLeave={onLeave}
    />
  )
}

function TransferFields({ context }: { readonly context: Context }) {
  const { t } = useTranslation(['letters', 'referral'])
  const { desk } = useServices()
  const fieldWords = useFieldWords()
  const { watch } = useFormContext<Transfer>()
  const cases = useController<Transfer, 'cases'>({ name: 'cases' })
  const fields = useController<Transfer, 'fields'>({ name: 'fields' })
  const ids = cases.field.value
  const named = useNamedHint(watch('demand'), async (text) => (await Promise.all(ids.map((id) => desk.namesIn(id, text)))).flat()) // prettier-ignore
  const chosen = useAnswer(() => desk.transferCases(ids), [desk, ids.join(' ')]) ?? []
  const ground = watch('ground')
  const ticked = fields.field.value
  const holds = (field: SentField): boolean => chosen.some((one) => one.holds[field] !== undefined)
  const toggle = (field: SentField, on: boolean): void =>
    fields.field.onChange(SENT_FIELDS.filter((one) => (one === field ? on : ticked.includes(one))))
  return (
    <>
      <p className="transfer-to">{t('transfer.to', { name: context.upper.name })}</p>
      <Field
        label={t('transfer.case')}
        hint={t('transfer.caseHint')}
        error={fieldWords(cases.fieldState.error as never)}
      >
        {(bind) => <CaseChoice bind={bind} many value={ids} onChange={cases.field.onChange} />}
      </Field>
      {chosen.some(({ requestKind }) => requestKind === 'report') && <p className="small">{t('transfer.isReport')}</p>}
      {chosen.some(({ isOpen }) => isOpen) && <p className="warn small">{t('transfer.isOpen')}</p>}
      <Field
        label={t('transfer.fields')}
        hint={t('transfer.fieldsHint')}
        error={fieldWords(fields.fieldState.error as never)}
        group
      >
        {() => (
          <div className="transfer-fields">
            {SENT_FIELDS.map((field) => (
              <Checkbox
                key={field}
                checked={ticked.includes(field)}
                disabled={chosen.length > 0 && !holds(field)}
                onChange={({ target }) => toggle(field, target.checked)}
              >
                {t(`referral:sent.${field}`)}
                {chosen.length > 0 && !holds(field) && <span className="muted small"> {t('transfer.empty')}</span>}
              </Checkbox>
            ))}
          </div>
        )}
      </Field>
      <ChoiceField<Transfer>
        name="ground"
        label={t('transfer.ground')}
        stacked
        options={TRANSFER_GROUNDS.map((value) => ({ value: value as string, label: t(`referral:ground.${value}`) }))}
      />
      {ground === 'consent' && <Consent upper={context.upper} cases={chosen} ticked={ticked} />}
      <WordsField<Transfer>
        name="groundNote"
        label={t('transfer.groundNote')}
        optional={ground !== 'other-law'}
        rows={2}
        max={2_000}
      />
      <WordsField<Transfer>
        name="approvedBy"
        label={t('transfer.approvedBy')}
        placeholder={t('transfer.approvedByHint')}
        max={80}
      />
      <WordsField<Transfer>
        name="demand"
        label={t('transfer.demand')}
        hint={named}
        placeholder={t('transfer.demandHint')}
        rows={3}
        max={2_000}
      />
      <MomentField<Transfer> name="dueAt" label={t('transfer.dueAt')} />
      <Preview cases={chosen} ticked={ticked} />
    </>
  )
}

/** One resident at a time: what another one said holds for them alone. A consent that stands is not asked for again. */
function Consent({ upper, cases, ticked }: PreviewProps & { readonly upper: StationChoice }) {
  const { t, i18n } = useTranslation(['letters', 'referral'])
  const sentOf = ({ holds }: TransferCase) => SENT_FIELDS.filter((field) => ticked.includes(field) && holds[field] !== undefined) // prettier-ignore
  const lacking = cases.filter((one) => sentOf(one).some((field) => !one.consented.includes(field)))
  const [only] = lacking
  if (!only)
    return cases.length > 0 && ticked.length > 0 ? <p className="field muted">{t('transfer.consented')}</p> : null
  if (cases.length > 1)
    return <p className="field warn">{t('transfer.consentEach', { numbers: lacking.map(({ number }) => number).join(t('referral:timeline.and')) })}</p> // prettier-ignore
  const version: ConsentVersion = i18n.language === 'en' ? 'en-1' : 'zh-1'
  return <ConsentFields version={version} readOut={consentText(version, upper.name, sentOf(only))} />
}

type PreviewProps = { readonly cases: readonly TransferCase[]; readonly ticked: readonly SentField[] }

/** By name, with its value: whoever sends it has read what leaves. */
function Preview({ cases, ticked }: PreviewProps) {
  const { t } = useTranslation(['letters', 'referral'])
  const wordOf = (field: SentField): string => t(`referral:sent.${field}`)
  return (
    <section className="transfer-preview" aria-label={t('transfer.preview')} aria-live="polite">
      <b>{t('transfer.preview')}</b>
      {(ticked.length === 0 || cases.length === 0) && <p className="muted">{t('transfer.previewNone')}</p>}
      {ticked.length > 0 &&
        cases.map((one) => {
          const leaves = SENT_FIELDS.filter((field) => ticked.includes(field) && one.holds[field] !== undefined)
          const stays = SENT_FIELDS.filter((field) => !ticked.includes(field) && one.holds[field] !== undefined)
          return (
            <div key={one.id}>
              <p className="small">{one.number}</p>
              <dl className="facts">
                {leaves.map((field) => (
                  <Fact key={field} word={wordOf(field)} text={one.holds[field]!} />
                ))}
              </dl>
              <p className="muted small">
                {stays.length === 0
                  ? t('transfer.keptAll')
                  : t('transfer.kept', { fields: stays.map(wordOf).join(t('referral:timeline.and')) })}
              </p>
            </div>
          )
        })}
    </section>
  )
}

function Fact({ word, text }: { readonly word: string; readonly text: string }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{text}</dd>
    </>
  )
}
