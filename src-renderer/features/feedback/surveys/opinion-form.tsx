/** 记意见, and taking one back. No grade is chosen beforehand. */
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { TopicRow } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { SCALES, SERVICE_TYPES, WAYS, type ScaleId, type ServiceType } from '#core/case-file/codes.ts'
import type { CommandInput } from '#core/commands.ts'
import { WITHDRAW_OPINION } from '#core/feedback/record-opinion.ts'
import { moment, someWords, words, z } from '#core/lib/schema.ts'
import type { Moment } from '#core/lib/time.ts'
import { OPINION_ABOUT, OPINION_FROM } from '#core/survey/codes.ts'
import { useGradeWord } from '../grade-word.ts'
import { SelectLine } from './select-line.tsx'

export type OpinionChoices = {
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  readonly topics: readonly TopicRow[]
  readonly now: Moment
  /** That the list is about. */
  readonly provider: string
}

const SCALE_IDS = Object.keys(SCALES) as ScaleId[]
/** Nothing is heard from the system itself. */
const OPINION_WAYS = WAYS.filter((way) => way !== 'system')

/** '' for what is not chosen. */
const TYPED = z
  .object({
    from: z.enum(OPINION_FROM),
    who: words(80),
    about: z.enum(OPINION_ABOUT),
    provider: z.string(),
    serviceType: z.string(),
    topic: z.string(),
    scale: z.string(),
    grade: z.string(),
    words: someWords(2_000),
    way: z.enum(WAYS),
    at: moment,
  })
  .superRefine((typed, context) => {
    const needed = { provider: 'provider', 'service-type': 'serviceType', topic: 'topic', station: null } as const
    const field = needed[typed.about]
    if (field && typed[field] === '') context.addIssue({ code: 'custom', path: [field], message: 'needed' })
    if (typed.scale !== '' && typed.grade === '')
      context.addIssue({ code: 'custom', path: ['grade'], message: 'needed' })
  })
export type TypedOpinion = z.infer<typeof TYPED>

export function opinionOf(typed: TypedOpinion): CommandInput<'record-opinion'> {
  const { provider, serviceType, topic, scale, grade, ...rest } = typed
  return {
    ...rest,
    ...(provider && { provider }),
    ...(serviceType && { serviceType: serviceType as ServiceType }),
    ...(topic && { topic }),
    ...(scale && grade && { scale: scale as ScaleId, grade }),
  }
}

export const opinionForm: FormSpec<OpinionChoices> = {
  schema: TYPED,
  start: ({ now, provider }) => ({ who: '', about: 'provider', provider, serviceType: '', topic: '', scale: '', grade: '', words: '', way: 'phone', at: now }), // prettier-ignore
  Fields,
}

function Fields({ context }: { readonly context: OpinionChoices }) {
  const { t } = useTranslation(['surveys', 'codes'])
  const gradeWord = useGradeWord()
  const form = useFormContext<TypedOpinion>()
  const { errors } = form.formState
  const [about, scale, provider, topic] = useWatch<TypedOpinion, ['about', 'scale', 'provider', 'topic']>({ name: ['about', 'scale', 'provider', 'topic'] }) // prettier-ignore
  const hint = (wrong: unknown): { hint?: string } => (wrong ? { hint: t('codes:fieldProblem.needed') } : {})
  return (
    <>
      <ChoiceField<TypedOpinion>
        name="from"
        label={t('surveys:opinions.fromLabel')}
        options={OPINION_FROM.map((value) => ({ value, label: t(`surveys:opinions.from.${value}`) }))}
      />
      <WordsField<TypedOpinion>
        name="who"
        label={t('surveys:opinions.who')}
        hint={t('surveys:opinions.whoHint')}
        optional
        max={80}
      />{' '}
      {/* prettier-ignore */}
      <ChoiceField<TypedOpinion>
        name="about"
        label={t('surveys:opinions.aboutLabel')}
        options={OPINION_ABOUT.map((value) => ({ value, label: t(`surveys:opinions.about.${value}`) }))}
      />
      {about === 'provider' && (
        <SelectLine
          label={t('surveys:opinions.provider')}
          value={provider}
          none={t('surveys:opinions.choose')}
          options={context.providers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => form.setValue('provider', id, { shouldValidate: true })}
          {...hint(errors.provider)}
        />
      )}
      {about === 'service-type' && (
        <ChoiceField<TypedOpinion>
          name="serviceType"
          label={t('surveys:opinions.serviceType')}
          options={SERVICE_TYPES.map((value) => ({ value, label: t(`codes:serviceType.${value}`) }))}
        />
      )}
      {about === 'topic' && (
        <SelectLine
          label={t('surveys:opinions.topic')}
          value={topic}
          none={t('surveys:opinions.choose')}
          options={context.topics.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(id) => form.setValue('topic', id, { shouldValidate: true })}
          {...hint(errors.topic)}
        />
      )}
      <WordsField<TypedOpinion> name="words" label={t('surveys:opinions.words')} rows={3} max={2_000} />
      <ChoiceField<TypedOpinion>
        name="scale"
        label={t('surveys:opinions.scale')}
        options={[
          { value: '', label: t('surveys:opinions.noGrade') },
          ...SCALE_IDS.map((value) => ({ value, label: t(`codes:scale.${value}`) })),
        ]}
        onChosen={() => form.setValue('grade', '')}
      />
      {scale !== '' && (
        <ChoiceField<TypedOpinion>
          name="grade"
          label={t('surveys:opinions.grade')}
          options={SCALES[scale as ScaleId].map((value) => ({ value, label: gradeWord(scale, value) }))}
        />
      )}
      <ChoiceField<TypedOpinion>
        name="way"
        label={t('surveys:opinions.way')}
        options={OPINION_WAYS.map((value) => ({ value, label: t(`codes:way.${value}`) }))}
      />
      <MomentField<TypedOpinion> name="at" label={t('surveys:opinions.at')} />
    </>
  )
}

export const withdrawForm: FormSpec<string> = {
  schema: WITHDRAW_OPINION,
  start: (opinion) => ({ opinion, reason: '' }),
  Fields: Why,
}

function Why() {
  const { t } = useTranslation('surveys')
  return <WordsField<{ reason: string }> name="reason" label={t('opinions.withdrawReason')} max={300} />
}
