import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { isConfidential } from '#core/case-file/confidential.ts'
import type { CaseFile } from '#core/case-file/case-file.ts'
import { CORRECT_REQUEST, type CorrectRequest } from '#core/intake/correct-request.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'

type DisputedFieldsProps = { readonly file: CaseFile; readonly onSaved: () => void }

/** Fields of the case itself that two computers wrote differently; acts carry their own mark in the timeline. */
export function DisputedFields({ file, onSaved }: DisputedFieldsProps) {
  const { t } = useTranslation(['case-file', 'intake'])
  const { desk } = useServices()
  const [problem, setProblem] = useState<RunCode | null>(null)
  const fields = file.conflicts
    .filter((conflict) => conflict.startsWith(`${file.id}.`))
    .map((conflict) => conflict.slice(file.id.length + 1))
  if (fields.length === 0) return null
  const names: Readonly<Record<string, string>> = {
    title: t('intake:requestTitle'),
    text: t('intake:text'),
    place: t('intake:place'),
    requestKind: t('intake:requestKind'),
    channel: t('intake:channel'),
    urgency: t('intake:urgency'),
    requesterName: t('intake:requesterName'),
    requesterPhone: t('intake:requesterPhone'),
    reporterName: t('case-file:correct.field.reporterName'),
    reporterPhone: t('case-file:correct.field.reporterPhone'),
    dueAt: t('case-file:requester.due'),
    // What the limit follows from, and goes with it.
    limit: t('case-file:requester.due'),
    limitPreset: t('case-file:requester.due'),
    dueUnsure: t('case-file:requester.due'),
    raisedAt: t('case-file:requester.raised'),
    person: t('case-file:requester.title'),
    requesterUnit: t('case-file:requester.title'),
    placeId: t('case-file:requester.place'),
  }
  const said = asShown(file, fields)
  const settle = async (): Promise<void> => {
    const saved = await desk.run({ name: 'correct-request', input: said! })
    setProblem(saved.ok ? null : saved.error)
    if (saved.ok) onSaved()
  }
  return (
    <div className="problem mild disputed-fields" role="status">
      {t('case-file:disputedFields', {
        fields: [...new Set(fields.map((field) => names[field] ?? field))].join(t('case-file:listComma')),
      })}
      {said && (
        <div className="row">
          <Button size="small" onClick={() => void settle()}>
            {t('case-file:settleAsShown')}
          </Button>
          <span className="small">{t('case-file:settleOtherwise')}</span>
        </div>
      )}
      {problem && <SaveTrouble problem={problem} />}
    </div>
  )
}

const OF_LIMIT: ReadonlySet<string> = new Set(['dueAt', 'limit', 'limitPreset', 'dueUnsure'])

/** What is shown of the disputed fields, said once more; null when none of them can be corrected. */
function asShown(file: CaseFile, disputed: readonly string[]): CorrectRequest | null {
  const { fields } = file
  const isReport = isConfidential(fields)
  const shown: Readonly<Record<string, unknown>> = {
    ...fields,
    requesterName: isReport ? fields.reporterName : fields.requesterName,
    requesterPhone: isReport ? fields.reporterPhone : fields.requesterPhone,
  }
  // Either pair of names is corrected as who asks; the limit goes with the urgency.
  const spoken = disputed.map((field) => (OF_LIMIT.has(field) ? 'urgency' : field.replace(/^reporter/, 'requester')))
  const known = [...new Set(spoken)].filter((field) => field in CORRECT_REQUEST.shape && shown[field] !== undefined)
  if (known.length === 0) return null
  return { case: file.id, ...Object.fromEntries(known.map((field) => [field, shown[field]])) }
}
