/** One step of 整改: put right, explained, re-checked or taken back; the same on a case and on a provider. */
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CapacityField } from '#app/ui/capacity-field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import type { Rectified } from '#core/case-file/rectified.ts'
import { RECTIFICATION_FIELDS } from '#core/case-file/supervision-acts.ts'
import { RECTIFICATION_STEPS, type RectificationStep } from '#core/case-file/supervision-codes.ts'
import type { Command } from '#core/commands.ts'
import { moment, z } from '#core/lib/schema.ts'
import { FilesField } from './files-field.tsx'

/** `case` null: the finding is on a provider. */
export type Rectifying = {
  readonly finding: string
  readonly case: string | null
  readonly demand: string
  readonly stands: Pick<Rectified, 'unchecked'>
  readonly files: readonly { readonly id: string; readonly name: string }[]
}

const STEP = z.object({ ...RECTIFICATION_FIELDS, at: moment.optional(), files: z.array(z.string()).optional() })
type Typed = z.infer<typeof STEP>

export function stepCommand({ finding, case: id }: Rectifying, typed: object): Command {
  const { files, ...said } = typed as Typed
  return id === null
    ? ({ name: 'rectify-provider-finding', input: { ...said, finding } } as Command)
    : ({ name: 'rectify-finding', input: { ...said, finding, case: id, ...(files?.length && { files }) } } as Command)
}

/** What may come next: before there is anything to re-check, nobody re-checks. */
const offered = ({ stands }: Rectifying): readonly RectificationStep[] =>
  RECTIFICATION_STEPS.filter((step) => stands.unchecked !== null || (step !== 'passed' && step !== 'sent-back'))

export const stepForm: FormSpec<Rectifying> = {
  schema: STEP,
  start: ({ stands }) => ({ ...(stands.unchecked ? {} : { step: 'evidence' }), note: '' }),
  Fields: StepFields,
}

function StepFields({ context }: { readonly context: Rectifying }) {
  const { t } = useTranslation('supervision')
  const step = useFormContext<Typed>().watch('step')
  return (
    <>
      <p className="supervision-said">{context.demand}</p>
      <ChoiceField<Typed>
        name="step"
        label={t('finding.step')}
        options={offered(context).map((value) => ({ value, label: t(`finding.steps.${value}`) }))}
      />
      <WordsField<Typed> name="note" label={t('finding.note')} rows={4} max={2_000} />
      {(step === 'evidence' || step === 'explanation') && (
        <FilesField<Typed> name="files" label={t('finding.files')} files={context.files} />
      )}
      {step === 'sent-back' && <MomentField<Typed> name="dueAt" label={t('finding.newDue')} optional />}
      <CapacityField<Typed> name="capacity" label={t('rules.capacity')} />
    </>
  )
}
