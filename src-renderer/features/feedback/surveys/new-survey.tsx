/** 新调查: a title and where the questions come from; all the rest begins as most surveys are, and is changed on its page. */
import { useFormContext, useWatch, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { SurveyRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useLanguage } from '#app/text/text.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { addDays, dayOf, momentOf, type Day } from '#core/lib/time.ts'
import { someWords, z } from '#core/lib/schema.ts'
import { builtInSheet } from '#core/survey/built-in-sheet.ts'
import { SelectLine } from './select-line.tsx'

const TYPED = z.object({ title: someWords(100), copy: z.string() })
type Typed = z.infer<typeof TYPED>

const spec: FormSpec<readonly SurveyRow[]> = {
  schema: TYPED,
  start: () => ({ title: '', copy: '' }) satisfies Typed,
  Fields,
}

/** So many are asked unless somebody says otherwise. */
const SIZE = 30

type NewSurveyProps = {
  readonly others: readonly SurveyRow[]
  readonly onMade: (id: string) => void
  readonly kept: FieldValues | undefined
  readonly onLeave: (typed: FieldValues) => void
}

/** The month before the day's. */
function lastMonth(today: Day): { readonly from: Day; readonly until: Day } {
  const until = addDays(`${today.slice(0, 7)}-01`, -1)
  return { from: `${until.slice(0, 7)}-01`, until }
}

export function NewSurvey({ others, kept, onMade, onLeave }: NewSurveyProps) {
  const { t } = useTranslation('surveys')
  const { desk, clock } = useServices()
  const language = useLanguage()
  return (
    <FormDrawer
      title={t('make.title')}
      saveLabel={t('make.save')}
      spec={spec}
      context={others}
      kept={kept}
      save={async (typed) => {
        const { title, copy } = typed as Typed
        const today = dayOf(momentOf(clock()))
        const copied = copy === '' ? null : (await desk.survey(copy))?.sheets.at(-1)?.questions
        return desk.run({
          name: 'begin-survey',
          input: {
            title,
            purpose: '',
            population: { of: 'cases', ...lastMonth(today) },
            size: SIZE,
            strata: { by: 'none', share: 'proportional' },
            // The day: nobody has chosen it to get a list they like.
            seed: Number(today.replaceAll('-', '')),
            from: today,
            until: addDays(today, 14),
            interviewers: [],
            questions: [...(copied ?? builtInSheet(language))],
          },
        })
      }}
      onSaved={({ entities }) => onMade(entities[0]!)}
      onLeave={onLeave}
    />
  )
}

function Fields({ context: others }: { readonly context: readonly SurveyRow[] }) {
  const { t } = useTranslation('surveys')
  const { setValue } = useFormContext<Typed>()
  const copy = useWatch<Typed, 'copy'>({ name: 'copy' })
  return (
    <>
      <WordsField<Typed> name="title" label={t('make.name')} max={100} placeholder={t('make.nameHint')} />
      <SelectLine
        label={t('make.copy')}
        value={copy}
        none={t('make.builtIn')}
        options={others.map(({ id, title }) => ({ value: id, label: t('make.from', { title }) }))}
        onChange={(id) => setValue('copy', id)}
      />
      <p className="muted small">{t('make.note')}</p>
    </>
  )
}
