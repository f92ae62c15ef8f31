/** One step of the road: what belongs to it, or why it was left out. */
import { Button } from 'antd'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { DeliberationView, TopicView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, DayField, WordsField } from '#app/ui/form-fields.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { RECORD_STEP, type RecordStep } from '#core/follow-up/record-step.ts'
import type { Day } from '#core/lib/time.ts'
import { LEGALITIES, type DeliberationStep } from '#core/topic/deliberation-codes.ts'
import { withoutPersonalData } from '#core/topic/personal-data.ts'
import { NumberBox } from './number-box.tsx'
import { typedNumber } from './typed-number.ts'

export type StepContext = {
  readonly about: DeliberationView
  readonly topic: TopicView
  readonly step: DeliberationStep
  readonly today: Day
}

const { shape } = RECORD_STEP
const SCHEMA = RECORD_STEP.extend({
  present: typedNumber(shape.present),
  votesFor: typedNumber(shape.votesFor),
  against: typedNumber(shape.against),
  abstain: typedNumber(shape.abstain),
})

export const stepForm: FormSpec<StepContext> = {
  schema: SCHEMA,
  start: ({ about, topic, step, today }) => {
    const records = about.road.find((one) => one.step === step)!.records
    const before = records[0]
    // An objection is one more; everything else puts right what was recorded.
    const corrects = records.filter(({ objection }) => !(step === 'objections' && objection)).map(({ id }) => id)
    return {
      deliberation: about.id,
      step,
      on: before?.on ?? today,
      skipped: false,
      reason: '',
      note: before?.note ?? '',
      corrects,
      members: topic.members.map(({ row }) => row.id),
      ...startOf(step, before),
    }
  },
  Fields,
}

/** Only what belongs to the step: an empty box of another one is no answer. */
function startOf(step: DeliberationStep, before: DeliberationView['road'][number]['records'][number] | undefined) {
  switch (step) {
    case 'attendance':
      return { present: before?.present ?? '' }
    case 'vote':
      return { votesFor: before?.votesFor ?? '', against: before?.against ?? '', abstain: before?.abstain ?? '', text: before?.text ?? '' } // prettier-ignore
    case 'legality':
      return { legality: before?.legality, checkedBy: before?.checkedBy ?? '' }
    case 'notice':
      return { where: before?.where ?? '', text: before?.text ?? '' }
    case 'publication':
      return { where: before?.where ?? '', text: before?.text ?? '', until: before?.until ?? '' }
    case 'objections':
      return { who: '', objection: '', note: '' }
    default:
      return {}
  }
}

function Fields({ context }: { readonly context: StepContext }) {
  const { t } = useTranslation('deliberation')
  const skipped = useWatch<RecordStep, 'skipped'>({ name: 'skipped' })
  return (
    <>
      <ChoiceField<RecordStep, boolean>
        name="skipped"
        label={t(`step.${context.step}`)}
        options={[
          { value: false, label: t('record.did') },
          { value: true, label: t('record.skip') },
        ]}
      />
      <DayField<RecordStep> name="on" label={t('record.on')} />
      {skipped ? (
        <WordsField<RecordStep> name="reason" label={t('record.reason')} rows={2} max={300} />
      ) : (
        <Facts context={context} />
      )}
    </>
  )
}

function Facts({ context }: { readonly context: StepContext }) {
  const { t } = useTranslation('deliberation')
  const { step, about } = context
  const note = <WordsField<RecordStep> name="note" label={t(`note.${step}`)} optional rows={3} max={4_000} />
  switch (step) {
    case 'attendance':
      return (
        <>
          <NumberBox<RecordStep>
            name="present"
            label={t('record.present')}
            hint={t('record.expected', { count: about.expected })}
          />{' '}
          {/* prettier-ignore */}
          {note}
        </>
      )
    case 'vote':
      return (
        <>
          <VoteHint context={context} />
          <NumberBox<RecordStep> name="votesFor" label={t('record.votesFor')} />
          <NumberBox<RecordStep> name="against" label={t('record.against')} />
          <NumberBox<RecordStep> name="abstain" label={t('record.abstain')} />
          <WordsField<RecordStep> name="text" label={t('record.resolution')} optional rows={4} max={8_000} />
        </>
      )
    case 'legality':
      return (
        <>
          <ChoiceField<RecordStep>
            name="legality"
            label={t('record.legality')}
            options={LEGALITIES.map((value) => ({ value, label: t(`legality.${value}`) }))}
          />
          <WordsField<RecordStep> name="checkedBy" label={t('record.checkedBy')} max={120} />
          {note}
        </>
      )
    case 'notice':
    case 'publication':
      return (
        <>
          <WordsField<RecordStep> name="where" label={t('record.where')} optional max={200} />
          <WordsField<RecordStep>
            name="text"
            label={t('record.text')}
            optional={step === 'notice'}
            rows={6}
            max={8_000}
          />
          <PersonalDataMark topic={context.topic.id} />
          {step === 'publication' && (
            <DayField<RecordStep>
              name="until"
              label={t('record.until')}
              hint={t('record.untilHint', { count: about.publicationDays })}
              optional
            />
          )}{' '}
          {/* prettier-ignore */}
        </>
      )
    case 'objections':
      return (
        <>
          <WordsField<RecordStep>
            name="objection"
            label={t('record.objection')}
            hint={t('record.objectionHint')}
            optional
            rows={3}
            max={2_000}
          />{' '}
          {/* prettier-ignore */}
          <WordsField<RecordStep> name="who" label={t('record.who')} optional max={60} />
        </>
      )
    default:
      return note
  }
}

function VoteHint({ context: { about } }: { readonly context: StepContext }) {
  const { t } = useTranslation('deliberation')
  const present = about.road.find(({ step }) => step === 'attendance')?.records.find(({ skipped }) => !skipped)?.present
  const typed = useWatch<RecordStep>()
  const sum = [typed.votesFor, typed.against, typed.abstain].reduce<number>((all, one) => all + (Number(one) || 0), 0)
  return (
    <p className="field muted small" role="status">
      {present === undefined ? t('record.attendanceFirst') : t('record.sum', { sum, present })}
      {about.secret && ` · ${t('record.secretHint')}`}
    </p>
  )
}

/** Names and numbers of members are named before anything is saved, and taken out by one press. */
function PersonalDataMark({ topic }: { readonly topic: string }) {
  const { t } = useTranslation('deliberation')
  const { desk } = useServices()
  const { setValue } = useFormContext<RecordStep>()
  const text = useWatch<RecordStep, 'text'>({ name: 'text' }) ?? ''
  const found = useAnswer(() => desk.personalData(topic, text), [desk, topic, text])
  if (!found || found.length === 0) return null
  return (
    <div className="problem field" role="alert">
      {t('record.inside')}{' '}
      {found.map(({ kind, words }) => (
        <mark key={words}>
          {words} <span className="small">{t(`personal.${kind}`)}</span>
        </mark>
      ))}
      <Button size="small" onClick={() => setValue('text', withoutPersonalData(text, found))}>
        {t('record.mask')}
      </Button>
    </div>
  )
}
