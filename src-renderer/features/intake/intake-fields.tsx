import { Checkbox, Input } from 'antd'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNow } from '#app/session/now.ts'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, URGENCIES } from '#core/case-file/codes.ts'
import { TEXT_LENGTH, TITLE_LENGTH } from '#core/case-file/fields.ts'
import { caseDeadline, limitFor } from '#core/case-file/time-limit.ts'
import type { RequestValues } from './blank-request.ts'

/** What only an import brings in. */
const TYPED_CHANNELS = CHANNELS.filter((channel) => channel !== 'import')

export function IntakeFields() {
  const { t } = useTranslation(['intake', 'codes'])
  const form = useFormContext<RequestValues>()
  const isConsult = form.watch('requestKind') === 'consult'
  return (
    <>
      <ChoiceField<RequestValues>
        beside
        name="channel"
        label={t('intake:channel')}
        options={TYPED_CHANNELS.map((value) => ({ value, label: t(`codes:channel.${value}`) }))}
      />
      <Requester />
      <ChoiceField<RequestValues>
        beside
        name="requestKind"
        label={t('intake:requestKind')}
        options={REQUEST_KINDS.map((value) => ({ value, label: t(`codes:requestKind.${value}`) }))}
      />
      <WordsField<RequestValues>
        beside
        name="title"
        label={t('intake:requestTitle')}
        placeholder={t('intake:titleHint')}
        max={TITLE_LENGTH}
      />
      <WordsField<RequestValues>
        beside
        name="text"
        label={t('intake:text')}
        placeholder={isConsult ? t('intake:textHintConsult') : t('intake:textHint')}
        rows={4}
        max={TEXT_LENGTH}
      />
      <WordsField<RequestValues>
        beside
        name="place"
        label={t('intake:place')}
        placeholder={t('intake:placeHint')}
        max={200}
      />
      <ChoiceField<RequestValues, string | undefined>
        beside
        name="serviceType"
        label={t('intake:serviceType')}
        options={[
          ...SERVICE_TYPES.map((value) => ({
            value,
            hint: t(`codes:serviceTypeHint.${value}`),
            label: (
              <>
                <ServiceTypeTile type={value} /> {t(`codes:serviceType.${value}`)}
              </>
            ),
          })),
          { value: undefined, hint: t('codes:serviceTypeHint.undecided'), label: t('codes:serviceType.undecided') },
        ]}
      />
      <WordsField<RequestValues>
        beside
        name="category"
        label={t('intake:category')}
        placeholder={t('intake:categoryHint')}
        max={80}
      />
      <ChoiceField<RequestValues>
        beside
        name="urgency"
        label={t('intake:urgency')}
        hint={<DueSentence />}
        options={URGENCIES.map((value) => ({ value, label: t(`codes:urgency.${value}`) }))}
      />
    </>
  )
}

/** Name, phone and 匿名 in one line, as at the counter: "您贵姓，电话多少？" */
function Requester() {
  const { t } = useTranslation(['intake', 'codes'])
  const words = useFieldWords()
  const { watch } = useFormContext<RequestValues>()
  const name = useController<RequestValues, 'requesterName'>({ name: 'requesterName' })
  const phone = useController<RequestValues, 'requesterPhone'>({ name: 'requesterPhone' })
  const anonymous = useController<RequestValues, 'anonymous'>({ name: 'anonymous' })
  const off = anonymous.field.value
  const isReport = watch('requestKind') === 'report'
  return (
    <Field
      label={t('intake:requester')}
      beside
      error={off ? undefined : (words(name.fieldState.error) ?? words(phone.fieldState.error))}
      {...(isReport && { hint: t('intake:confidential') })}
    >
      {(bind) => (
        <div className="requester-line">
          <Input
            {...bind}
            {...name.field}
            placeholder={t('intake:requesterName')}
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
            disabled={off}
          />
          <Input
            {...phone.field}
            aria-label={t('intake:requesterPhone')}
            placeholder={t('intake:requesterPhone')}
            inputMode="tel"
            autoComplete="off"
            maxLength={40}
            disabled={off}
          />
          <Checkbox checked={off} onChange={(event) => anonymous.field.onChange(event.target.checked)}>
            {t('intake:anonymous')}
          </Checkbox>
        </div>
      )}
    </Field>
  )
}

/** 时限：2 小时内，今天 10:10 前. Counted from now, as registering will. */
function DueSentence() {
  const { t } = useTranslation('intake')
  const now = useNow()
  const moments = useMomentWords(now)
  const { watch } = useFormContext<RequestValues>()
  const [kind, urgency] = [watch('requestKind'), watch('urgency')]
  if (!kind && urgency === 'general') return null
  const limit = limitFor(kind ?? 'help', urgency)
  const due = caseDeadline(now, kind ?? 'help', urgency)
  return (
    <>
      {t('deadline', { limit: t(`limit.${limit.unit}`, { count: limit.count }), at: moments.limit(due.at) })}
      {due.unsure && <span className="warn"> · {t('deadlineUnsure')}</span>}
    </>
  )
}
