import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { CapacityField } from '#app/ui/capacity-field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { VERDICTS } from '#core/case-file/codes.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { RECORD_FINDING, type RecordFinding } from '#core/supervision/record-finding.ts'

/** 督查: anything but "in order" says what has to be put right, and may say by when. */
export const findingForm: FormSpec<CaseView> = {
  schema: RECORD_FINDING,
  start: (view) => ({ case: view.file.id, demand: '', dueAt: view.choices.fromNow.w5 }),
  Fields,
}

function Fields() {
  const { t } = useTranslation(['case-file', 'codes', 'supervision'])
  const verdict = useFormContext<RecordFinding>().watch('verdict')
  const wrong = verdict === 'to-rectify' || verdict === 'serious'
  return (
    <>
      <ChoiceField<RecordFinding>
        name="verdict"
        label={t('case-file:field.verdict')}
        options={VERDICTS.map((value) => ({ value, label: t(`codes:verdict.${value}`) }))}
      />
      <WordsField<RecordFinding>
        name="demand"
        label={wrong ? t('case-file:field.findingDemand') : t('case-file:field.findingNote')}
        optional={!wrong}
        rows={4}
        max={TEXT_LENGTH}
      />
      {wrong && <MomentField<RecordFinding> name="dueAt" label={t('case-file:field.dueAt')} optional />}
      <CapacityField<RecordFinding> name="capacity" label={t('supervision:rules.capacity')} />
    </>
  )
}
