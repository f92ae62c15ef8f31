import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { currentRound } from '#core/case-file/case-file.ts'
import { isOrder } from '#core/case-file/closing-gaps.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { doneStep } from '#core/case-file/orders.ts'
import { RECORD_ANSWER, type RecordAnswer } from '#core/follow-up/record-answer.ts'
import { AnsweredTo } from './answered-to.tsx'
import { SPOKEN_WAYS } from './spoken-ways.ts'

export const answerForm: FormSpec<CaseView> = {
  schema: RECORD_ANSWER,
  start: (view) => ({ case: view.file.id, content: reported(view), way: 'phone', answeredBy: '', ...answeredTo(view) }),
  Fields,
}

/** What the provider wrote when it was done: the clerk says it in their own words. */
function reported({ file, openReferral }: CaseView): string {
  return (openReferral && doneStep(currentRound(file), openReferral)?.note) || ''
}

/** What 12345 or an office sent is answered to them too (DOMAIN §6). */
const answeredTo = ({ file: { fields, acts } }: CaseView): Pick<RecordAnswer, 'to'> =>
  isOrder(fields) || acts.some(({ type }) => type === 'off-list-refusal') ? { to: ['resident', 'dispatcher'] } : {}

function Fields({ context: view }: { context: CaseView }) {
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
      {answeredTo(view).to && <AnsweredTo />}
      <MomentField<RecordAnswer>
        name="at"
        label={t('case-file:field.at')}
        hint={t('case-file:field.atHint')}
        optional
      />
    </>
  )
}
