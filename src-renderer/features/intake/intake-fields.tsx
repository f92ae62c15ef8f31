/** The rows of the intake form, in the order in which a talk at the counter goes. */
import { Input } from 'antd'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNow } from '#app/session/now.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, URGENCIES } from '#core/case-file/codes.ts'
import { TEXT_LENGTH, TITLE_LENGTH } from '#core/case-file/fields.ts'
import { caseDeadline, limitFor } from '#core/case-file/time-limit.ts'
import type { RequestValues } from './blank-request.ts'
import { FilesField, type Files } from './intake-files.tsx'
import { Requester } from './intake-requester.tsx'

/** What only an import brings in. */
const TYPED_CHANNELS = CHANNELS.filter((channel) => channel !== 'import')

type IntakeFieldsProps = {
  /** The row for the time when it was raised, if that was not now. */
  readonly raisedOpen: boolean
  readonly files: Files
}

export function IntakeFields({ raisedOpen, files }: IntakeFieldsProps) {
  const { t } = useTranslation(['intake', 'codes'])
  const isConsult = useWatch<RequestValues, 'requestKind'>({ name: 'requestKind' }) === 'consult'
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
      {raisedOpen && (
        <MomentField<RequestValues>
          beside
          name="raisedAt"
          label={t('intake:raisedAt')}
          hint={t('intake:raisedAtHint')}
        />
      )}
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
        rows={3}
        max={TEXT_LENGTH}
      />
      <PlaceField />
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
      <UrgencyField />
      <FilesField files={files} />
    </>
  )
}

/** Says so for as long as it is the address that came with a known person. */
function PlaceField() {
  const { t } = useTranslation('intake')
  const words = useFieldWords()
  const { field, fieldState } = useController<RequestValues, 'place'>({ name: 'place' })
  const ofPerson = useWatch<RequestValues, 'placeOfPerson'>({ name: 'placeOfPerson' })
  return (
    <Field label={t('place')} beside error={words(fieldState.error)}>
      {(bind) => (
        <Input
          {...bind}
          {...field}
          placeholder={t('placeHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          suffix={
            field.value !== '' && field.value === ofPerson ? (
              <span className="muted small">{t('placeOfPerson')}</span>
            ) : (
              <span />
            )
          }
        />
      )}
    </Field>
  )
}

/** 紧急程度 and, beside it, until when: counted from now, as registering will. */
function UrgencyField() {
  const { t } = useTranslation(['intake', 'codes'])
  const { field } = useController<RequestValues, 'urgency'>({ name: 'urgency' })
  return (
    <Field label={t('intake:urgency')} beside group>
      {(bind) => (
        <div className="urgency-line">
          <Chips
            options={URGENCIES.map((value) => ({ value, label: t(`codes:urgency.${value}`) }))}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            focusRef={field.ref}
            describedBy={bind['aria-describedby']}
          />
          <span className="muted small" aria-live="polite">
            <DueSentence />
          </span>
        </div>
      )}
    </Field>
  )
}

/** 时限：2 小时内，今天 10:10 前. */
function DueSentence() {
  const { t } = useTranslation('intake')
  const now = useNow()
  const moments = useMomentWords(now)
  const { control } = useFormContext<RequestValues>()
  const [kind, urgency] = useWatch({ control, name: ['requestKind', 'urgency'] })
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
