import { Button } from 'antd'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { isConfidential } from '#core/case-file/confidential.ts'
import { CHANNELS, REQUEST_KINDS, URGENCIES } from '#core/case-file/codes.ts'
import { TEXT_LENGTH, TITLE_LENGTH } from '#core/case-file/fields.ts'
import { CORRECT_REQUEST, type CorrectRequest } from '#core/intake/correct-request.ts'
import { maskedPhone } from '#core/case-file/masked.ts'

/**
 * 更正登记内容: opens with what is written now. A whole number, and whoever reported, are not among it until somebody
 * asks to see them, which leaves its trace.
 */
export const correctForm: FormSpec<CaseView> = {
  schema: CORRECT_REQUEST,
  start: (view) => ({ case: view.file.id, ...openValues(view) }),
  Fields,
}

type Hidden = { readonly requesterName?: string; readonly requesterPhone?: string }

const isReport = (view: CaseView): boolean => isConfidential(view.file.fields)

/** What the drawer shows at once. */
function openValues(view: CaseView): Omit<CorrectRequest, 'case'> {
  const { title = '', text = '', place = '', requesterName = '', requesterPhone = '' } = view.file.fields
  const { channel = 'visit', requestKind = 'help', urgency = 'general' } = view.file.fields
  const asks = isReport(view) ? {} : { requesterName, ...(requesterPhone === '' && { requesterPhone }) }
  return { title, text, place, channel, requestKind, urgency, ...asks }
}

/** What it shows when asked. */
function hiddenValues(view: CaseView): Hidden {
  const { fields } = view.file
  if (isReport(view)) return { requesterName: fields.reporterName ?? '', requesterPhone: fields.reporterPhone ?? '' }
  return fields.requesterPhone ? { requesterPhone: fields.requesterPhone } : {}
}

/** Only what is different from what stood there when the drawer opened: two people who correct at once do not cross. */
export function correctionOf(opened: CaseView, typed: CorrectRequest): CorrectRequest {
  const before: Readonly<Record<string, unknown>> = { ...openValues(opened), ...hiddenValues(opened) }
  const changed = Object.entries(typed).filter(([name, value]) => value !== undefined && value !== before[name])
  return { ...Object.fromEntries(changed), case: typed.case }
}

function Fields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation(['case-file', 'codes', 'intake'])
  const { desk } = useServices()
  const form = useFormContext<CorrectRequest>()
  const hidden = hiddenValues(view)
  const { channel = 'visit', requestKind, text, requesterName, requesterPhone } = form.watch()
  const isShut = Object.values(hidden).some(Boolean) && requesterPhone === undefined
  const becomesReport = requestKind === 'report' && !isReport(view)
  const show = (): void => {
    for (const name of ['requesterName', 'requesterPhone'] as const)
      if (hidden[name] !== undefined) form.setValue(name, hidden[name])
    const what = isReport(view) ? 'reporter' : 'phone'
    void desk.run({ name: 'record-viewing', input: { case: view.file.id, what } })
  }
  return (
    <>
      <p className="muted small field">{t('case-file:correct.hint')}</p>
      <WordsField<CorrectRequest> name="title" label={t('intake:requestTitle')} max={TITLE_LENGTH} />
      <WordsField<CorrectRequest>
        name="text"
        label={t('intake:text')}
        optional={requestKind === 'consult' || text === ''}
        rows={4}
        max={TEXT_LENGTH}
      />
      <WordsField<CorrectRequest> name="place" label={t('intake:place')} optional max={200} />
      {requesterName !== undefined && (
        <WordsField<CorrectRequest>
          name="requesterName"
          label={t('intake:requesterName')}
          {...(becomesReport && { hint: t('case-file:correct.becomesReport') })}
          max={80}
        />
      )}
      {requesterPhone !== undefined && (
        <WordsField<CorrectRequest> name="requesterPhone" label={t('intake:requesterPhone')} optional max={40} />
      )}
      {isShut && (
        <div className="field">
          <span className="label">{isReport(view) ? t('case-file:requester.report') : t('intake:requesterPhone')}</span>
          {isReport(view) ? '***' : maskedPhone(hidden.requesterPhone ?? '')}{' '}
          <Button size="small" type="link" onClick={show}>
            {isReport(view) ? t('case-file:correct.showReporter') : t('case-file:correct.showPhone')}
          </Button>
        </div>
      )}
      <ChoiceField<CorrectRequest>
        name="requestKind"
        label={t('intake:requestKind')}
        options={REQUEST_KINDS.map((value) => ({ value, label: t(`codes:requestKind.${value}`) }))}
      />
      <ChoiceField<CorrectRequest>
        name="urgency"
        label={t('intake:urgency')}
        hint={t('case-file:correct.limitMoves')}
        options={URGENCIES.map((value) => ({ value, label: t(`codes:urgency.${value}`) }))}
      />
      <ChoiceField<CorrectRequest>
        name="channel"
        label={t('intake:channel')}
        options={CHANNELS.filter((value) => value !== 'import' || channel === 'import').map((value) => ({
          value,
          label: t(`codes:channel.${value}`),
        }))}
      />
    </>
  )
}
