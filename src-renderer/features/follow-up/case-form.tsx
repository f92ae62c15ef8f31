/** The drawer of one action: which form it is, what was kept of it, how it is saved and taken back. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldValues } from 'react-hook-form'
import type { CaseView, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import type { Command } from '#core/commands.ts'
import type { CorrectRequest } from '#core/intake/correct-request.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { answerForm } from './answer-form.tsx'
import { assignForm } from './assign-form.tsx'
import { attachFiles } from './attach-files.ts'
import { attachForm } from './attach-form.tsx'
import type { PageCommand, SavedWord } from './case-action.ts'
import { closingForm } from './closing-form.tsx'
import { consentBackForm } from './consent-back-form.tsx'
import { contactForm } from './contact-form.tsx'
import { correctForm, correctionOf } from './correct-form.tsx'
import { extendForm } from './extend-form.tsx'
import { keep, useKept } from './kept.ts'
import { objectionForm } from './objection-form.tsx'
import { offListForm } from './off-list-form.tsx'
import { participationForm } from './participation-form.tsx'
import { pauseForm, resumeForm } from './pause-form.tsx'
import { referralStepForm } from './referral-step-form.tsx'
import { reopeningForm } from './reopening-form.tsx'
import { rulingForm } from './ruling-form.tsx'
import { supervisionForm, urgeForm } from './urge-form.tsx'
import { undoOf, undoOfCorrection, type Undo } from './undo.ts'

export const OWN_FORMS = {
  'record-contact': contactForm,
  'record-referral-step': referralStepForm,
  'raise-objection': objectionForm,
  'rule-objection': rulingForm,
  'record-participation': participationForm,
  'withdraw-consent': consentBackForm,
  'refuse-off-list': offListForm,
  'record-answer': answerForm,
  'close-case': closingForm,
  'assign-case': assignForm,
  'extend-case': extendForm,
  'pause-case': pauseForm,
  'resume-case': resumeForm,
  'urge-case': urgeForm,
  'order-supervision': supervisionForm,
  'reopen-case': reopeningForm,
  'attach-file': attachForm,
  'correct-request': correctForm,
} as const

export type OpenForm = { readonly command: PageCommand; readonly preset?: string | undefined }

type Saved = { readonly undo: Undo; readonly provider?: string | undefined }

/** Where what was typed into this form is kept. */
export const placeOf = (caseId: string, { command, preset = '' }: OpenForm): string => `${caseId} ${command} ${preset}`

type CaseFormProps = {
  readonly form: OpenForm
  readonly view: CaseView
  readonly title: string
  readonly verb: SavedWord
  readonly spec: FormSpec<CaseView>
  /** Kept when the page shows what was saved. */
  readonly caughtUp: () => Promise<void>
  /** `provider`: who was chosen, where the form chooses one. */
  readonly onSaved: (undo: Undo, provider?: string) => void
  readonly onLeave: () => void
}

export function CaseForm({ form, view, title, verb, spec, caughtUp, onSaved, onLeave }: CaseFormProps) {
  const { t } = useTranslation('case-file')
  const { desk } = useServices()
  // A correction is what differs from what the drawer opened with, whatever arrives meanwhile.
  const [opened] = useState(view)
  // Of what is saved and only waits for the page to show it nothing changes any more.
  const [saved, setSaved] = useState<CaseView | null>(null)
  const place = placeOf(view.file.id, form)
  const kept = useKept<FieldValues>(place)

  const pageFollows = (): Promise<void> => {
    setSaved(view)
    return caughtUp()
  }
  const save = async (typed: FieldValues): Promise<Result<Saved, RunCode>> => {
    if (form.command === 'attach-file') {
      const attached = await attachFiles(desk, typed as Parameters<typeof attachFiles>[1])
      if (!attached.ok) return attached
      await pageFollows()
      return ok({ undo: undoOf(view.file.id, attached.value) })
    }
    const isCorrection = form.command === 'correct-request'
    const input = isCorrection ? correctionOf(opened, typed as CorrectRequest) : typed
    const done = await desk.run({ name: form.command, input } as Command)
    if (!done.ok) return done
    await pageFollows()
    return ok({
      undo: isCorrection
        ? undoOfCorrection(opened, input as CorrectRequest)
        : undoOf(view.file.id, done.value.entities.slice(0, 1)),
      provider: typed['provider'] as string | undefined,
    })
  }
  return (
    <FormDrawer
      title={title}
      saveLabel={t(`save.${verb}`)}
      spec={spec}
      context={saved ?? view}
      preset={form.preset}
      kept={kept}
      save={save}
      onSaved={({ undo, provider }) => {
        keep(place, undefined)
        onSaved(undo, provider)
      }}
      onLeave={(typed) => {
        // Of a correction only what was changed: the rest may be out of date when the drawer opens again.
        const changed = form.command === 'correct-request' ? correctionOf(opened, typed as CorrectRequest) : typed
        keep(place, form.command === 'correct-request' ? { ...spec.start(view), ...changed } : changed)
        onLeave()
      }}
    />
  )
}
