import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { currentRound } from '#core/case-file/case-file.ts'
import { INVALID_REASONS, SCALES, WAYS, type ScaleId } from '#core/case-file/codes.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { RECORD_REVISIT, type RecordRevisit } from '#core/feedback/record-revisit.ts'
import { isRated } from '#core/revisit/rated.ts'

/** 回访: the scale is set, the grade never is: whoever calls has to ask. */
export const revisitForm: FormSpec<CaseView> = {
  schema: RECORD_REVISIT,
  start: (view) => ({ case: view.file.id, way: 'phone', scale: 'three-rates', words: '' }),
  Fields,
}

const SCALE_IDS = Object.keys(SCALES) as ScaleId[]
/** Nobody is revisited by the system itself. */
export const REVISIT_WAYS = WAYS.filter((way) => way !== 'system')

function Fields({ context }: { readonly context: CaseView }) {
  const { t } = useTranslation(['case-file', 'codes', 'revisit'])
  const { desk } = useServices()
  const rules = useAnswer(() => desk.revisitRules(), [desk])
  const form = useFormContext<RecordRevisit>()
  const valid: boolean | undefined = form.watch('valid')
  const scale = form.watch('scale') as ScaleId
  const isOwn = rules !== null && isRated(context.file, rules.user, currentRound(context.file))
  const grades: readonly { readonly value: string; readonly label: string }[] =
    scale === 'good-bad-5'
      ? SCALES['good-bad-5'].map((value) => ({ value, label: t(`codes:grade.good-bad-5.${value}`) }))
      : SCALES['three-rates'].map((value) => ({ value, label: t(`codes:grade.three-rates.${value}`) }))
  return (
    <>
      <ChoiceField<RecordRevisit>
        name="way"
        label={t('case-file:field.way')}
        options={REVISIT_WAYS.map((value) => ({ value, label: t(`codes:way.${value}`) }))}
      />
      <ChoiceField<RecordRevisit, boolean>
        name="valid"
        label={t('case-file:field.valid')}
        options={[
          { value: true, label: t('case-file:field.validYes') },
          { value: false, label: t('case-file:field.validNo') },
        ]}
      />
      {valid === false && (
        <ChoiceField<RecordRevisit>
          name="invalidReason"
          label={t('case-file:field.invalidReason')}
          options={INVALID_REASONS.map((value) => ({ value, label: t(`codes:invalidReason.${value}`) }))}
        />
      )}
      {valid === true && (
        <>
          <ChoiceField<RecordRevisit, boolean>
            name="contacted"
            label={t('revisit:form.contacted')}
            optional
            options={[
              { value: true, label: t('revisit:form.contactedYes') },
              { value: false, label: t('revisit:form.contactedNo') },
            ]}
          />
          <ChoiceField<RecordRevisit, boolean>
            name="solved"
            label={t('case-file:field.solved')}
            options={[
              { value: true, label: t('case-file:field.solvedYes') },
              { value: false, label: t('case-file:field.solvedNo') },
            ]}
          />
          <ChoiceField<RecordRevisit>
            name="scale"
            label={t('case-file:field.scale')}
            options={SCALE_IDS.map((value) => ({ value, label: t(`codes:scale.${value}`) }))}
            onChosen={() => form.resetField('grade')}
          />
          <ChoiceField<RecordRevisit> name="grade" label={t('case-file:field.grade')} options={grades} />
        </>
      )}
      <WordsField<RecordRevisit>
        name="words"
        label={t('case-file:field.words')}
        hint={t('case-file:field.wordsHint')}
        optional
        rows={3}
        max={TEXT_LENGTH}
      />
      {isOwn && !rules.isSmall && (
        <WordsField<RecordRevisit>
          name="overrideReason"
          label={t('revisit:call.overrideReason')}
          hint={t('revisit:call.ownAsk')}
          max={200}
        />
      )}
    </>
  )
}
