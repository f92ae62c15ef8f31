import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { RECORD_ANSWER, type RecordAnswer } from '#core/follow-up/record-answer.ts'
import { SPOKEN_WAYS } from './spoken-ways.ts'

export const answerForm: FormSpec<CaseView> = {
  schema: RECORD_ANSWER,
  start: (view) => ({ case: view.file.id, content: '', way: 'phone', answeredBy: '' }),
  Fields,
}

function Fields() {
  const { t } = useTranslation(['case-file', 'codes'])
  return (
    <>
      <WordsField<RecordAnswer>
        name="content"
        label={t('case-file:field.content')}
        placeholder={t('case-file:field.contentHint')}
        rows={5}
        max={TEXT_LENGTH}
      />
      <ChoiceField<RecordAnswer>
        name="way"
        label={t('case-file:field.way')}
        options={SPOKEN_WAYS.map((value) => ({ value, label: t(`codes:way.${value}`) }))}
      />
      <WordsField<RecordAnswer>
        name="answeredBy"
        label={t('case-file:field.answeredBy')}
        hint={t('case-file:field.answeredByHint')}
        optional
        max={80}
      />
      <MomentField<RecordAnswer>
        name="at"
        label={t('case-file:field.at')}
        hint={t('case-file:field.atHint')}
        optional
      />
    </>
  )
}
