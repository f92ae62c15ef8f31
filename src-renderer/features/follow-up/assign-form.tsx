/** 交办: another of the station's people has the case from now on. */
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { ColleagueField } from '#app/ui/colleague-field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { handlerOf } from '#core/case-file/handler.ts'
import { ASSIGN_CASE, type AssignCase } from '#core/follow-up/assign-case.ts'

export const assignForm: FormSpec<CaseView> = {
  schema: ASSIGN_CASE,
  start: (view) => ({ case: view.file.id, to: '', reason: '' }),
  Fields,
}

function Fields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation('case-file')
  const { desk } = useServices()
  const people = useAnswer(() => desk.colleagues(), [desk])
  return (
    <>
      <ColleagueField<AssignCase>
        name="to"
        label={t('field.assignTo')}
        people={people ?? undefined}
        except={handlerOf(view.file)}
      />
      <WordsField<AssignCase> name="reason" label={t('field.assignReason')} optional max={200} />
    </>
  )
}
