/** The rows of the intake form, in the order in which a talk at the counter goes. */
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, URGENCIES } from '#core/case-file/codes.ts'
import { TEXT_LENGTH, TITLE_LENGTH } from '#core/case-file/fields.ts'
import type { RequestValues } from './blank-request.ts'
import { FilesField, type Files } from './intake-files.tsx'
import type { IntakeSlots } from './intake-slots.ts'
import { OrderFields } from './intake-order.tsx'
import { ReportFields } from './intake-report.tsx'
import { PlaceField } from './intake-place.tsx'
import { Requester } from './intake-requester.tsx'

/** What only an import brings in. */
const TYPED_CHANNELS = CHANNELS.filter((channel) => channel !== 'import')

type IntakeFieldsProps = {
  /** The row for the time when it was raised, if that was not now. */
  readonly raisedOpen: boolean
  readonly files: Files
  readonly slots: IntakeSlots
}

export function IntakeFields({ raisedOpen, files, slots }: IntakeFieldsProps) {
  const { setValue, getValues } = useFormContext<RequestValues>()
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
      <OrderFields />
      <Requester />
      <ChoiceField<RequestValues>
        beside
        name="requestKind"
        label={t('intake:requestKind')}
        options={REQUEST_KINDS.map((value) => ({ value, label: t(`codes:requestKind.${value}`) }))}
      />
      <ReportFields />
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
      <slots.Category
        beside
        name="category"
        onPicked={({ serviceType }) => {
          if (!getValues('serviceType')) setValue('serviceType', serviceType, { shouldDirty: true })
        }}
      />
      <UrgencyField />
      <FilesField files={files} />
    </>
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

/** 时限：2 小时内，今天 10:10 前. By the station's own presets and calendar, which the desk knows. */
function DueSentence() {
  const { t } = useTranslation(['intake', 'limits'])
  const { desk } = useServices()
  const now = useNow()
  const moments = useMomentWords(now)
  const { control } = useFormContext<RequestValues>()
  const [kind = 'help', urgency, channel, orderDueAt, category = ''] = useWatch({
    control,
    name: ['requestKind', 'urgency', 'channel', 'orderDueAt', 'category'],
  })
  const minute = now.slice(0, 16)
  const limit = useAnswer(() => desk.limitNow(kind, urgency, category), [desk, kind, urgency, category, minute])
  if (channel === 'hotline-12345' && orderDueAt) return t('intake:order.ownDeadline', { at: moments.limit(orderDueAt) })
  if (!limit) return null
  const span = t(`intake:limit.${limit.unit}`, { count: limit.count })
  return (
    <>
      {t('intake:deadline', { limit: span, at: moments.limit(limit.at) })}
      {limit.sameDay && ` · ${t('limits:settings.sameDay')}`}
      {limit.unsure && <span className="warn"> · {t('intake:deadlineUnsure')}</span>}
    </>
  )
}
