/** An opinion that came back to a notice: about its topic, or about the station. */
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { formKept, keepForm } from '#app/session/kept-forms.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { WAYS } from '#core/case-file/codes.ts'
import { RECORD_OPINION, type RecordOpinion } from '#core/feedback/record-opinion.ts'
import { momentOf } from '#core/lib/time.ts'
import type { Notice } from '#core/notice/fields.ts'
import { OPINION_FROM } from '#core/survey/codes.ts'

type Context = { readonly notice: Notice; readonly now: string }
type OpinionDrawerProps = { readonly notice: Notice; readonly onSaved: () => void; readonly onLeave: () => void }

const spec: FormSpec<Context> = {
  schema: RECORD_OPINION,
  start: ({ notice: { about }, now }) => ({
    from: 'resident',
    who: '',
    ...(about.startsWith('topic:') ? { about: 'topic', topic: about } : { about: 'station' }),
    words: '',
    way: 'phone',
    at: now,
  }),
  Fields,
}

export function OpinionDrawer({ notice, onSaved, onLeave }: OpinionDrawerProps) {
  const { t } = useTranslation('notices')
  const { desk, clock } = useServices()
  const place = `opinion ${notice.id}`
  return (
    <FormDrawer
      title={t('opinion.title')}
      saveLabel={t('opinion.save')}
      spec={spec}
      context={{ notice, now: momentOf(clock()) }}
      kept={formKept(place)}
      save={(typed) => desk.run({ name: 'record-opinion', input: typed as RecordOpinion })}
      onSaved={() => {
        keepForm(place, undefined)
        onSaved()
      }}
      onLeave={(typed) => {
        keepForm(place, typed)
        onLeave()
      }}
    />
  )
}

function Fields() {
  const { t } = useTranslation(['notices', 'codes'])
  return (
    <>
      <WordsField<RecordOpinion> name="words" label={t('notices:opinion.words')} rows={4} max={2_000} />
      <ChoiceField<RecordOpinion>
        name="from"
        label={t('notices:opinion.from')}
        options={OPINION_FROM.map((value) => ({ value, label: t(`notices:opinion.fromWord.${value}`) }))}
      />
      <WordsField<RecordOpinion> name="who" label={t('notices:opinion.who')} optional max={80} />
      <ChoiceField<RecordOpinion>
        name="way"
        label={t('notices:opinion.way')}
        options={WAYS.filter((way) => way !== 'system').map((value) => ({ value, label: t(`codes:way.${value}`) }))}
      />
    </>
  )
}
