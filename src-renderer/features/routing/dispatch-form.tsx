import { Button } from 'antd'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { DISPATCH, type Dispatch, wayOf } from '#core/routing/dispatch.ts'
import { CandidateReasons, isOtherType } from './candidate-reasons.tsx'

/** Shown at first; a station may know a hundred providers. */
const FEW = 5

/** 派单 or 上报. The best provider of the case's own type is chosen already; one of another type never is. */
export const dispatchForm: FormSpec<CaseView> = {
  schema: DISPATCH,
  start(view, preset) {
    const best = view.candidates.find((candidate) => !isOtherType(candidate))
    return { case: view.file.id, provider: preset ?? best?.provider, reason: '', demand: '' }
  },
  Fields,
}

function Fields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation(['case-file', 'codes'])
  const [all, setAll] = useState(false)
  const chosen = useFormContext<Dispatch>().watch('provider')
  const place = view.candidates.findIndex((candidate) => candidate.provider === chosen)
  const shown = all ? view.candidates : view.candidates.slice(0, Math.max(FEW, place + 1))
  const current = view.candidates[place]
  if (view.candidates.length === 0)
    return (
      <>
        <h2>{t('case-file:providers.none')}</h2>
        <p className="muted">{t('case-file:providers.noneText')}</p>
      </>
    )
  return (
    <>
      <ChoiceField<Dispatch>
        name="provider"
        label={t(
          wayOf(view.serviceType ?? '') === 'report-up' ? 'case-file:field.providerUp' : 'case-file:field.provider',
        )}
        hint={t('case-file:field.providerHint')}
        stacked
        options={shown.map((candidate) => ({
          value: candidate.provider,
          label: (
            <div>
              {candidate.name}
              <CandidateReasons candidate={candidate} />
            </div>
          ),
        }))}
      />
      {shown.length < view.candidates.length && (
        <div className="field">
          <Button type="link" onClick={() => setAll(true)}>
            {t('case-file:providers.more', { count: view.candidates.length - shown.length })}
          </Button>
        </div>
      )}
      {current && isOtherType(current) && (
        <WordsField<Dispatch>
          name="reason"
          label={t('case-file:field.mismatchReason')}
          hint={t('case-file:field.mismatchHint')}
          rows={2}
          max={TEXT_LENGTH}
        />
      )}
      <WordsField<Dispatch>
        name="demand"
        label={t('case-file:field.demand')}
        placeholder={t('case-file:field.demandHint')}
        optional
        rows={3}
        max={TEXT_LENGTH}
      />
    </>
  )
}
